// openimr demo: a store of invented cases.
#include <chrono>
#include <iostream>
#include <map>

#include <fmt/format.h>
#include <unistd.h>

#include "cli/demo_progress.h"
#include "cli/office.h"
#include "cli/report.h"
#include "cli/terminal.h"
#include "office/demo.h"

namespace openimr::cli {
namespace {

constexpr int kYear = 365;

Result<Date> day_of(const char* option, const std::string& text, Date otherwise) {
  if (text.empty()) return otherwise;
  const auto day = Date::from_iso(text);
  if (day) return *day;
  return fail(
      {ErrorCode::wrong_use, fmt::format("{}: no such day", option), text, "", 0, 0, "Write the date as YYYY-MM-DD."});
}

Result<cases::Demo> demo_of(const OfficeOptions& options) {
  const auto today = moment_of(options);
  if (!today) return fail(today.error());
  const auto last = day_of("--until", options.until, today->day);
  if (!last) return fail(last.error());
  const auto first = day_of("--from", options.from, last->plus({-kYear}));
  if (!first) return fail(first.error());
  return cases::Demo{options.seed, options.cases, *first, *last};
}

void print_states(std::ostream& out, const program::Programme& programme, const std::map<std::string, int>& by_state) {
  for (const program::State& state : programme.life().states()) {
    const auto found = by_state.find(state.id);
    if (found != by_state.end()) out << fmt::format("{:>9}  {:<20}  {}\n", found->second, state.id, state.says);
  }
}

}  // namespace

ExitCode demo(const Common& common, const OfficeOptions& options, std::ostream& out) {
  const auto demo = demo_of(options);
  if (!demo) return report(demo.error(), {});
  auto office = open_office(common, options, true);
  if (!office) return report(office.error(), {});
  DemoProgress progress(is_terminal(STDERR_FILENO), demo->cases);
  const auto by_state = office::fill_with_demo(**office, *demo, [&](int done) { progress.show(done); });
  progress.end();
  if (!by_state) return report(by_state.error(), {});
  out << fmt::format("{}: {} invented case{}, from {} to {}.\n\n", (*office)->store().address(), demo->cases,
                     demo->cases == 1 ? "" : "s", demo->first.iso(), demo->last.iso());
  print_states(out, (*office)->law().usual(), *by_state);
  if (demo->cases > office::kMostDemoLetters) out << "\nMore than 2,000 cases share one letter.\n";
  out << fmt::format(
      "\nTry next:\n"
      "  openimr work list --store {0} --on {1} --role review\n"
      "  openimr case show --store {0} --on {1} {2}\n"
      "  openimr report timeliness --store {0} --on {1}\n",
      options.store, demo->last.iso(), cases::DemoOffice::number_of(0));
  return ExitCode::done;
}

}  // namespace openimr::cli
