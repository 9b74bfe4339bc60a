// openimr case join: an application that goes on in another case; and openimr case index.
#include <ostream>

#include <fmt/format.h>

#include "cases/consolidation.h"
#include "cases/lists.h"
#include "cli/office.h"
#include "cli/report.h"

namespace openimr::cli {

ExitCode case_join(const Common& common, const OfficeOptions& options, std::ostream& out) {
  const auto by = event_by(options, "joined");
  if (!by) return report(by.error(), {});
  auto office = Office::open(common, options);
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

ExitCode case_index(const Common& common, const OfficeOptions& options, std::ostream& out) {
  constexpr int kPage = 1000;
  constexpr std::string_view kCases = "case/";
  auto office = Office::open(common, options);
  if (!office) return report(office.error(), {});
  store::Store& store = (*office)->store();
  std::int64_t done = 0;
  std::string after;
  for (;;) {
    const auto page = store.streams(kCases, after, kPage);
    if (!page) return report(page.error(), {});
    if (page->empty()) break;
    std::vector<store::StreamEntries> all;
    for (const store::StreamHead& head : *page) {
      const auto c = (*office)->ledger().load(head.stream.text().substr(kCases.size()));
      if (!c) return report(c.error(), {});
      const auto programme = (*office)->ledger().programme(c->programme);
      if (!programme) return report(programme.error(), {});
      all.push_back({head.stream, store::Version{c->version}, cases::entries_of(**programme, *c)});
    }
    after = page->back().stream.text();
    done += static_cast<std::int64_t>(all.size());
    if (const auto changed = store.replace_entries(std::move(all)); !changed) return report(changed.error(), {});
  }
  out << fmt::format("{}: the lists of {} case{} are made anew.\n", store.address(), done, done == 1 ? "" : "s");
  return ExitCode::done;
}

}  // namespace openimr::cli
