#include "letter/facts_table.h"

#include <algorithm>
#include <array>
#include <map>
#include <ostream>

#include <fmt/core.h>

#include "letter/fact_words.h"
#include "letter/screen_text.h"

namespace openimr::letter {
namespace {

using facts::Assertion;
using facts::Fact;

constexpr std::size_t kColumns = 5;
constexpr std::size_t kIndent = 2;
constexpr std::size_t kBetween = 2;  // spaces between columns
constexpr std::size_t kNarrowest = 60;
constexpr std::string_view kRecords = "records/";

using Row = std::array<std::string, kColumns>;  // date or kind, assertion, concept, value, place

const char* colour_of(Assertion assertion) {
  if (assertion == Assertion::present) return "\033[32m";
  return assertion == Assertion::negated || assertion == Assertion::stopped ? "\033[31m" : "\033[33m";
}

std::string short_place(const Place& place) {
  std::string words = place_in_words(place);
  return words.starts_with(kRecords) ? words.substr(kRecords.size()) : words;
}

Row row_of(const Fact& fact, const FactsTableOptions& options) {
  std::string places = short_place(fact.places.front());
  if (fact.places.size() > 1) places += fmt::format(" and {} more", fact.places.size() - 1);
  return {options.by == GroupBy::kind ? (fact.date ? date_in_words(*fact.date) : "-") : kind_in_words(fact.name),
          fmt::format("{} {}", sign_of(fact.assertion, options.ascii), word_of(fact.assertion)),
          on_one_line(fact.concept_name), on_one_line(value_in_words(fact)), on_one_line(places)};
}

std::string group_of(const Fact& fact, GroupBy by) {
  if (by == GroupBy::kind) return kind_in_words(fact.name);
  return fact.date ? date_in_words(*fact.date) : "No date";
}

// Date and assertion take what they need; the concept gives way to a third of the rest, the place to two fifths, the
// value has what is left.
std::array<std::size_t, kColumns> widths_of(const std::vector<Row>& rows, std::size_t width) {
  std::array<std::size_t, kColumns> wanted{};
  for (const Row& row : rows) {
    for (std::size_t i = 0; i < kColumns; ++i) wanted[i] = std::max(wanted[i], screen_width(row[i]));
  }
  constexpr std::size_t kLongestDate = 17;  // a period is folded, a kind rarely
  wanted[0] = std::min(wanted[0], kLongestDate);
  const std::size_t rest = width - kIndent - (kColumns - 1) * kBetween - wanted[0] - wanted[1];
  if (wanted[2] + wanted[3] + wanted[4] <= rest) return wanted;
  wanted[2] = std::min(wanted[2], rest / 3);
  wanted[4] = std::min(wanted[4], rest * 2 / 5);
  wanted[3] = std::min(wanted[3], rest - wanted[2] - wanted[4]);
  return wanted;
}

class Table {
 public:
  Table(std::ostream& out, const FactsTableOptions& options) : out_(out), options_(options) {}

  void write(const facts::Facts& facts) {
    std::vector<Row> rows;
    for (const Fact& fact : facts.all) rows.push_back(row_of(fact, options_));
    widths_ = widths_of(rows, std::max(options_.width, kNarrowest));
    for (const auto& [name, members] : groups(facts)) {
      const std::string bold = options_.colour ? "\033[1m" : "";
      out_ << bold << name << (options_.colour ? "\033[0m" : "") << fmt::format(" ({})\n", members.size());
      for (const std::size_t i : members) line(rows[i], facts.all[i].assertion);
      out_ << '\n';
    }
    out_ << fmt::format("{} in {}\n", count_in_words(facts.all.size(), "fact"), searched_in_words(facts));
  }

 private:
  std::vector<std::pair<std::string, std::vector<std::size_t>>> groups(const facts::Facts& facts) const {
    std::vector<std::pair<std::string, std::vector<std::size_t>>> out;
    std::map<std::string, std::size_t> known;
    std::vector<std::size_t> order(facts.all.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    if (options_.by == GroupBy::date) {
      std::sort(order.begin(), order.end(), [&facts](std::size_t a, std::size_t b) {
        const auto& first = facts.all[a].date;
        const auto& second = facts.all[b].date;
        if (first == second) return a < b;
        return first && (!second || *first < *second);
      });
    }
    for (const std::size_t i : order) {
      const std::string name = group_of(facts.all[i], options_.by);
      const auto [at, is_new] = known.try_emplace(name, out.size());
      if (is_new) out.push_back({name, {}});
      out[at->second].second.push_back(i);
    }
    return out;
  }

  void line(const Row& row, Assertion assertion) {
    std::array<std::vector<std::string>, kColumns> cells;
    std::size_t lines = 1;
    for (std::size_t i = 0; i < kColumns; ++i) {
      cells[i] = folded_lines(row[i], std::max<std::size_t>(widths_[i], 1));
      lines = std::max(lines, cells[i].size());
    }
    for (std::size_t n = 0; n < lines; ++n) {
      std::string text;
      std::size_t owed = kIndent;
      for (std::size_t i = 0; i < kColumns; ++i) {
        const std::string cell = n < cells[i].size() ? cells[i][n] : "";
        if (!cell.empty()) {
          const bool painted = i == 1 && options_.colour;
          text += std::string(owed, ' ') + (painted ? colour_of(assertion) : "") + cell + (painted ? "\033[0m" : "");
          owed = 0;
        }
        owed += widths_[i] - screen_width(cell) + kBetween;
      }
      out_ << text << '\n';
    }
  }

  std::ostream& out_;
  const FactsTableOptions& options_;
  std::array<std::size_t, kColumns> widths_{};
};

}  // namespace

void write_facts_table(std::ostream& out, const facts::Facts& facts, const FactsTableOptions& options) {
  Table(out, options).write(facts);
}

}  // namespace openimr::letter
