// Who may do what: one table of actions and roles (rights.cpp), and nothing else decides it. docs/accounts.md shows the
// same table. An action is an operation of api/openapi.yaml; where one address serves two kinds of things that not the
// same roles may see, there is an action for each.
//
// What a person may do with a case in its state is decided behind it, by the programme (cases/acts.h).
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "server/accounts/access.h"
#include "server/accounts/who.h"

namespace openimr::cases {
struct Case;
}

namespace openimr::server {

enum class Action : std::uint8_t {
  get_session,
  sign_in,
  sign_out,
  change_password,
  begin_openid,
  finish_openid,
  get_programme,
  list_work,
  list_my_cases,
  file_application,
  get_case,
  list_events,
  record_event,
  list_acts,
  get_eligibility,
  join_case,
  grant_access,
  break_glass,
  list_reads,
  get_record,  // getDocument of a record
  get_paper,   // getDocument of a letter or another paper of the case
  get_page,
  begin_upload,
  get_upload,
  continue_upload,
  cancel_upload,
  receive_records,
  get_desk,
  get_precedents,
  get_notes,
  keep_notes,
  accept_case,
  decline_case,
  prepare_draft,
  submit_determination,
  get_letter,
  sign_determination,
  correct_letter,
  send_notice,
  serve_determination,
  invoice_case,
  check_request,
  list_guidelines,
  get_topic,
  search_determinations,
  follow_determinations,
  get_determination,
  get_statistics,
  compare_periods,
  list_reviewers,
  get_reviewer,
  keep_reviewer,
  end_reviewer,
  assign_day,
  get_report,
  get_reviewer_rates,
  get_consistency,
  get_health,
  get_ready,
  get_metrics,
  get_api,
};

enum class Right : std::uint8_t {
  none,   // not for this role
  yes,    // for all of this role; it is about no case
  any,    // with any case
  own,    // with their own cases alone; no other case exists for them
  glass,  // with any case, for an hour after break-glass with a reason
};

// How somebody stands to a case.
struct CaseStanding {
  bool exists = false;
  bool is_own = false;         // reviewer: asked to take it, or has it; party: was given access
  bool is_glass_open = false;  // within an hour after break-glass
};

enum class Answer : std::uint8_t {
  allowed,
  sign_in_first,
  no_such_case,  // there is none, or there is none for them
  not_for_role,
  break_glass_first,
};

// Whether they may. `standing` is looked at only where the action is about a case. Whoever has only their own cases
// gets the same answer for another's as for one that is not there.
Answer may(const Who& who, Action action, const CaseStanding& standing = {});

// How they stand to a case that is there. A reviewer is one of the case's reviewers; of a party the store is asked, and
// of staff whether their glass is open.
Result<CaseStanding> standing_to(const Who& who, const cases::Case& c, const Access& access, Instant now);

// The table, for documents and tests.
struct RightsRow {
  Action action;
  std::string_view operation;  // of api/openapi.yaml
  std::string_view of{};       // what of it; empty: all
  Right nobody, intake, assign, review, quality, issue, medical_director, administrator, applicant;
};
std::span<const RightsRow> rights_table();

}  // namespace openimr::server
