#include "facts/computed.h"

namespace openimr::facts {

void age_events(const records::CaseFile& file, Facts& facts) {
  constexpr CalendarDays kThreeMonths{92};
  const Date to = counted_to(file, facts);
  for (Fact& fact : facts.all) {
    if (fact.assertion != Assertion::present || !fact.date || !fact.attributes.contains("dated")) continue;
    const bool event = fact.name == "acute_exacerbation" || fact.name == "new_injury";
    if (event && to.since(fact.date->last) > kThreeMonths) fact.assertion = Assertion::historical;
  }
}

}  // namespace openimr::facts
