// The day and the author of a document, by the words printed before them.
#include <algorithm>

#include "base/pattern.h"
#include "records/page_look.h"
#include "records/printed_lines.h"
#include "records/written_days.h"

namespace openimr::records {
namespace {

constexpr int kRankAlone = 3;      // a day alone, or behind a heading, with nothing said of it
constexpr int kRankSignature = 4;  // as in the pack
constexpr int kRankFax = 5;
constexpr std::size_t kHeadLines = 14;

// The rank of the longest label that ends `words`; -1 where none does.
int rank_of(std::string_view words, const std::map<std::string, int, std::less<>>& labels) {
  for (std::size_t at = 0;; ++at) {
    if (const auto found = labels.find(words.substr(at)); found != labels.end()) return found->second;
    at = words.find(' ', at);
    if (at == std::string_view::npos) return -1;
  }
}

// What is printed before a day: in its cell, or in the line above where it begins a line.
int rank_of_day(std::string_view before, std::string_view line_above, bool fax, bool in_head, bool ends_line,
                const vocabulary::RecordWords& words) {
  if (fax) return kRankFax;
  std::string label = label_words(before);
  if (label.empty() && line_above.size() <= 40) label = label_words(line_above);
  const int rank = rank_of(label, words.dates);
  if (rank >= 0 && (words.dates.count(label) > 0 || is_written_as_heading(before))) return rank;
  if (label.find("signed") != std::string::npos) return kRankSignature;
  if (rank == 0) return 0;
  const bool headed = before.empty() ? ends_line : is_written_as_heading(before);
  return in_head && headed ? kRankAlone : 0;
}

// A name with letters behind it that say what the person may do: "Ann Example, M.D., QME".
std::string signature_in(std::string_view text, const vocabulary::RecordWords& words) {
  static const RE2 name("((?:(?:Dr\\.? )?[A-Z][A-Za-z.'-]*\\s+){1,4}[A-Z][A-Za-z'-]+),?\\s+([A-Z][A-Za-z.-]{1,6})");
  re2::StringPiece group[3];
  if (!name.Match({text.data(), text.size()}, 0, text.size(), RE2::UNANCHORED, group, 3)) return {};
  const auto is_credential = [&](std::string_view letters) {
    const std::string plain = words_of(letters);
    return std::find(words.credentials.begin(), words.credentials.end(), plain) != words.credentials.end();
  };
  if (!is_credential({group[2].data(), group[2].size()})) return {};
  auto end = static_cast<std::size_t>(group[0].data() + group[0].size() - text.data());
  static const RE2 more("^,?\\s+([A-Z][A-Za-z.-]{1,6})");
  re2::StringPiece next[2];
  while (more.Match({text.data() + end, text.size() - end}, 0, text.size() - end, RE2::ANCHOR_START, next, 2) &&
         is_credential({next[1].data(), next[1].size()})) {
    end += next[0].size();
  }
  const auto begin = static_cast<std::size_t>(group[0].data() - text.data());
  return std::string(text.substr(begin, end - begin));
}

// The name behind a label, without what follows it in its cell.
std::string named_behind(std::string_view text, const vocabulary::RecordWords& words) {
  if (std::string with_letters = signature_in(text, words); !with_letters.empty()) return with_letters;
  static const RE2 name("^[\\s:_./-]*((?:Dr\\.? )?[A-Z][A-Za-z.'-]*(?: [A-Z][A-Za-z.'-]*){1,3})");
  std::string found;
  contains_match(text, name, &found);
  return found;
}

}  // namespace

std::optional<RankedDay> best_day(std::string_view text, const vocabulary::RecordWords& words) {
  std::optional<RankedDay> best;
  std::string_view above;
  std::size_t number = 0;
  for (const std::string_view line : printed_lines(text)) {
    const bool fax = is_fax_line(line);
    for (const WrittenDay& day : written_days(line)) {
      const auto cells = cells_of(line.substr(0, day.span.begin));
      const std::string_view before = cells.empty() ? std::string_view{} : cells.back();
      const int rank = rank_of_day(before, day.span.begin == 0 ? above : "", fax, number < kHeadLines,
                                   day.span.end == line.size(), words);
      if (rank > 0 && (!best || rank < best->rank)) best = RankedDay{day.date, rank};
    }
    above = line;
    ++number;
  }
  return best;
}

std::string author_of(std::string_view text, const vocabulary::RecordWords& words) {
  std::string best;
  int best_rank = 9;
  const auto take = [&](std::string name, int rank) {
    if (name.empty() || rank >= best_rank) return;
    best = std::move(name);
    best_rank = rank;
  };
  const std::vector<std::string_view> lines = printed_lines(text);
  for (std::size_t i = lines.size(); i-- > 0;) {
    const std::string_view line = lines[i];
    if (line.size() > 200) continue;
    for (std::size_t colon = line.find(':'); colon != std::string_view::npos; colon = line.find(':', colon + 1)) {
      const auto cells = cells_of(line.substr(0, colon));
      const int rank = cells.empty() ? -1 : rank_of(words_of(cells.back()), words.authors);
      if (rank > 0) take(named_behind(line.substr(colon + 1), words), rank);
    }
    // A label without a colon: "Electronically signed by Ann Example, MD".
    static const RE2 signed_by(
        "(?i)^(?:this (?:document|report|note) (?:has been|was) )?((?:electronically|digitally|e-?)? ?signed "
        "(?:electronically )?by)\\b");
    re2::StringPiece label[2];
    if (signed_by.Match({line.data(), line.size()}, 0, line.size(), RE2::ANCHOR_START, label, 2))
      take(named_behind(line.substr(label[0].size()), words), 1);
    // A line of a name with its letters signs what stands above it.
    if (line.size() <= 70) {
      const std::string name = signature_in(line, words);
      if (!name.empty() && line.find(name) <= 4 && line.size() <= name.size() + 30)
        take(name, i * 2 >= lines.size() ? 3 : 5);
    }
  }
  return best;
}

}  // namespace openimr::records
