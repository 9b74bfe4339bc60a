// openimr case show, history, next and do.
#include <algorithm>
#include <ostream>
#include <sstream>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <unistd.h>

#include "cases/acts.h"
#include "cases/case_json.h"
#include "cases/event_types.h"
#include "cli/case_view.h"
#include "cli/deliver.h"
#include "cli/office.h"
#include "cli/report.h"
#include "cli/rows.h"
#include "cli/terminal.h"

namespace openimr::cli {
namespace {

Screen screen_of(const Common& common) {
  return {static_cast<std::size_t>(std::max(terminal_width(STDOUT_FILENO), 80)), common.colour};
}

std::string as_text(const nlohmann::ordered_json& value) {
  return value.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + '\n';
}

// Every value of a case on a line of its own, by its place in the JSON: "/items/0/text".
Rows values_of(const nlohmann::ordered_json& c) {
  Rows out{{{"field", ""}, {"value", ""}}, {}, ""};
  const nlohmann::ordered_json flat = c.flatten();
  for (const auto& [field, value] : flat.items()) {
    if (value.is_primitive() && !value.is_null()) out.rows.push_back({field, nlohmann::json(value)});
  }
  return out;
}

// Events that rest on something which only a command of their own makes: a letter that lacks nothing, the evidence of a
// conflict check, a draft. They are not recorded by hand. Null where the event is none of them.
const char* own_command(std::string_view event) {
  constexpr std::pair<std::string_view, const char*> kAll[] = {{"draft-prepared", "draft"},
                                                               {"reviewer-accepted", "accept"},
                                                               {"signed", "sign"},
                                                               {"corrected", "correct"},
                                                               {"published", "publish"}};
  const auto* found =
      std::find_if(std::begin(kAll), std::end(kAll), [&](const auto& each) { return each.first == event; });
  return found == std::end(kAll) ? nullptr : found->second;
}

// "item=2" into the event.
Result<void> add_field(cases::CaseEvent& event, const cases::EventType& type, const std::string& given) {
  const auto equals = given.find('=');
  const std::string name = given.substr(0, equals);
  const auto field =
      std::find_if(type.fields.begin(), type.fields.end(), [&](const cases::Field& each) { return each.name == name; });
  if (equals == std::string::npos || field == type.fields.end()) {
    std::vector<std::string_view> known;
    for (const cases::Field& each : type.fields) known.push_back(each.name);
    return fail(
        {ErrorCode::wrong_use, fmt::format("{}: there is no such field", type.id), name, "", 0, 0,
         known.empty() ? "It has none." : fmt::format("Write NAME=VALUE; its fields: {}.", fmt::join(known, ", "))});
  }
  auto value = cases::field_from_text(*field, given.substr(equals + 1));
  if (!value) return fail(value.error());
  event.what[name] = std::move(*value);
  return {};
}

}  // namespace

ExitCode case_show(const Common& common, const OfficeOptions& options, std::ostream& out) {
  auto office = open_office(common, options);
  if (!office) return report(office.error(), {});
  const auto it = find_case(**office, options);
  if (!it) return report(it.error(), {});
  if (options.format == "csv") {
    std::ostringstream text;
    print_rows(text, values_of(cases::to_json(*it->programme, it->c, it->now)), "csv", 0, false);
    return deliver(text.str(), options.out, out);
  }
  return deliver(options.format == "json" ? as_text(cases::to_json(*it->programme, it->c, it->now))
                                          : case_view(*it->programme, it->c, it->now, screen_of(common)),
                 options.out, out);
}

ExitCode case_history(const Common& common, const OfficeOptions& options, std::ostream& out) {
  auto office = open_office(common, options);
  if (!office) return report(office.error(), {});
  if (const auto c = (*office)->ledger().load(options.number); !c) return report(c.error(), {});
  const auto events = (*office)->ledger().history(options.number);
  if (!events) return report(events.error(), {});
  if (options.format == "table") return deliver(history_view(*events, screen_of(common)), options.out, out);
  Rows rows{{{"version", "no."},
             {"event", ""},
             {"result", ""},
             {"on", ""},
             {"who", ""},
             {"why", ""},
             {"state", ""},
             {"hash", ""}},
            {},
            ""};
  if (options.format == "json") {
    auto all = nlohmann::ordered_json::array();
    for (const cases::KeptEvent& each : *events) all.push_back(cases::to_json(each));
    return deliver(as_text(all), options.out, out);
  }
  for (const cases::KeptEvent& each : *events) {
    const cases::CaseEvent& event = each.event;
    rows.rows.push_back({each.version, event.type, event.text("result"), event.on.iso(), event.who.text(), event.why,
                         event.state, each.hash.hex()});
  }
  print_rows(out, rows, options.format, 0, false);
  return ExitCode::done;
}

ExitCode case_next(const Common& common, const OfficeOptions& options, std::ostream& out) {
  auto office = open_office(common, options);
  if (!office) return report(office.error(), {});
  const auto it = find_case(**office, options);
  if (!it) return report(it.error(), {});
  if (!options.role.empty() && it->programme->life().role(options.role) == nullptr)
    return report({ErrorCode::wrong_use, "--role: the programme has no such role", options.role, "", 0, 0,
                   "Leave it out to see all that can be done, with the roles."},
                  {});
  if (options.format == "table")
    return deliver(next_view(*it->programme, it->c, options.role, screen_of(common)), options.out, out);
  Rows rows{{{"event", ""}, {"result", ""}, {"says", ""}, {"roles", ""}, {"to", ""}, {"section", ""}, {"standing", ""}},
            {},
            ""};
  for (const program::Act* act : cases::next_acts(*it->programme, it->c, options.role)) {
    rows.rows.push_back({act->event, act->result, act->says, fmt::format("{}", fmt::join(act->roles, " ")),
                         act->to.empty() ? it->c.state : act->to, act->section,
                         std::string(guidelines::name_of(act->standing))});
  }
  print_rows(out, rows, options.format, 0, false);
  return ExitCode::done;
}

ExitCode case_do(const Common& common, const OfficeOptions& options, std::ostream& out) {
  auto event = event_by(options, options.event);
  if (!event) return report(event.error(), {});
  auto office = open_office(common, options);
  if (!office) return report(office.error(), {});
  const cases::EventType* type = cases::event_type(options.event);
  if (type == nullptr)
    return report({ErrorCode::wrong_use, "there is no such event", options.event, "", 0, 0,
                   fmt::format("See what the case can do: openimr case next {}.", options.number)},
                  {});
  if (const char* command = own_command(options.event))
    return report({ErrorCode::wrong_use, "this event is made by a command of its own", options.event, "", 0, 0,
                   fmt::format("Use openimr case {} {}.", command, options.number)},
                  {});
  for (const std::string& field : options.fields) {
    if (auto added = add_field(*event, *type, field); !added) return report(added.error(), {});
  }
  const auto done = (*office)->ledger().record(options.number, {*event});
  if (!done) return report(done.error(), {});
  const auto law = (*office)->ledger().programme(done->programme);
  const program::State* state = law ? (*law)->life().state(done->state) : nullptr;
  out << fmt::format("{}: {}; it is '{}'{}.\n", done->number, type->says, done->state,
                     state != nullptr && !state->work.empty() ? "; next: " + state->work : "");
  return ExitCode::done;
}

}  // namespace openimr::cli
