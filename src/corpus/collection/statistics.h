// How items were decided, counted by a facet, with how sure the shares are.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "base/wilson.h"
#include "corpus/collection/columns.h"

namespace openimr::corpus {

struct Counting {
  Facet by = Facet::category;
  std::vector<std::pair<Facet, std::string>> where{};  // all must hold; several values of one facet: any of them
  std::optional<Date> from{}, until{};                 // of the decision: months, from the first's to the last's
};

// Items that were decided. An item of two parts of the body stands in two rows.
struct TableRow {
  std::string value;  // empty: of the items that have none
  std::int64_t items = 0;
  std::int64_t upheld = 0;
  std::int64_t overturned = 0;

  std::optional<Share> overturned_share() const {
    return share_of(static_cast<std::size_t>(overturned), static_cast<std::size_t>(items));
  }
  // So few that the share says little.
  bool is_few() const { return items < kFew; }
  static constexpr std::int64_t kFew = 30;
};

struct Table {
  std::vector<TableRow> rows;  // the most items first; of years, months and ages in their order
  TableRow all;                // each item once
};
Table table_of(std::span<const Columns* const> columns, const Counting& counting);

// Whether two shares differ by more than chance: the difference of the overturned shares with its 95 % interval
// (Newcombe, Stat Med 17, 1998, 873-890, method 10), and the two-sided probability of a difference as large by chance
// (pooled normal approximation). Nothing where one has no item.
struct Difference {
  double value = 0, low = 0, high = 0;
  double probability = 1;
};
std::optional<Difference> difference(const TableRow& earlier, const TableRow& later);

}  // namespace openimr::corpus
