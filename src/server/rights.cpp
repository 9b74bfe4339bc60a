#include "server/rights.h"

#include <algorithm>
#include <array>
#include <cassert>

#include "cases/case.h"

namespace openimr::server {
namespace {

using enum Action;

constexpr Right no = Right::none, yes = Right::yes, any = Right::any, own = Right::own, glass = Right::glass;

// clang-format off
constexpr RightsRow kTable[] = {
// action              operation               of what              nobody intake assign review quality issue  med.dir. admin. applicant
  {get_session,          "getSession",          "",                     no,  yes,   yes,   yes,   yes,    yes,   yes,     yes,   yes},
  {sign_in,              "signIn",              "",                     yes, yes,   yes,   yes,   yes,    yes,   yes,     yes,   yes},
  {sign_out,             "signOut",             "",                     no,  yes,   yes,   yes,   yes,    yes,   yes,     yes,   yes},
  {change_password,      "changePassword",      "",                     no,  yes,   yes,   yes,   yes,    yes,   yes,     yes,   yes},
  {begin_openid,         "beginOpenid",         "",                     yes, yes,   yes,   yes,   yes,    yes,   yes,     yes,   yes},
  {finish_openid,        "finishOpenid",        "",                     yes, yes,   yes,   yes,   yes,    yes,   yes,     yes,   yes},

  {get_programme,        "getProgramme",        "",                     yes, yes,   yes,   yes,   yes,    yes,   yes,     yes,   yes},
  {list_work,            "listWork",            "",                     no,  yes,   yes,   yes,   yes,    yes,   yes,     no,    no},
  {list_my_cases,        "listMyCases",         "",                     no,  no,    no,    no,    no,     no,    no,      yes,   yes},
  {file_application,     "fileApplication",     "",                     no,  yes,   no,    no,    no,     no,    no,      no,    yes},

  {get_case,             "getCase",             "",                     no,  any,   any,   own,   any,    any,   any,     own,   own},
  {list_events,          "listEvents",          "",                     no,  any,   any,   own,   any,    any,   any,     own,   own},
  {record_event,         "recordEvent",         "",                     no,  any,   any,   own,   any,    any,   any,     own,   own},
  {list_acts,            "listActs",            "",                     no,  any,   any,   own,   any,    any,   any,     own,   own},
  {get_eligibility,      "getEligibility",      "",                     no,  any,   any,   no,    any,    any,   any,     no,    no},
  {join_case,            "joinCase",            "",                     no,  any,   any,   no,    no,     no,    no,      no,    no},
  {grant_access,         "grantAccess",         "",                     no,  any,   no,    no,    no,     no,    no,      no,    no},
  {break_glass,          "breakGlass",          "",                     no,  no,    any,   no,    no,     any,   no,      no,    no},
  {list_reads,           "listReads",           "",                     no,  no,    no,    no,    any,    no,    any,     no,    no},

  {get_record,           "getDocument",         "records",              no,  any,   glass, own,   any,    glass, any,     own,   own},
  {get_paper,            "getDocument",         "letters and papers",   no,  any,   glass, own,   any,    any,   any,     own,   own},
  {get_page,             "getPage",             "",                     no,  any,   glass, own,   any,    glass, any,     own,   own},
  {begin_upload,         "beginUpload",         "",                     no,  any,   no,    no,    no,     no,    no,      own,   own},
  {get_upload,           "getUpload",           "",                     no,  any,   no,    no,    no,     no,    no,      own,   own},
  {continue_upload,      "continueUpload",      "",                     no,  any,   no,    no,    no,     no,    no,      own,   own},
  {cancel_upload,        "cancelUpload",        "",                     no,  any,   no,    no,    no,     no,    no,      own,   own},
  {receive_records,      "receiveRecords",      "",                     no,  any,   no,    no,    no,     no,    no,      own,   own},

  {get_desk,             "getDesk",             "",                     no,  any,   glass, own,   any,    glass, any,     no,    no},
  {get_precedents,       "getPrecedents",       "",                     no,  any,   glass, own,   any,    glass, any,     no,    no},
  {get_notes,            "getNotes",            "",                     no,  no,    no,    own,   no,     no,    no,      no,    no},
  {keep_notes,           "keepNotes",           "",                     no,  no,    no,    own,   no,     no,    no,      no,    no},
  {accept_case,          "acceptCase",          "",                     no,  no,    no,    own,   no,     no,    no,      no,    no},
  {decline_case,         "declineCase",         "",                     no,  no,    no,    own,   no,     no,    no,      no,    no},
  {prepare_draft,        "prepareDraft",        "",                     no,  no,    any,   own,   no,     no,    no,      no,    no},
  {submit_determination, "submitDetermination", "",                     no,  no,    no,    own,   no,     no,    no,      no,    no},
  {get_letter,           "getLetter",           "",                     no,  any,   glass, own,   any,    any,   any,     no,    no},
  {sign_determination,   "signDetermination",   "",                     no,  no,    no,    own,   no,     no,    no,      no,    no},
  {correct_letter,       "correctLetter",       "",                     no,  no,    no,    no,    no,     any,   any,     no,    no},
  {send_notice,          "sendNotice",          "",                     no,  any,   any,   no,    no,     any,   no,      no,    no},
  {serve_determination,  "serveDetermination",  "",                     no,  no,    no,    no,    no,     any,   no,      no,    no},
  {invoice_case,         "invoiceCase",         "",                     no,  no,    no,    no,    no,     any,   no,      no,    no},

  {check_request,        "checkRequest",        "",                     yes, yes,   yes,   yes,   yes,    yes,   yes,     yes,   yes},
  {list_guidelines,      "listGuidelines",      "",                     yes, yes,   yes,   yes,   yes,    yes,   yes,     yes,   yes},
  {get_topic,            "getTopic",            "",                     yes, yes,   yes,   yes,   yes,    yes,   yes,     yes,   yes},
  {search_determinations,"searchDeterminations","",                     yes, yes,   yes,   yes,   yes,    yes,   yes,     yes,   yes},
  {follow_determinations,"followDeterminations","",                     yes, yes,   yes,   yes,   yes,    yes,   yes,     yes,   yes},
  {get_determination,    "getDetermination",    "",                     yes, yes,   yes,   yes,   yes,    yes,   yes,     yes,   yes},
  {get_statistics,       "getStatistics",       "",                     yes, yes,   yes,   yes,   yes,    yes,   yes,     yes,   yes},
  {compare_periods,      "comparePeriods",      "",                     yes, yes,   yes,   yes,   yes,    yes,   yes,     yes,   yes},

  {list_reviewers,       "listReviewers",       "",                     no,  no,    yes,   no,    no,     no,    yes,     no,    no},
  {get_reviewer,         "getReviewer",         "",                     no,  no,    yes,   no,    no,     no,    yes,     no,    no},
  {keep_reviewer,        "keepReviewer",        "",                     no,  no,    yes,   no,    no,     no,    no,      no,    no},
  {end_reviewer,         "endReviewer",         "",                     no,  no,    yes,   no,    no,     no,    no,      no,    no},
  {assign_day,           "assignDay",           "",                     no,  no,    yes,   no,    no,     no,    no,      no,    no},
  {get_report,           "getReport",           "",                     no,  yes,   yes,   no,    yes,    yes,   yes,     no,    no},
  {get_reviewer_rates,   "getReviewerRates",    "",                     no,  no,    no,    no,    no,     no,    yes,     no,    no},
  {get_consistency,      "getConsistency",      "",                     no,  no,    no,    no,    no,     no,    yes,     no,    no},

  {get_health,           "getHealth",           "",                     yes, yes,   yes,   yes,   yes,    yes,   yes,     yes,   yes},
  {get_ready,            "getReady",            "",                     yes, yes,   yes,   yes,   yes,    yes,   yes,     yes,   yes},
  {get_metrics,          "getMetrics",          "",                     yes, yes,   yes,   yes,   yes,    yes,   yes,     yes,   yes},
  {get_api,              "getApi",              "",                     yes, yes,   yes,   yes,   yes,    yes,   yes,     yes,   yes},
};
// clang-format on

constexpr bool has_a_row_for_each_action() {
  for (std::size_t i = 0; i < std::size(kTable); ++i) {
    if (kTable[i].action != static_cast<Action>(i)) return false;
  }
  return std::size(kTable) == static_cast<std::size_t>(get_api) + 1;
}
static_assert(has_a_row_for_each_action());

Right right_of(const RightsRow& row, std::string_view role) {
  const std::array of_role = {row.intake, row.assign,           row.review,        row.quality,
                              row.issue,  row.medical_director, row.administrator, row.applicant};
  const auto found = std::find(kRoles.begin(), kRoles.end(), role);
  return found == kRoles.end() ? Right::none : of_role[static_cast<std::size_t>(found - kRoles.begin())];
}

bool may_break_glass(std::string_view role) {
  return std::any_of(std::begin(kTable), std::end(kTable),
                     [&](const RightsRow& row) { return right_of(row, role) == Right::glass; });
}

}  // namespace

std::span<const RightsRow> rights_table() {
  return kTable;
}

Answer may(const Who& who, Action action, const CaseStanding& standing) {
  const RightsRow& row = kTable[static_cast<std::size_t>(action)];
  if (!who.is_signed_in()) return row.nobody == Right::none ? Answer::sign_in_first : Answer::allowed;
  switch (right_of(row, who.role)) {
    case Right::none:
      return Answer::not_for_role;
    case Right::yes:
      return Answer::allowed;
    case Right::any:
      return standing.exists ? Answer::allowed : Answer::no_such_case;
    case Right::own:
      return standing.exists && standing.is_own ? Answer::allowed : Answer::no_such_case;
    case Right::glass:
      if (!standing.exists) return Answer::no_such_case;
      return standing.is_glass_open ? Answer::allowed : Answer::break_glass_first;
  }
  return Answer::not_for_role;
}

Result<CaseStanding> standing_to(const Who& who, const cases::Case& c, const Access& access, Instant now) {
  CaseStanding out{.exists = true};
  if (who.is_reviewer()) {
    out.is_own = c.reviewer(who.account) != nullptr;
  } else if (who.is_party()) {
    const auto has = access.has(c.number, who.account);
    if (!has) return fail(has.error());
    out.is_own = *has;
  } else if (may_break_glass(who.role)) {
    const auto open = access.is_glass_open(c.number, who.account, now);
    if (!open) return fail(open.error());
    out.is_glass_open = *open;
  }
  return out;
}

}  // namespace openimr::server
