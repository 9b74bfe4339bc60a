// Sentences of reports with a condition in each, labelled by hand: is it negated, historical, another person's? A table
// with a header row, columns parted by tabs, named in the header by their first words: "line number", "condition",
// "sentence", "negation_status", "temporality", "experiencer" (formats.md). Used by bench/assertion and by its test.
#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "base/ascii.h"
#include "base/result.h"
#include "facts/assertion.h"
#include "records/document.h"
#include "vocabulary/vocabulary.h"

namespace openimr::bench {

struct LabelledSentence {
  std::string line;  // its number, as the table gives it
  std::string condition;
  std::string sentence;
  bool negated = false;
  bool historical = false;
  bool other_person = false;
};

struct Score {
  int right = 0, wrong = 0, missed = 0;
  void count(bool predicted, bool labelled) {
    right += predicted && labelled ? 1 : 0;
    wrong += predicted && !labelled ? 1 : 0;
    missed += !predicted && labelled ? 1 : 0;
  }
  double precision() const { return share(right, right + wrong); }
  double recall() const { return share(right, right + missed); }
  double f1() const { return share(2 * right, 2 * right + wrong + missed); }

 private:
  static double share(int part, int whole) { return whole == 0 ? 0 : 1.0 * part / whole; }
};

inline std::string in_lower_case(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), lower);
  return out;
}

// The columns of a row. One in quotation marks is what they hold, with doubled ones single.
inline std::vector<std::string> columns_of(std::string_view row) {
  std::vector<std::string> out;
  for (bool more = true; more;) {
    const std::size_t tab = row.find('\t');
    std::string_view column = row.substr(0, tab);
    more = tab != std::string_view::npos;
    if (more) row.remove_prefix(tab + 1);
    const bool quoted = column.size() > 1 && column.front() == '"' && column.back() == '"';
    if (quoted) column = column.substr(1, column.size() - 2);
    std::string& added = out.emplace_back(column);
    for (std::size_t at = 0; quoted && (at = added.find("\"\"", at)) != std::string::npos; ++at) added.erase(at, 1);
  }
  return out;
}

// Fails where the header lacks a column or a row is short.
inline Result<std::vector<LabelledSentence>> read_labelled(std::string_view table) {
  constexpr std::array<std::string_view, 6> kNames = {"line",     "condition",   "sentence",
                                                      "negation", "temporality", "experiencer"};
  std::array<std::size_t, kNames.size()> at{};
  std::vector<LabelledSentence> out;
  int line = 0;
  while (!table.empty()) {
    const std::size_t end = table.find('\n');
    std::string_view row = table.substr(0, end);
    table.remove_prefix(end == std::string_view::npos ? table.size() : end + 1);
    if (row.ends_with('\r')) row.remove_suffix(1);
    ++line;
    if (row.empty()) continue;
    std::vector<std::string> columns = columns_of(row);
    if (line == 1) {
      if (columns[0].starts_with("\xEF\xBB\xBF")) columns[0].erase(0, 3);
      for (std::size_t i = 0; i < kNames.size(); ++i) {
        const auto found = std::find_if(columns.begin(), columns.end(), [&](const std::string& column) {
          return in_lower_case(column).starts_with(kNames[i]);
        });
        if (found == columns.end()) {
          return fail({ErrorCode::invalid, "the header has no such column", std::string(kNames[i]), "", line, 0,
                       "Give a table with a header row and tabs between its columns."});
        }
        at[i] = static_cast<std::size_t>(found - columns.begin());
      }
      continue;
    }
    if (columns.size() <= *std::max_element(at.begin(), at.end())) {
      return fail({ErrorCode::invalid, "a row with too few columns", std::string(row.substr(0, 60)), "", line, 0,
                   "Part the columns by tabs."});
    }
    out.push_back({columns[at[0]], columns[at[1]], columns[at[2]], in_lower_case(columns[at[3]]) == "negated",
                   in_lower_case(columns[at[4]]) == "historical", in_lower_case(columns[at[5]]) != "patient"});
  }
  return out;
}

