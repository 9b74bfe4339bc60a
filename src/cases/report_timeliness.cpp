// How the deadlines of a month were kept.
#include <algorithm>

#include "cases/clocks.h"
#include "cases/report.h"
#include "program/penalties.h"

namespace openimr::cases {
namespace {

using program::Programme;

bool contains(const std::vector<std::string>& list, const std::string& text) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

bool ends_a_state(const Programme& programme, const std::string& rule) {
  const auto& states = programme.life().states();
  return std::any_of(states.begin(), states.end(),
                     [&](const program::State& each) { return contains(each.due, rule); });
}

bool can_be_missed(const Programme& programme, const std::string& rule) {
  const auto& acts = programme.life().acts();
  return std::any_of(acts.begin(), acts.end(), [&](const program::Act& each) { return contains(each.late, rule); });
}

// In the order of the programme's rules.
RuleFigures& figures_for(std::vector<RuleFigures>& list, const Programme& programme,
                         const program::DeadlineRule& rule) {
  const auto found = std::find_if(list.begin(), list.end(), [&](const auto& each) { return each.rule == rule.id; });
  if (found != list.end()) return *found;
  const auto place = std::find_if(list.begin(), list.end(), [&](const RuleFigures& each) {
    const program::DeadlineRule* other = programme.rule(each.rule);
    return other != nullptr && other > &rule;
  });
  return *list.insert(place, RuleFigures{rule.id, rule.who + ": " + rule.act});
}

PenaltyFigures& figures_for(std::vector<PenaltyFigures>& list, const program::PenaltyRule& rule) {
  const auto found = std::find_if(list.begin(), list.end(), [&](const auto& each) { return each.rule == rule.id; });
  if (found != list.end()) return *found;
  return list.emplace_back(PenaltyFigures{rule.id, rule.violation, rule.section});
}

struct Late {
  std::string rule;
  CalendarDays days;
};

void add_penalties(Timeliness& report, const Programme& programme, const std::vector<Late>& all, Date day) {
  for (const program::PenaltyRule& rule : programme.penalties()) {
    CalendarDays most;
    for (const Late& late : all) {
      if (contains(rule.deadlines, late.rule)) most = std::max(most, late.days);
    }
    const auto penalty = program::penalty_for(rule, most);
    if (most.count == 0 || !penalty || !rule.in_force.holds_on(day)) continue;
    PenaltyFigures& figures = figures_for(report.penalties, rule);
    ++figures.cases;
    figures.days += most.count;
    figures.amount = figures.amount + penalty->amount;
    figures.is_bound = figures.is_bound || penalty->is_bound;
  }
}

}  // namespace

void add(Timeliness& report, const Programme& programme, const Case& c) {
  if (c.determined) {
    ++report.determined;
    if (c.assigned) report.from_assignment.add(c.determined->day.since(c.assigned->day));
    if (c.complete) report.from_complete.add(c.determined->day.since(c.complete->day));
  }
  const auto until = c.determined ? c.determined : c.ended;
  if (!until) return;
  std::vector<Late> late;
  for (const RunningDeadline& running : deadlines_of(programme, c, *until)) {
    const program::DeadlineRule& rule = *running.deadline.rule;
    const auto& due = running.deadline.due;
    if (!due || !ends_a_state(programme, rule.id)) continue;
    const bool missed = running.state == ClockState::overdue && can_be_missed(programme, rule.id);
    if (!running.kept && !missed) continue;
    RuleFigures& figures = figures_for(report.rules, programme, rule);
    if (running.state == ClockState::kept) {
      ++figures.in_time;
      continue;
    }
    ++(missed ? figures.missed : figures.late);
    const CalendarDays days = (running.kept ? running.kept->day : until->day).since(due->day);
    figures.most_days_late = std::max(figures.most_days_late, days.count);
    late.push_back({rule.id, days});
  }
  add_penalties(report, programme, late, until->day);
}

}  // namespace openimr::cases
