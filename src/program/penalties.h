// What a breach of the programme's law costs. Most amounts are set by the day, up to a maximum; of some the law gives
// no more than a bound. Computed for information: an authority assesses a penalty, nothing here does.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "program/calendar.h"
#include "program/money.h"

namespace openimr::program {

class Programme;

struct PenaltyRule {
  enum class Counted : std::uint8_t { each_day, once };

  std::string id;
  std::string violation;  // "records reach the review organization late"
  Counted counted = Counted::once;
  std::optional<Money> amount;         // of a day, or of the breach; nothing: the pack does not know it
  std::optional<Money> at_most;        // the same, where the law only bounds it
  std::optional<Money> maximum;        // of all days together
  std::vector<std::string> deadlines;  // rules whose last day the days are counted from
  InForce in_force;
  std::string section;
  Standing standing = Standing::unverified;
};

struct Penalty {
  Money amount;           // exact, or the most that it can be
  bool is_bound = false;  // the law gives no more than that
  std::string says;       // "3 days at USD 500"
};

// Null where there is none of this id.
const PenaltyRule* penalty_rule(const Programme& programme, std::string_view id);

// For a breach of so many days after the last day of the deadline. No day, or less, is no breach of a rule that is
// counted by the day. Fails with not_found where the pack knows no amount; the message has the section.
Result<Penalty> penalty_for(const PenaltyRule& rule, CalendarDays late);

}  // namespace openimr::program
