// openimr work list: the cases whose next step is a role's.
#include <algorithm>
#include <iostream>

#include <fmt/format.h>
#include <unistd.h>

#include "cases/clocks.h"
#include "cases/lists.h"
#include "cli/case_view.h"
#include "cli/office.h"
#include "cli/report.h"
#include "cli/rows.h"
#include "cli/terminal.h"

namespace openimr::cli {
namespace {

using cases::Case;

constexpr std::size_t kLeastItemWidth = 12;

Result<void> check_role(const office::Office& office, const std::string& role) {
  std::vector<std::string> known;
  for (const program::Programme& programme : office.programmes()) {
    for (const program::State& state : programme.life().states()) {
      if (state.work == role) return {};
      if (!state.work.empty() && std::find(known.begin(), known.end(), state.work) == known.end())
        known.push_back(state.work);
    }
  }
  return fail({ErrorCode::wrong_use, "--role: no step of a case is this role's", role, "", 0, 0,
               fmt::format("Use one of: {}.", fmt::join(known, ", "))});
}

std::string items_of(const Case& c) {
  const std::string first = c.items.empty() ? "" : c.items.front().text;
  return c.items.size() < 2 ? first : fmt::format("{} (+{})", first, c.items.size() - 1);
}

}  // namespace

ExitCode work_list(const Common& common, const OfficeOptions& options, std::ostream& out) {
  auto office = open_office(common, options);
  if (!office) return report(office.error(), {});
  if (auto known = check_role(**office, options.role); !known) return report(known.error(), {});
  const auto now = moment_of(options);
  if (!now) return report(now.error(), {});
  const std::string list = "work/" + options.role;
  const std::string until = options.overdue ? now->day.iso() : "";
  store::Store& store = (*office)->store();
  const auto total = store.count(list, "", until);
  if (!total) return report(total.error(), {});
  const auto places = store.list(list, "", until, std::nullopt, options.limit);
  if (!places) return report(places.error(), {});
  Rows rows{{{"due", "due"},
             {"left", ""},
             {"case_number", "case"},
             {"state", "state"},
             {"priority", "priority"},
             {"received", "received"},
             {"items", "items", false, kLeastItemWidth}},
            {},
            options.overdue ? "Nothing is overdue." : "No case waits for this role."};
  constexpr std::size_t kPrefix = 5;  // "case/"
  for (const store::ListPlace& place : *places) {
    const auto c = (*office)->ledger().load(place.stream.substr(kPrefix));
    if (!c) return report(c.error(), {});
    const bool dated = place.sort != cases::kNoDay;
    const auto due = program::Moment::from_iso(place.sort);
    rows.rows.push_back({dated ? nlohmann::json(place.sort) : nlohmann::json(),
                         dated && due ? nlohmann::json(days_left(due->day, now->day)) : nlohmann::json(), c->number,
                         c->state, c->priority, c->received ? c->received->day.iso() : "", items_of(*c)});
  }
  const auto width = static_cast<std::size_t>(std::max(terminal_width(STDOUT_FILENO), 80));
  print_rows(out, rows, options.format, width, common.colour);
  const auto shown = static_cast<std::int64_t>(places->size());
  if (options.format == "table" && shown > 0)
    out << (shown < *total ? fmt::format("\n{} of {} cases; more with --limit.\n", shown, *total)
                           : fmt::format("\n{} case{}.\n", shown, shown == 1 ? "" : "s"));
  return ExitCode::done;
}

}  // namespace openimr::cli
