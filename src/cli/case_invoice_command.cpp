// openimr case invoice: what the review costs whoever pays for it.
#include <ostream>

#include <fmt/format.h>

#include "cli/case_papers.h"
#include "cli/report.h"
#include "office/invoice.h"

namespace openimr::cli {

ExitCode case_invoice(const Common& common, const OfficeOptions& options, std::ostream& out) {
  const auto acting = act_on_case(common, options, "invoiced");
  if (!acting) return report(acting.error(), {});
  const auto& [event, office, found] = *acting;
  const auto vocabulary = vocabulary::Vocabulary::from_packs(office->packs().data["vocabulary"]);
  if (!vocabulary) return report(vocabulary.error(), {});
  const auto sending = sending_of(options);
  if (!sending) return report(sending.error(), {});
  auto invoice =
      office::write_invoice(found, event, *vocabulary, options.licence, {options.cents, options.why}, *sending);
  if (!invoice) return report(invoice.error(), {});
  if (options.dry_run) return show_papers(found, invoice->papers, options, out);
  const auto events = office::keep_invoice(office->store(), *invoice, event);
  if (!events) return report(events.error(), {});
  const ExitCode code = send_papers(*office, found, invoice->papers, *events, options, out);
  const office::Fee& fee = invoice->fee;
  if (code == ExitCode::done)
    out << fmt::format("  {} ({}, {})\n{}", program::Money{fee.cents}.words(), fee.id, fee.section, fee.note);
  return code;
}

}  // namespace openimr::cli
