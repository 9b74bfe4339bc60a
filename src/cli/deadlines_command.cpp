#include <algorithm>
#include <ostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/commands.h"
#include "cli/report.h"
#include "office/engine.h"
#include "program/deadlines.h"

namespace openimr::cli {
namespace {

using program::Calendar;
using program::Deadline;
using program::Programme;

Result<Programme> programme_named(const nlohmann::json& packs, const std::string& name) {
  auto all = program::programmes_from_packs(packs);
  if (!all) return fail(all.error());
  std::vector<std::string> known;
  for (Programme& programme : *all) {
    if (name.empty() ? programme.is_default() : programme.id() == name) return std::move(programme);
    known.push_back(programme.id());
  }
  return fail({ErrorCode::wrong_use, "--programme: no such programme", name, "", 0, 0,
               fmt::format("Use one of: {}.", fmt::join(known, ", "))});
}

// What a calendar says of a day, in the form of a deadline: the next open day is what is due.
struct OpenDay {
  const Calendar& calendar;
  bool open;
  Date next;
  std::string step;
};

OpenDay open_day(const Calendar& calendar, Date day) {
  const std::string why(calendar.why_closed(day));
  const Date next = calendar.open_from(day);
  const auto weekday = program::name_of(day.weekday());
  return {calendar, why.empty(), next,
          why.empty()
              ? fmt::format("{} ({}) is open", day.iso(), weekday)
              : fmt::format("{} ({}) is closed: {}; the next open day is {}", day.iso(), weekday, why, next.iso())};
}

nlohmann::json to_json(const OpenDay& day) {
  return {{"rule", day.calendar.id()},
          {"what", day.calendar.title()},
          {"open", day.open},
          {"due", day.next.iso()},
          {"unit", "business days"},
          {"section", day.calendar.section()},
          {"standing", guidelines::name_of(day.calendar.standing())},
          {"steps", {day.step}}};
}

nlohmann::json to_json(const Deadline& deadline) {
  return {{"rule", deadline.rule->id},
          {"what", deadline.what},
          {"due", deadline.due ? nlohmann::json(deadline.due->iso()) : nlohmann::json()},
          {"unit", deadline.unit},
          {"section", deadline.rule->section},
          {"standing", guidelines::name_of(deadline.rule->standing)},
          {"steps", deadline.steps}};
}

void print(const Deadline& deadline, std::ostream& out) {
  const std::string due =
      deadline.due ? fmt::format("due {} ({})", deadline.due->iso(), program::name_of(deadline.due->day.weekday()))
                   : "no day";
  out << fmt::format("{:<7} {}\n        {}\n", deadline.rule->id, due, deadline.what);
  for (const std::string& step : deadline.steps) out << "          " << step << '\n';
  out << fmt::format("        {}; {}\n\n", deadline.rule->section, guidelines::name_of(deadline.rule->standing));
}

void print(const OpenDay& day, std::ostream& out) {
  out << fmt::format("{:<10} {}\n           {}; {}\n", day.calendar.id(), day.step, day.calendar.section(),
                     guidelines::name_of(day.calendar.standing()));
}

ExitCode business_day(const Programme& programme, const DeadlineOptions& options, std::ostream& out) {
  const auto day = Date::from_iso(options.business_day);
  if (!day) {
    return report({ErrorCode::wrong_use, "--business-day: no such day", options.business_day, "", 0, 0,
                   "Write the date as YYYY-MM-DD."},
                  {});
  }
  auto all = nlohmann::json::array();
  for (const Calendar& calendar : programme.calendars()) {
    const OpenDay found = open_day(calendar, *day);
    if (options.format == "json") {
      all.push_back(to_json(found));
    } else {
      print(found, out);
    }
  }
  if (options.format == "json") out << all.dump(2) << '\n';
  return ExitCode::done;
}

}  // namespace

ExitCode deadlines(const Common& common, const DeadlineOptions& options, std::ostream& out) {
  std::vector<Error> problems;
  const auto packs = office::load_packs(common.packs, problems);
  if (!packs) return report(packs.error(), problems);
  const auto programme = programme_named(packs->data, options.programme);
  if (!programme) return report(programme.error(), {});
  if (!options.business_day.empty()) return business_day(*programme, options, out);

  const auto on = program::Moment::from_iso(options.on);
  if (!on) {
    return report({ErrorCode::wrong_use, "--on: no such day", options.on, "", 0, 0,
                   "Write YYYY-MM-DD, or YYYY-MM-DDThh:mm where the hour counts."},
                  {});
  }
  const program::Trigger trigger{*on, options.by, options.priority, options.formulary ? "formulary" : "ordinary"};
  const auto found = options.rule.empty() ? program::deadlines_after(*programme, options.event, trigger)
                                          : program::deadlines_of(*programme, options.rule, trigger);
  if (!found) return report(found.error(), {});
  if (options.format == "json") {
    auto all = nlohmann::json::array();
    for (const Deadline& deadline : *found) all.push_back(to_json(deadline));
    out << all.dump(2) << '\n';
    return ExitCode::done;
  }
  if (found->empty()) out << "No rule counts from this event on that day.\n";
  for (const Deadline& deadline : *found) print(deadline, out);
  return ExitCode::done;
}

}  // namespace openimr::cli
