// Single words of a fixed list with what each means, for tables that are asked about every word of a text: three
// letters and the length tell most words apart, so that a foreign one is seldom compared.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace openimr::vocabulary {

template <class Meaning>
class WordTable {
 public:
  // The meaning of a word, made where it has none yet. `word` is not empty and lives as long as the table.
  Meaning& operator[](std::string_view word) {
    if (2 * (count_ + 1) > rows_.size() / 2) grow();
    Row& row = rows_[slot(word)];
    if (row.word.empty()) {
      row.word = word;
      ++count_;
    }
    return row.meaning;
  }
  const Meaning* find(std::string_view word) const {
    if (word.empty() || rows_.empty()) return nullptr;
    const Row& row = rows_[slot(word)];
    return row.word.empty() ? nullptr : &row.meaning;
  }

 private:
  struct Row {
    std::string_view word;  // empty: the row is free
    Meaning meaning{};
  };
  std::size_t slot(std::string_view word) const {
    const auto letter = [&](std::size_t at) { return std::size_t{static_cast<unsigned char>(word[at])}; };
    std::size_t at = word.size() + 3 * letter(0) + 29 * letter(word.size() - 1) + 151 * letter(word.size() / 2);
    while (!rows_[at & (rows_.size() - 1)].word.empty() && rows_[at & (rows_.size() - 1)].word != word) ++at;
    return at & (rows_.size() - 1);
  }
  void grow() {
    std::vector<Row> before(rows_.empty() ? 64 : 2 * rows_.size());
    before.swap(rows_);
    for (Row& row : before) {
      if (!row.word.empty()) rows_[slot(row.word)] = std::move(row);
    }
  }

  std::vector<Row> rows_;  // a power of two, a quarter of them used at most
  std::size_t count_ = 0;
};

}  // namespace openimr::vocabulary
