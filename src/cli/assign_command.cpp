// openimr assign: reviewers proposed for all cases that wait for one, at once.
#include <algorithm>
#include <ostream>

#include <fmt/format.h>
#include <unistd.h>

#include "cli/day_assignment.h"
#include "cli/office.h"
#include "cli/report.h"
#include "cli/terminal.h"
#include "office/engine.h"

namespace openimr::cli {

ExitCode assign(const Common& common, const OfficeOptions& options, std::ostream& out) {
  const auto by = event_by(options, "reviewer-proposed");
  if (!by) return report(by.error(), {});
  const auto office = open_office(common, options);
  if (!office) return report(office.error(), {});
  const auto vocabulary = vocabulary::Vocabulary::from_packs((*office)->packs().data["vocabulary"]);
  if (!vocabulary) return report(vocabulary.error(), {});
  office::DayAssignment told{by->on.day, 0, 0, {}, {}, {}};
  if (const auto done = office::assign_day(**office, *vocabulary, *by, options.dry_run, told); !done) {
    const auto kept = std::count(told.recorded.begin(), told.recorded.end(), office::Recorded::recorded);
    if (told.cases > 0) out << fmt::format("{} proposed before this; do it again for the rest.\n", kept);
    return report(done.error(), {});
  }
  const auto width = static_cast<std::size_t>(std::max(terminal_width(STDOUT_FILENO), 80));
  print_assignment(out, told, options.format, width, common.colour);
  return ExitCode::done;
}

}  // namespace openimr::cli
