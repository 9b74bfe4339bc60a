// /api/cases/{number}/acts, events and joining: what can be done with a case now, and doing it.
#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "cases/acts.h"
#include "cases/event_types.h"
#include "office/joining.h"
#include "server/api/case_view.h"
#include "server/api/routes.h"
#include "server/api/wrong_fields.h"

namespace openimr::server {
namespace {

using OrderedJson = nlohmann::ordered_json;

// What takes an event, where it is no plain one: it rests on something that only an address of its own makes.
constexpr std::array<std::pair<std::string_view, std::string_view>, 13> kOwnAddress = {{
    {"application-received", "none"},
    {"records-received", "records"},
    {"reviewer-accepted", "acceptance"},
    {"draft-prepared", "draft"},
    {"submitted", "submission"},
    {"signed", "signature"},
    {"corrected", "correction"},
    {"notice-sent", "notices"},
    {"served", "service"},
    {"invoiced", "invoice"},
    {"consolidated", "joining"},
    {"joined", "joining"},
    {"published", "none"},
}};

std::string_view address_of(std::string_view event) {
  const auto* found =
      std::find_if(kOwnAddress.begin(), kOwnAddress.end(), [&](const auto& each) { return each.first == event; });
  return found == kOwnAddress.end() ? "events" : found->second;
}

std::string_view name_of(cases::FieldKind kind) {
  using enum cases::FieldKind;
  switch (kind) {
    case text:
      return "text";
    case reviewer:
      return "reviewer";
    case day:
      return "day";
    case number:
      return "number";
    case item:
      return "item";
    case decision:
      return "decision";
    case priority:
      return "priority";
    case channel:
      return "channel";
    case document:
      return "document";
    case texts:
      return "texts";
    case role:
      return "role";
    case party:
      return "party";
    case parties:
      return "parties";
    case items:
      return "items";
    case documents:
      return "documents";
    case decisions:
      return "decisions";
  }
  return "text";
}

OrderedJson fields_of(const program::Act& act) {
  auto out = OrderedJson::array();
  const cases::EventType* type = cases::event_type(act.event);
  if (type == nullptr) return out;
  for (const cases::Field& field : type->fields) {
    if (field.name == "result" && !act.result.empty()) continue;
    out.push_back(
        {{"name", field.name}, {"kind", name_of(field.kind)}, {"required", field.required}, {"says", field.says}});
  }
  return out;
}

Reply list_acts(Call& call) {
  auto acts = OrderedJson::array();
  for (const program::Act* act : cases::next_acts(*call.programme, call.c(), call.who.role)) {
    const bool needs_reason = std::find(act->needs.begin(), act->needs.end(), "reasons") != act->needs.end();
    acts.push_back({{"event", act->event},
                    {"result", act->result.empty() ? OrderedJson() : OrderedJson(act->result)},
                    {"says", act->says},
                    {"to", act->to.empty() ? OrderedJson() : OrderedJson(act->to)},
                    {"section", act->section},
                    {"standing", guidelines::name_of(act->standing)},
                    {"by", address_of(act->event)},
                    {"needs_reason", needs_reason},
                    {"fields", fields_of(*act)}});
  }
  return json_text(OrderedJson({{"acts", std::move(acts)}}).dump());
}

// When it happened: now, or earlier where the organization enters what came by mail.
tl::expected<program::Moment, Problem> moment_of(const Call& call) {
  if (!call.body.contains("on")) return call.now;
  const auto on = program::Moment::from_iso(call.body.at("on").get<std::string>());
  const auto wrong = [](const char* message) { return refuse(wrong_field("on", message)); };
  if (!on) return wrong("There is no such day.");
  if (on->day > call.now.day) return wrong("This day is still to come.");
  if (!call.who.is_staff()) return wrong("Only the organization enters what happened earlier.");
  return *on;
}

Reply record_event(Call& call) {
  const auto type = call.body.at("event").get<std::string>();
  if (cases::event_type(type) == nullptr)
    return refuse(unprocessable("no_such_event", "There is no such event. See what the case can do (acts)."));
  if (const std::string_view address = address_of(type); address != "events")
    return refuse(unprocessable(
        "own_address", address == "none" ? "This event is not made here: the command `openimr case` makes it."
                                         : fmt::format("This event is made at an address of its own: {}.", address)));
  const auto key = call.key();
  if (!key) return refuse(key.error());
  if (auto again = answer_again(call, *key)) return std::move(*again);
  auto meant = call.meant();
  if (!meant) return refuse(std::move(meant.error()));
  const auto on = moment_of(call);
  if (!on) return refuse(on.error());
  cases::CaseEvent event = call.event(type);
  event.on = *on;
  event.why = call.body.value("why", "");
  event.what = call.body.value("what", nlohmann::json::object());
  auto done = call.office.ledger().record(call.c().number, {event}, *key, *meant);
  if (!done) return refuse(done.error());
  return case_answer(call, std::move(*done));
}

Reply join_case(Call& call) {
  if (call.c().joined_into == call.body.at("into").get<std::string>()) return case_answer(call, call.c());
  if (auto meant = call.meant(); !meant) return refuse(std::move(meant.error()));
  const auto into = call.office.ledger().load(call.body.at("into").get<std::string>());
  if (!into && into.error().code == ErrorCode::not_found) return refuse(wrong_field("into", "There is no such case."));
  if (!into) return refuse(into.error());
  cases::CaseEvent by = call.event("joined");
  by.why = call.body.value("why", "");
  auto joined = office::join(call.office, call.c(), *into, by);
  if (!joined) return refuse(joined.error());
  return case_answer(call, std::move(joined->from));
}

}  // namespace

void add_act_routes(Routes& routes) {
  routes.add(Method::get, "/api/cases/{number}/acts", Action::list_acts, list_acts);
  routes.add(Method::post, "/api/cases/{number}/events", Action::record_event, record_event);
  routes.add(Method::post, "/api/cases/{number}/joining", Action::join_case, join_case);
}

}  // namespace openimr::server
