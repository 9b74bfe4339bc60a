// openimr case join: an application that goes on in another case.
#include <ostream>

#include <fmt/format.h>

#include "cli/office.h"
#include "cli/report.h"
#include "office/joining.h"

namespace openimr::cli {

ExitCode case_join(const Common& common, const OfficeOptions& options, std::ostream& out) {
  const auto by = event_by(options, "joined");
  if (!by) return report(by.error(), {});
  auto office = open_office(common, options);
  if (!office) return report(office.error(), {});
  const auto from = (*office)->ledger().load(options.number);
  if (!from) return report(from.error(), {});
  const auto into = (*office)->ledger().load(options.into);
  if (!into) return report(into.error(), {});
  const auto joined = office::join(**office, *from, *into, *by);
  if (!joined) return report(joined.error(), {});
  out << fmt::format("{} goes on in {}, which has {} items now.\n", options.number, options.into,
                     joined->into.items.size());
  return ExitCode::done;
}

}  // namespace openimr::cli
