#include "cases/acts.h"

#include <algorithm>

#include <fmt/format.h>

#include "cases/clocks.h"
#include "cases/event_types.h"
#include "cases/needs.h"

namespace openimr::cases {
namespace {

using program::Act;
using program::Programme;

tl::unexpected<Error> refuse(std::string message, std::string offending, std::string remedy) {
  return fail({ErrorCode::wrong_use, std::move(message), std::move(offending), "", 0, 0, std::move(remedy)});
}

// Whether the result of such an event follows from the case: whether others are to come.
bool follows(const EventType& type) {
  return std::any_of(type.fields.begin(), type.fields.end(),
                     [](const Field& field) { return field.name == "result" && !field.required; });
}

// "all" where who acts is the last of the case's reviewers to do it.
std::string outstanding(const Case& c, const CaseEvent& event) {
  const auto has_done = [&](const CaseReviewer& each) {
    return event.type == "reviewer-accepted" ? each.accepted
           : event.type == "submitted"       ? each.submitted
                                             : each.signed_;
  };
  const auto done = std::count_if(c.reviewers.begin(), c.reviewers.end(),
                                  [&](const CaseReviewer& each) { return each.id != event.who.id && has_done(each); });
  return done + 1 >= c.reviewers_needed ? "all" : "others-to-come";
}

std::string events_of(const std::vector<const Act*>& acts) {
  std::vector<std::string> names;
  for (const Act* act : acts) {
    std::string name = act->event;
    if (!act->result.empty() && act->result != "all" && act->result != "others-to-come") name += " " + act->result;
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
  }
  return names.empty() ? "Nothing can follow." : fmt::format("It allows: {}.", fmt::join(names, ", "));
}

// Whether an item of the case was found necessary.
bool is_overturned(const Programme& programme, const Case& c) {
  for (std::size_t i = 0; i < c.items.size(); ++i) {
    if (decision_on(programme, c, i) == Decision::overturned) return true;
  }
  return false;
}

// One of the deadlines that must have passed has.
Result<void> check_late(const Programme& programme, const Case& c, const Act& act, const CaseEvent& event) {
  if (act.late.empty()) return {};
  std::optional<program::Moment> first;
  for (const RunningDeadline& running : deadlines_of(programme, c, event.on)) {
    if (std::find(act.late.begin(), act.late.end(), running.deadline.rule->id) == act.late.end()) continue;
    if (running.state == ClockState::overdue) return {};
    if (running.deadline.due && (!first || *running.deadline.due < *first)) first = running.deadline.due;
  }
  if (!first) return refuse(fmt::format("{}: no deadline for it runs", act.event), "", "See openimr case show.");
  return refuse(fmt::format("{}: the time for it runs until {}", act.event, first->iso()), event.on.iso(),
                "Wait until it has passed.");
}

}  // namespace

Result<const Act*> allowed(const Programme& programme, const Case& c, const CaseEvent& event) {
  const program::Life& life = programme.life();
  if (life.role(event.who.role) == nullptr) {
    std::vector<std::string_view> known;
    for (const program::Role& role : life.roles()) known.push_back(role.id);
    return refuse("the programme has no such role", event.who.role,
                  fmt::format("Use one of: {}.", fmt::join(known, ", ")));
  }
  const EventType* type = event_type(event.type);
  if (type == nullptr) return refuse("there is no such event", event.type, events_of(next_acts(programme, c)));
  const std::string given = event.text("result");
  const std::string result = follows(*type) ? outstanding(c, event) : given;
  const Act* act = life.act(c.state, event.type, result);
  if (act == nullptr) {
    const std::string named = result.empty() || result == "all" ? event.type : event.type + " " + result;
    return refuse(fmt::format("a case that is '{}' does not allow this", c.state), named,
                  events_of(next_acts(programme, c)));
  }
  if (!act->is_for(event.who.role))
    return refuse(fmt::format("{}: this role may not do it", event.type), event.who.role,
                  fmt::format("It is for: {} ({}).", fmt::join(act->roles, ", "), act->section));
  if (!given.empty() && given != result)
    return refuse(fmt::format("{}: whether others are to come follows from the case", event.type), given,
                  fmt::format("Leave the result out: it is {}.", result));
  return act;
}

Result<CaseEvent> checked(const Programme& programme, const Case& c, CaseEvent event) {
  const auto found = allowed(programme, c, event);
  if (!found) return fail(found.error());
  const Act& act = **found;
  if (auto sound = check_fields(event, programme); !sound) return fail(sound.error());
  if (c.received && event.on.day < c.received->day)
    return refuse(fmt::format("{}: it happened before the application arrived", event.type), event.on.iso(),
                  fmt::format("The application arrived on {}.", c.received->iso()));
  for (const std::string& need : act.needs) {
    if (auto met = check_need(need, programme, c, event); !met) {
      Error error = met.error();
      error.remedy += fmt::format(" ({})", act.section);
      return fail(std::move(error));
    }
  }
  if (auto late = check_late(programme, c, act, event); !late) return fail(late.error());
  if (!act.result.empty()) event.what["result"] = act.result;
  event.state = act.to.empty() ? c.state : act.to;
  const auto to = event.what.find("to");
  const bool starts = (act.starts_for.empty() || (to != event.what.end() && to->value("role", "") == act.starts_for)) &&
                      (!act.starts_overturned || is_overturned(programme, c));
  event.starts = starts ? act.starts : std::vector<std::string>{};
  event.meets = act.meets;
  return event;
}

std::vector<const Act*> next_acts(const Programme& programme, const Case& c, std::string_view role) {
  std::vector<const Act*> out;
  for (const Act& act : programme.life().acts()) {
    if (act.is_from(c.state) && (role.empty() || act.is_for(role))) out.push_back(&act);
  }
  return out;
}

Result<void> check_life(const Programme& programme) {
  const auto needs = need_names();
  for (const Act& act : programme.life().acts()) {
    if (event_type(act.event) == nullptr)
      return fail({ErrorCode::invalid, programme.id() + ": an act is no event that is known", act.event, "", 0, 0,
                   "Use one of those of docs/cases.md."});
    for (const std::string& need : act.needs) {
      if (std::find(needs.begin(), needs.end(), need) == needs.end())
        return fail({ErrorCode::invalid,
                     fmt::format("{}: {} names a condition that is unknown", programme.id(), act.event), need, "", 0, 0,
                     fmt::format("Use one of: {}.", fmt::join(needs, ", "))});
    }
  }
  return {};
}

}  // namespace openimr::cases
