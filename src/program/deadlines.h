// When something is due, and how it was counted. The day of the event is not counted, the last day is; days for the way
// of serving come first, then the last day moves once to a day on which the programme's calendar is open. Business days
// count open days of the rule's calendar only. Hours run by the clock; months end on the same day of the month, or its
// last.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "program/programme.h"

namespace openimr::program {

// What happened, as far as the counting asks.
struct Trigger {
  Moment on;
  std::string by;                     // a way of service; empty: not said, so every limit that depends on it is given
  std::string priority = "standard";  // or expedited
  std::string dispute = "ordinary";   // or a class of the programme
};

struct Deadline {
  const DeadlineRule* rule = nullptr;  // of the programme
  const RuleLimit* limit = nullptr;    // of the rule
  std::string what;                    // "employee: apply for independent medical review"
  std::optional<Moment> due;           // nothing where the law counts nothing
  std::string unit;
  std::vector<std::string> steps;  // the counting, for a person
};

// What is due after an event, in the order of the programme's rules. Rules that only extend another are left out. Fails
// where the event or the way of service is unknown.
Result<std::vector<Deadline>> deadlines_after(const Programme& programme, std::string_view event,
                                              const Trigger& trigger);

// What one rule gives from its event; a rule that extends others, from theirs. Fails where the rule is unknown, is not
// in force on the day, or holds in no such circumstances.
Result<std::vector<Deadline>> deadlines_of(const Programme& programme, std::string_view rule, const Trigger& trigger);

}  // namespace openimr::program
