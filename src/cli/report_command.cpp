// openimr report: the figures of a month.
#include <algorithm>
#include <sstream>

#include <unistd.h>

#include "cli/deliver.h"
#include "cli/office.h"
#include "cli/report.h"
#include "cli/report_sections.h"
#include "cli/terminal.h"

namespace openimr::cli {
namespace {

constexpr int kNarrowest = 80;
constexpr int kPaper = 100;  // characters of a line that is not for a terminal

ExitCode report_of(const Common& common, const OfficeOptions& options, std::ostream& out, const char* id) {
  const auto today = moment_of(options);
  if (!today) return cli::report(today.error(), {});
  const auto month = options.month.empty() ? cases::Month::of(today->day) : cases::Month::from_iso(options.month);
  if (!month)
    return cli::report(
        {ErrorCode::wrong_use, "--month: no such month", options.month, "", 0, 0, "Write the month as YYYY-MM."}, {});
  auto office = open_office(common, options);
  if (!office) return cli::report(office.error(), {});
  const auto report = office::report_of(**office, id, *month, today->day);
  if (!report) return cli::report(report.error(), {});
  std::ostringstream text;
  const bool on_screen = options.out.empty();
  const int width =
      on_screen && is_terminal(STDOUT_FILENO) ? std::max(terminal_width(STDOUT_FILENO), kNarrowest) : kPaper;
  print_report(text, *report, options.format, static_cast<std::size_t>(width), common.colour && on_screen);
  return deliver(text.str(), options.out, out);
}

}  // namespace

ExitCode report_timeliness(const Common& common, const OfficeOptions& options, std::ostream& out) {
  return report_of(common, options, out, "timeliness");
}

ExitCode report_volume(const Common& common, const OfficeOptions& options, std::ostream& out) {
  return report_of(common, options, out, "volume");
}

ExitCode report_outcomes(const Common& common, const OfficeOptions& options, std::ostream& out) {
  return report_of(common, options, out, "outcomes");
}

ExitCode report_agreement(const Common& common, const OfficeOptions& options, std::ostream& out) {
  return report_of(common, options, out, "agreement");
}

ExitCode report_reviewers(const Common& common, const OfficeOptions& options, std::ostream& out) {
  return report_of(common, options, out, "reviewers");
}

}  // namespace openimr::cli
