#include "cases/clocks.h"

#include <algorithm>

namespace openimr::cases {
namespace {

using program::Deadline;
using program::Moment;
using program::Programme;

// The deadline made longer by the rule that extends it, where there is one.
void extend(const Programme& programme, const program::Trigger& trigger, Deadline& deadline) {
  for (const program::DeadlineRule& rule : programme.deadlines()) {
    if (std::find(rule.extends.begin(), rule.extends.end(), deadline.rule->id) == rule.extends.end()) continue;
    const auto longer = program::deadlines_of(programme, rule.id, trigger);
    if (!longer) continue;
    for (const Deadline& each : *longer) {
      if (each.due && deadline.due && *each.due > *deadline.due) {
        deadline.due = each.due;
        deadline.steps = each.steps;
      }
    }
  }
}

// When it was kept: the first time after it began, by the order in which things were entered.
std::optional<Moment> kept_on(const Case& c, const std::string& rule, const Clock& clock) {
  for (const Kept& kept : c.kept) {
    if (kept.rule == rule && kept.version >= clock.version) return kept.on;
  }
  return std::nullopt;
}

ClockState state_of(const RunningDeadline& running, const Moment& now) {
  const auto& due = running.deadline.due;
  if (!due) return running.kept ? ClockState::kept : ClockState::untimed;
  if (running.kept) return is_past(*due, *running.kept) ? ClockState::kept_late : ClockState::kept;
  return is_past(*due, now) ? ClockState::overdue : ClockState::open;
}

}  // namespace

std::string_view name_of(ClockState state) {
  switch (state) {
    case ClockState::open:
      return "open";
    case ClockState::overdue:
      return "overdue";
    case ClockState::kept:
      return "kept";
    case ClockState::kept_late:
      return "kept late";
    case ClockState::untimed:
      return "no day";
  }
  return "";
}

bool is_past(const Moment& due, const Moment& now) {
  if (now.day != due.day) return now.day > due.day;
  return due.minute && now.minute && *now.minute > *due.minute;
}

std::vector<RunningDeadline> deadlines_of(const Programme& programme, const Case& c, const Moment& now) {
  std::vector<RunningDeadline> out;
  for (std::size_t i = 0; i < c.clocks.size(); ++i) {
    const Clock& clock = c.clocks[i];
    const bool again = std::any_of(c.clocks.begin() + static_cast<std::ptrdiff_t>(i) + 1, c.clocks.end(),
                                   [&](const Clock& later) { return later.event == clock.event; });
    if (again) continue;
    const program::Trigger trigger{clock.on, clock.by, c.priority, c.dispute};
    auto found = program::deadlines_after(programme, clock.event, trigger);
    if (!found) continue;
    for (Deadline& deadline : *found) {
      if (c.extended) extend(programme, trigger, deadline);
      RunningDeadline running{std::move(deadline), clock.on, std::nullopt, ClockState::open};
      running.kept = kept_on(c, running.deadline.rule->id, clock);
      running.state = state_of(running, now);
      out.push_back(std::move(running));
    }
  }
  return out;
}

std::optional<Moment> due_of(const Programme& programme, const Case& c) {
  const program::State* state = programme.life().state(c.state);
  if (state == nullptr || state->due.empty() || !c.last) return std::nullopt;
  std::optional<Moment> first;
  for (const RunningDeadline& running : deadlines_of(programme, c, *c.last)) {
    const bool counts = std::find(state->due.begin(), state->due.end(), running.deadline.rule->id) != state->due.end();
    if (!counts || running.kept || !running.deadline.due) continue;
    if (!first || *running.deadline.due < *first) first = running.deadline.due;
  }
  return first;
}

}  // namespace openimr::cases
