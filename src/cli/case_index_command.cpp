// openimr case index: the lists of the store made anew.
#include <ostream>
#include <utility>

#include <fmt/format.h>

#include "cases/lists.h"
#include "cli/office.h"
#include "cli/report.h"
#include "office/roster.h"

namespace openimr::cli {
namespace {

// Makes the lists of all streams with this prefix anew, by what `entries` gives for the rest of their names.
template <class Entries>
Result<std::int64_t> index_all(store::Store& store, std::string_view prefix, const Entries& entries) {
  constexpr int kPage = 1000;
  std::int64_t done = 0;
  std::string after;
  for (;;) {
    const auto page = store.streams(prefix, after, kPage);
    if (!page) return fail(page.error());
    if (page->empty()) return done;
    std::vector<store::StreamEntries> all;
    for (const store::StreamHead& head : *page) {
      auto stands = entries(head.stream.text().substr(prefix.size()));
      if (!stands) return fail(stands.error());
      all.push_back({head.stream, stands->first, std::move(stands->second)});
    }
    after = page->back().stream.text();
    done += static_cast<std::int64_t>(all.size());
    if (const auto changed = store.replace_entries(std::move(all)); !changed) return fail(changed.error());
  }
}

using Stands = std::pair<store::Version, std::vector<store::Entry>>;

}  // namespace

ExitCode case_index(const Common& common, const OfficeOptions& options, std::ostream& out) {
  auto office = open_office(common, options);
  if (!office) return report(office.error(), {});
  store::Store& store = (*office)->store();
  const auto cases = index_all(store, "case/", [&](const std::string& number) -> Result<Stands> {
    const auto c = (*office)->ledger().load(number);
    if (!c) return fail(c.error());
    const auto programme = (*office)->ledger().programme(c->programme);
    if (!programme) return fail(programme.error());
    return Stands{{c->version}, cases::entries_of(**programme, *c)};
  });
  if (!cases) return report(cases.error(), {});
  const auto reviewers = index_all(store, "reviewer/", [&](const std::string& id) -> Result<Stands> {
    const auto entry = office::roster_entry(**office, id);
    if (!entry) return fail(entry.error());
    return Stands{{entry->version}, cases::entries_of(*entry)};
  });
  if (!reviewers) return report(reviewers.error(), {});
  out << fmt::format("{}: the lists of {} case{} and {} reviewer{} are made anew.\n", store.address(), *cases,
                     *cases == 1 ? "" : "s", *reviewers, *reviewers == 1 ? "" : "s");
  return ExitCode::done;
}

}  // namespace openimr::cli
