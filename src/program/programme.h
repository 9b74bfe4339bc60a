// A review programme as its pack states it: its calendars, ways of serving papers, events and deadlines, and what the
// headers of the parts tell: its parties, life, eligibility, panel, fees, penalties, the letter, service, publication,
// notices and reviewers. Nothing of any one programme stands in code (packs/programs).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "base/result.h"
#include "program/calendar.h"
#include "program/eligibility.h"
#include "program/fees.h"
#include "program/letter_parts.h"
#include "program/life.h"
#include "program/limit.h"
#include "program/notices.h"
#include "program/panel.h"
#include "program/parties.h"
#include "program/penalties.h"
#include "program/publication.h"
#include "program/reviewer_rules.h"
#include "program/served.h"

namespace openimr::program {

struct WayOfService {
  std::string by;    // what a user names: mail, fax, ...
  std::string like;  // another way whose limits hold for this one too; empty: none
  std::string says;
  MailDays adds;
  std::size_t calendar = 0;  // of calendars(), where business days are added
  std::string section;
  Standing standing = Standing::unverified;
};

struct Event {
  std::string id;
  std::string says;  // "the UR decision is served on the worker"
};

// One limit of a rule, and where it holds: an empty condition holds always.
struct RuleLimit {
  Limit limit;
  std::size_t calendar = 0;  // of calendars(), for business days
  std::string by;
  std::string priority;  // standard | expedited
  std::string dispute;   // a class of dispute; ordinary where the request is of none
  std::string when;      // in words: not decided here
};

struct DeadlineRule {
  std::string id, who, act;
  std::vector<std::string> after;    // events
  std::vector<std::string> extends;  // rules whose time it makes longer; it is then counted from their events
  std::vector<RuleLimit> limits;
  bool adds_service = false;  // the days of serving are added
  bool is_flag = false;       // another rule runs the clock; this one is shown beside it
  InForce in_force;
  std::string section;
  Standing standing = Standing::unverified;
};

class Programme {
 public:
  // Of one file of the merged packs. Fails with file, line and remedy where a name is unknown or given twice, a limit
  // in business days has no calendar, dates are turned round, or rules extend one another in a circle.
  static Result<Programme> from_pack(const nlohmann::json& pack);

  const std::string& id() const { return id_; }
  const std::string& title() const { return title_; }
  bool is_default() const { return is_default_; }
  // Of each row that gives no days of its own.
  const InForce& in_force() const { return in_force_; }
  // Where the last day of a time in calendar days may not fall.
  const Calendar& roll() const { return calendars_[roll_]; }
  const std::string& roll_source() const { return roll_source_; }

  const std::vector<Calendar>& calendars() const { return calendars_; }
  const std::vector<WayOfService>& service() const { return service_; }
  const std::vector<Event>& events() const { return events_; }
  const std::vector<DeadlineRule>& deadlines() const { return deadlines_; }
  const Life& life() const { return life_; }

  // "ordinary", and every class of dispute that a deadline names.
  std::vector<std::string> dispute_classes() const;

  // Each of these is empty where the pack has no such list.
  const std::vector<PartyRole>& parties() const { return parties_; }
  const std::vector<EligibilityRule>& eligibility() const { return eligibility_; }
  const std::optional<Panel>& panel() const { return panel_; }
  const std::vector<OutcomeWord>& outcomes() const { return outcomes_; }
  const std::vector<FeeRow>& fees() const { return fees_; }
  const std::vector<PenaltyRule>& penalties() const { return penalties_; }
  const std::vector<LetterPart>& letter_parts() const { return letter_parts_; }
  const std::vector<Recipient>& served() const { return served_; }
  const std::vector<PublicationRow>& publication() const { return publication_; }
  const Correspondence& correspondence() const { return correspondence_; }
  const ReviewerRules& reviewers() const { return reviewers_; }
  const ConflictRules& conflicts() const { return conflicts_; }

  // Null where there is none of this name.
  const WayOfService* way(std::string_view by) const;
  const Event* event(std::string_view id) const;
  const DeadlineRule* rule(std::string_view id) const;
  const PartyRole* party(std::string_view id) const;

 private:
  friend class ProgrammeReader;
  std::string id_, title_, roll_source_;
  bool is_default_ = false;
  InForce in_force_;
  std::size_t roll_ = 0;
  std::vector<Calendar> calendars_;
  std::vector<WayOfService> service_;
  std::vector<Event> events_;
  std::vector<DeadlineRule> deadlines_;
  Life life_;
  std::vector<PartyRole> parties_;
  std::vector<EligibilityRule> eligibility_;
  std::optional<Panel> panel_;
  std::vector<OutcomeWord> outcomes_;
  std::vector<FeeRow> fees_;
  std::vector<PenaltyRule> penalties_;
  std::vector<LetterPart> letter_parts_;
  std::vector<Recipient> served_;
  std::vector<PublicationRow> publication_;
  Correspondence correspondence_;
  ReviewerRules reviewers_;
  ConflictRules conflicts_;
};

// All programmes of the packs.
Result<std::vector<Programme>> programmes_from_packs(const nlohmann::json& packs);

}  // namespace openimr::program
