// openimr statistics.
#include <iostream>
#include <sstream>

#include <fmt/format.h>
#include <unistd.h>

#include "cli/corpus/asked.h"
#include "cli/deliver.h"
#include "cli/numbers.h"
#include "cli/report.h"
#include "cli/rows.h"
#include "cli/terminal.h"
#include "corpus/collection/comparison.h"

namespace openimr::cli {
namespace {

using nlohmann::json;

double percent(double share) {
  return static_cast<double>(static_cast<long>(share * 1000 + 0.5)) / 10;
}

Rows rows_of(const corpus::Table& table, const corpus::FacetName& by) {
  Rows out;
  out.columns = {{std::string(by.name), std::string(by.says), false, 20},
                 {"items", "items", true},
                 {"upheld", "upheld", true},
                 {"overturned", "overturned", true},
                 {"overturned_percent", "%", true},
                 {"low", "from", true},
                 {"high", "to", true},
                 {"few", "note"}};
  out.when_empty = "No item was decided under these conditions.";
  const auto add = [&](const corpus::TableRow& row, const std::string& name) {
    const auto share = row.overturned_share();
    out.rows.push_back({name, row.items, row.upheld, row.overturned, share ? json(percent(share->value)) : json(),
                        share ? json(percent(share->low)) : json(), share ? json(percent(share->high)) : json(),
                        row.is_few() ? "few" : ""});
  };
  for (const corpus::TableRow& row : table.rows) add(row, row.value.empty() ? "not stated" : row.value);
  if (table.all.items > 0) add(table.all, "all");
  return out;
}

std::string sentence(const corpus::TableRow& all) {
  const auto share = all.overturned_share();
  if (!share) return "No item was decided under these conditions.\n";
  return fmt::format("Overturned: {} of {}, {:.1f} % (95 % interval {:.1f} to {:.1f}).\n\n",
                     grouped(static_cast<std::uint64_t>(all.overturned)),
                     counted(static_cast<std::uint64_t>(all.items), "decided item"), 100 * share->value,
                     100 * share->low, 100 * share->high);
}

ExitCode compare(const corpus::Collection& collection, corpus::Counting counting, const std::vector<std::string>& than,
                 std::ostream& out) {
  const auto compared = corpus::compare(collection, std::move(counting), than.front(), than.back());
  if (!compared) return report(compared.error(), {});
  for (const corpus::TableRow* side : {&compared->earlier, &compared->later})
    out << side->value << ": " << sentence(*side);
  const auto& difference = compared->difference;
  if (!difference) {
    out << "There is nothing to compare.\n";
    return ExitCode::done;
  }
  out << fmt::format("Difference: {:+.1f} points (95 % interval {:+.1f} to {:+.1f}); as large by chance: p = {:.3f}.\n",
                     100 * difference->value, 100 * difference->low, 100 * difference->high, difference->probability);
  return ExitCode::done;
}

}  // namespace

ExitCode statistics(const Common& common, const CorpusOptions& options, std::ostream& out) {
  const auto by = facet_of(options.by);
  if (!by) return report(by.error(), {});
  auto where = conditions_of(options.where);
  if (!where) return report(where.error(), {});
  const auto from = day_of(options.from, "--from");
  if (!from) return report(from.error(), {});
  const auto until = day_of(options.until, "--until");
  if (!until) return report(until.error(), {});
  const corpus::Counting counting{*by, std::move(*where), *from, *until};
  const auto collection = collection_of(options);
  if (!collection) return report(collection.error(), {});
  if (!options.than.empty()) return compare(*collection, counting, options.than, out);
  const corpus::Table table = collection->count(counting);
  std::ostringstream text;
  const std::string format = options.format.empty() ? "table" : options.format;
  if (format == "table") text << sentence(table.all);
  print_rows(text, rows_of(table, corpus::name_of(*by)), format,
             static_cast<std::size_t>(terminal_width(STDOUT_FILENO)), common.colour && options.out.empty());
  return deliver(text.str(), options.out, out);
}

}  // namespace openimr::cli
