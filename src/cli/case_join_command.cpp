// openimr case join: an application that goes on in another case.
#include <ostream>

#include <fmt/format.h>

#include "cases/consolidation.h"
#include "cli/office.h"
#include "cli/report.h"

namespace openimr::cli {

ExitCode case_join(const Common& common, const OfficeOptions& options, std::ostream& out) {
  const auto by = event_by(options, "joined");
  if (!by) return report(by.error(), {});
  auto office = open_office(common, options);
  if (!office) return report(office.error(), {});
  cases::Ledger& ledger = (*office)->ledger();
  const auto from = ledger.load(options.number);
  if (!from) return report(from.error(), {});
  const auto into = ledger.load(options.into);
  if (!into) return report(into.error(), {});
  const auto programme = ledger.programme(into->programme);
  if (!programme) return report(programme.error(), {});
  if (auto may = cases::may_join(**programme, *from, *into); !may) return report(may.error(), {});
  // First the case that goes on: where only that is done, doing it again does the rest.
  const auto key = store::EventKey::of("join/" + options.number);
  if (!key) return report(key.error(), {});
  const auto grown = ledger.record(options.into, {cases::consolidated(*from, *by)}, *key);
  if (!grown) return report(grown.error(), {});
  if (const auto ended = ledger.record(options.number, {cases::joined(*into, *by)}); !ended)
    return report(ended.error(), {});
  out << fmt::format("{} goes on in {}, which has {} items now.\n", options.number, options.into, grown->items.size());
  return ExitCode::done;
}

}  // namespace openimr::cli