// A word of clean text without the ending that its plural or its tense has.
inline std::string_view stem(std::string_view word) {
  for (const std::string_view ending : {"ing", "ies", "es", "ed", "s", "y"}) {
    if (word.size() >= ending.size() + 3 && word.ends_with(ending)) return word.substr(0, word.size() - ending.size());
  }
  return word;
}

struct Word {
  Span span;
  std::string_view stem;
};

inline std::vector<Word> words_of(std::string_view clean) {
  std::vector<Word> out;
  for (std::uint32_t at = 0; at < clean.size(); ++at) {
    if (!is_letter(clean[at]) && !is_digit(clean[at])) continue;
    const std::uint32_t begin = at;
    while (at < clean.size() && (is_letter(clean[at]) || is_digit(clean[at]))) ++at;
    out.push_back({{begin, at}, stem(clean.substr(begin, at - begin))});
  }
  return out;
}

// Where a condition stands in the text of its sentence: its words, first as their authors marked them, in capitals
// and not as a heading, then in any case; else the shortest stretch that holds the stems of all of them, in any order;
// else all of the text.
inline Span find_condition(std::string_view condition, const CleanText& sentence) {
  const CleanText clean(condition);
  const std::vector<Word> wanted = words_of(clean.text());
  const std::vector<Word> words = words_of(sentence.text());
  const auto in_capitals = [&](Span span) {
    for (std::uint32_t at = span.begin; at < span.end; ++at) {
      if (is_letter(sentence.text()[at]) && !sentence.is_upper(at)) return false;
    }
    return true;
  };
  const Span whole{0, static_cast<std::uint32_t>(sentence.text().size())};
  if (wanted.empty()) return whole;
  Span verbatim = whole;
  const auto keep = [&](Span span) {
    if (verbatim == whole) verbatim = span;
    return in_capitals(span) && !sentence.text().substr(span.end).starts_with(':');
  };
  const auto size = static_cast<std::uint32_t>(clean.text().size());
  for (std::size_t at = sentence.text().find(clean.text()); at != std::string_view::npos;
       at = sentence.text().find(clean.text(), at + 1)) {
    const auto begin = static_cast<std::uint32_t>(at);
    if (keep({begin, begin + size})) return {begin, begin + size};
  }
  for (std::size_t first = 0; first + wanted.size() <= words.size(); ++first) {
    const bool same = std::equal(wanted.begin(), wanted.end(), words.begin() + static_cast<std::ptrdiff_t>(first),
                                 [](const Word& a, const Word& b) { return a.stem == b.stem; });
    if (!same) continue;
    const Span span{words[first].span.begin, words[first + wanted.size() - 1].span.end};
    if (keep(span)) return span;
  }
  if (verbatim != whole) return verbatim;
  Span shortest = whole;
  for (std::size_t first = 0; first < words.size(); ++first) {
    std::vector<bool> seen(wanted.size());
    for (std::size_t last = first; last < words.size() && last < first + 3 * wanted.size(); ++last) {
      for (std::size_t i = 0; i < wanted.size(); ++i) seen[i] = seen[i] || wanted[i].stem == words[last].stem;
      const Span span{words[first].span.begin, words[last].span.end};
      if (std::all_of(seen.begin(), seen.end(), [](bool is) { return is; }) &&
          span.end - span.begin < shortest.end - shortest.begin)
        shortest = span;
    }
  }
  return shortest;
}

// What the product reads in a sentence taken as a document of its own.
inline facts::Asserted read_assertion(const LabelledSentence& labelled, const vocabulary::Vocabulary& vocabulary) {
  const records::Document document("sentence", labelled.sentence, vocabulary);
  const facts::Assertions assertions(document, vocabulary.find(document.text), vocabulary);
  if (document.text.sentences().empty()) return {};
  return assertions.of(find_condition(labelled.condition, document.text), facts::Assertions::Kind::complaint);
}

}  // namespace openimr::bench
