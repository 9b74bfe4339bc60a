// The fields of all items of a shard side by side in memory, as numbers: what facets and statistics are counted from.
// Kept in a file beside the index, which is made anew from the letters where it is missing or damaged.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "corpus/collection/facets.h"

namespace openimr::corpus {

// One facet of every item. A value has a code, from 1 in the order of coming; 0 is that there is none.
class Column {
 public:
  explicit Column(bool has_many) : has_many_(has_many) {}

  void add(std::span<const std::string> values);
  std::span<const std::uint32_t> codes(std::size_t item) const {
    if (!has_many_) return {&codes_[item], codes_[item] == 0 ? std::size_t{0} : std::size_t{1}};
    const std::size_t begin = item == 0 ? 0 : ends_[item - 1];
    return {codes_.data() + begin, ends_[item] - begin};
  }
  // The values as they came first, by code - 1.
  const std::vector<std::string>& values() const { return values_; }
  // The code of a value, letter case and spaces aside; 0 where no item has it.
  std::uint32_t code_of(std::string_view value) const;

 private:
  friend class ColumnFile;

  std::uint32_t code_for(const std::string& value);

  bool has_many_;
  std::vector<std::uint32_t> codes_;
  std::vector<std::uint32_t> ends_;  // of each item's codes, where it may have many
  std::vector<std::string> values_;
  std::unordered_map<std::string, std::uint32_t> by_value_;  // folded
};

class Columns {
 public:
  Columns();

  void add(const Published& letter);
  std::size_t letters() const { return ends_.size(); }
  std::size_t items() const { return ends_.empty() ? 0 : ends_.back(); }
  // The items of a letter: [first, last).
  std::pair<std::size_t, std::size_t> items_of(std::size_t letter) const {
    return {letter == 0 ? 0 : ends_[letter - 1], ends_[letter]};
  }
  const Column& of(Facet facet) const { return columns_[static_cast<std::size_t>(facet)]; }
  // How many letters have each value of the facet, by its code. Counted when it is first asked for; from then on
  // letters are no longer added. For any number of threads.
  const std::vector<std::uint32_t>& letters_by_value(Facet facet) const;

  // Fails with unavailable.
  Result<void> save(const std::filesystem::path& file) const;
  // Fails with not_found, or with invalid where the file is damaged or of another version.
  static Result<Columns> load(const std::filesystem::path& file);

 private:
  friend class ColumnFile;

  struct Totals {
    std::once_flag counted;
    std::vector<std::uint32_t> by_code;
  };

  std::vector<std::uint32_t> ends_;  // of the items of each letter
  std::vector<Column> columns_;
  std::vector<std::unique_ptr<Totals>> totals_;  // by facet
};

// How many letters have each value of a column: each letter counts once, whatever number of its items has it.
class LetterCounter {
 public:
  // Both outlive it.
  LetterCounter(const Columns& columns, const Column& column)
      : columns_(columns), column_(column), counts_(column.values().size() + 1), last_(counts_.size()) {}

  void add(std::size_t letter) {
    const auto [first, end] = columns_.items_of(letter);
    for (std::size_t item = first; item < end; ++item) {
      for (const std::uint32_t code : column_.codes(item)) {
        if (last_[code] == letter + 1) continue;
        last_[code] = static_cast<std::uint32_t>(letter + 1);
        ++counts_[code];
      }
    }
  }
  // By code.
  const std::vector<std::uint32_t>& counts() const { return counts_; }

 private:
  const Columns& columns_;
  const Column& column_;
  std::vector<std::uint32_t> counts_;
  std::vector<std::uint32_t> last_;  // the letter that was counted last, from 1
};

}  // namespace openimr::corpus
