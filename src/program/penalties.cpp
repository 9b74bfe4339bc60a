#include "program/penalties.h"

#include <algorithm>

#include <fmt/core.h>

#include "program/programme.h"

namespace openimr::program {

const PenaltyRule* penalty_rule(const Programme& programme, std::string_view id) {
  const auto& all = programme.penalties();
  const auto found = std::find_if(all.begin(), all.end(), [&](const PenaltyRule& rule) { return rule.id == id; });
  return found == all.end() ? nullptr : &*found;
}

Result<Penalty> penalty_for(const PenaltyRule& rule, CalendarDays late) {
  const std::optional<Money> unit = rule.amount ? rule.amount : rule.at_most;
  if (!unit) {
    return fail({ErrorCode::not_found, fmt::format("penalties: the amount of {} is not known", rule.id), "", "", 0, 0,
                 fmt::format("Look it up in {}, and write it into the pack.", rule.section)});
  }
  const bool is_bound = !rule.amount;
  if (rule.counted == PenaltyRule::Counted::once) return Penalty{*unit, is_bound, unit->words()};
  const int days = std::max(late.count, 0);
  const Money all = unit->times(days);
  std::string says =
      fmt::format("{} {} at {}{}", days, days == 1 ? "day" : "days", is_bound ? "no more than " : "", unit->words());
  if (!rule.maximum || all <= *rule.maximum) return Penalty{all, is_bound, std::move(says)};
  return Penalty{*rule.maximum, is_bound, fmt::format("{}; no more than {} in all", says, rule.maximum->words())};
}

}  // namespace openimr::program
