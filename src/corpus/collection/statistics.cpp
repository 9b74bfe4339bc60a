#include "corpus/collection/statistics.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace openimr::corpus {
namespace {

// A condition on the items of one shard: any of these codes.
struct Condition {
  const Column* column = nullptr;
  std::vector<bool> wanted;  // by code

  bool holds(std::size_t item) const {
    const auto codes = column->codes(item);
    return std::any_of(codes.begin(), codes.end(), [&](std::uint32_t code) { return wanted[code]; });
  }
};

std::vector<Condition> conditions_of(const Columns& columns, const Counting& counting) {
  std::map<Facet, Condition> by_facet;
  const auto of = [&](Facet facet) -> Condition& {
    Condition& out = by_facet[facet];
    if (out.column == nullptr) out = {&columns.of(facet), std::vector<bool>(columns.of(facet).values().size() + 1)};
    return out;
  };
  for (const auto& [facet, value] : counting.where) {
    Condition& condition = of(facet);
    if (const auto code = condition.column->code_of(value); code != 0) condition.wanted[code] = true;
  }
  std::vector<Condition> out;
  for (auto& [facet, condition] : by_facet) out.push_back(std::move(condition));
  if (counting.from || counting.until) {
    constexpr std::size_t kMonth = 7;
    const std::string first = counting.from ? counting.from->iso().substr(0, kMonth) : "";
    const std::string last = counting.until ? counting.until->iso().substr(0, kMonth) : "9999";
    Condition months{&columns.of(Facet::month), std::vector<bool>(columns.of(Facet::month).values().size() + 1)};
    for (std::size_t i = 0; i < months.column->values().size(); ++i) {
      const std::string& month = months.column->values()[i];
      months.wanted[i + 1] = month >= first && month <= last;
    }
    out.push_back(std::move(months));
  }
  return out;
}

bool is_in_order(Facet facet) {
  return facet == Facet::year || facet == Facet::month || facet == Facet::age_group || facet == Facet::claim_age;
}

// "2" before "10 and over".
bool comes_before(const std::string& a, const std::string& b) {
  const auto digits = [](const std::string& text) {
    return std::min(text.find_first_not_of("0123456789"), text.size());
  };
  const auto width = std::max(digits(a), digits(b));
  const auto padded = [&](const std::string& text) { return std::string(width - digits(text), '0') + text; };
  return padded(a) < padded(b);
}

class Counter {
 public:
  explicit Counter(const Counting& counting) : counting_(counting) {}

  void add(const Columns& columns) {
    const auto conditions = conditions_of(columns, counting_);
    const Column& by = columns.of(counting_.by);
    const Column& decision = columns.of(Facet::decision);
    const auto upheld = decision.code_of(determination::name_of(determination::Decision::upheld));
    const auto overturned = decision.code_of(determination::name_of(determination::Decision::overturned));
    std::vector<TableRow> rows(by.values().size() + 1);
    for (std::size_t item = 0; item < columns.items(); ++item) {
      const auto decided = decision.codes(item);
      if (decided.empty()) continue;
      if (!std::all_of(conditions.begin(), conditions.end(), [&](const Condition& each) { return each.holds(item); }))
        continue;
      const auto count = [&](TableRow& row) {
        ++row.items;
        row.upheld += decided.front() == upheld ? 1 : 0;
        row.overturned += decided.front() == overturned ? 1 : 0;
      };
      count(all_);
      const auto codes = by.codes(item);
      if (codes.empty()) count(rows.front());
      for (const std::uint32_t code : codes) count(rows[code]);
    }
    for (std::size_t code = 0; code < rows.size(); ++code) {
      if (rows[code].items == 0) continue;
      const std::string value = code == 0 ? std::string() : by.values()[code - 1];
      TableRow& into = rows_.try_emplace(folded(value), TableRow{.value = value}).first->second;
      into.items += rows[code].items;
      into.upheld += rows[code].upheld;
      into.overturned += rows[code].overturned;
    }
  }

  Table table() && {
    Table out;
    out.all = all_;
    for (auto& [key, row] : rows_) out.rows.push_back(std::move(row));
    const bool in_order = is_in_order(counting_.by);
    std::sort(out.rows.begin(), out.rows.end(), [&](const TableRow& a, const TableRow& b) {
      if (a.value.empty() != b.value.empty()) return b.value.empty();
      if (in_order) return comes_before(a.value, b.value);
      return a.items != b.items ? a.items > b.items : a.value < b.value;
    });
    return out;
  }

 private:
  const Counting& counting_;
  std::map<std::string, TableRow> rows_;
  TableRow all_;
};

}  // namespace

Table table_of(std::span<const Columns* const> columns, const Counting& counting) {
  Counter counter(counting);
  for (const Columns* each : columns) counter.add(*each);
  return std::move(counter).table();
}

std::optional<Difference> difference(const TableRow& earlier, const TableRow& later) {
  const auto before = earlier.overturned_share();
  const auto after = later.overturned_share();
  if (!before || !after) return {};
  Difference out;
  out.value = after->value - before->value;
  out.low = out.value - std::hypot(after->value - after->low, before->high - before->value);
  out.high = out.value + std::hypot(after->high - after->value, before->value - before->low);
  const auto items = static_cast<double>(earlier.items);
  const auto items_after = static_cast<double>(later.items);
  const double pooled = static_cast<double>(earlier.overturned + later.overturned) / (items + items_after);
  const double deviation = std::sqrt(pooled * (1 - pooled) * (1 / items + 1 / items_after));
  if (deviation > 0) out.probability = std::erfc(std::abs(out.value) / deviation / std::sqrt(2.0));
  return out;
}

}  // namespace openimr::corpus
