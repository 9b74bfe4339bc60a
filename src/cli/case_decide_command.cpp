// openimr case decide and submit: the reviewer's decision on each item, in their own words or in those of the draft.
#include <ostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/office.h"
#include "cli/report.h"
#include "office/drafting.h"

namespace openimr::cli {

ExitCode case_decide(const Common& common, const OfficeOptions& options, std::ostream& out) {
  auto event = event_by(options, "item-decided");
  if (!event) return report(event.error(), {});
  auto office = open_office(common, options);
  if (!office) return report(office.error(), {});
  event->what = {{"item", options.item}, {"decision", options.decision}};
  if (options.by_draft) {
    const auto c = (*office)->ledger().load(options.number);
    if (!c) return report(c.error(), {});
    const auto words =
        office::words_of_draft((*office)->store(), *c, static_cast<std::size_t>(options.item), options.decision);
    if (!words) return report(words.error(), {});
    event->what.update(*words);
  }
  if (!options.rationale.empty()) event->what["rationale"] = options.rationale;
  if (!options.citation.empty()) event->what["citation"] = options.citation;
  const auto done = (*office)->ledger().record(options.number, {*event});
  if (!done) return report(done.error(), {});
  out << fmt::format("{}: item {} is decided: {}.\n", options.number, options.item, options.decision);
  return ExitCode::done;
}

ExitCode case_submit(const Common& common, const OfficeOptions& options, std::ostream& out) {
  auto acting = act_on_case(common, options, "submitted");
  if (!acting) return report(acting.error(), {});
  auto& [event, office, found] = *acting;
  std::string summary = options.summary;
  if (options.by_draft) {
    const auto draft = office::draft_of(office->store(), found.c);
    if (!draft) return report(draft.error(), {});
    summary = office::summary_of(*draft);
  }
  if (!summary.empty()) event.what["summary"] = summary;
  const auto done = office->ledger().record(options.number, {event});
  if (!done) return report(done.error(), {});
  out << fmt::format("{}: submitted; it is '{}'.\n", options.number, done->state);
  return ExitCode::done;
}

}  // namespace openimr::cli
