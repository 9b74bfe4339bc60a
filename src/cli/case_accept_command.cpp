// openimr case accept and decline: a reviewer takes a case, or gives it back.
#include <ostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/office.h"
#include "cli/report.h"
#include "office/acceptance.h"

namespace openimr::cli {

ExitCode case_accept(const Common& common, const OfficeOptions& options, std::ostream& out) {
  const auto acting = act_on_case(common, options, "reviewer-accepted");
  if (!acting) return report(acting.error(), {});
  const auto& [event, office, found] = *acting;
  const auto done = office::accept(*office, found, event, options.attest);
  if (!done) return report(done.error(), {});
  const std::string compared = found.c.parties.empty()
                                   ? "The case names no party, so nothing was compared"
                                   : fmt::format("No conflict with its {} part{}", found.c.parties.size(),
                                                 found.c.parties.size() == 1 ? "y" : "ies");
  out << fmt::format("{}: {} has accepted. {}. It is '{}'.\n", options.number, event.who.id, compared, done->state);
  return ExitCode::done;
}

ExitCode case_decline(const Common& common, const OfficeOptions& options, std::ostream& out) {
  auto event = event_by(options, "conflict-found");
  if (!event) return report(event.error(), {});
  const auto office = open_office(common, options);
  if (!office) return report(office.error(), {});
  event->what = {{"reviewer", event->who.id}};
  const auto done = (*office)->ledger().record(options.number, {*event});
  if (!done) return report(done.error(), {});
  out << fmt::format("{}: {} is released, and is not asked again. It is '{}'.\n", options.number, event->who.id,
                     done->state);
  return ExitCode::done;
}

}  // namespace openimr::cli
