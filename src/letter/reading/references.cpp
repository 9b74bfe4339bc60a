#include "letter/reading/references.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstring>

#include "letter/reading/characters.h"

namespace openimr::letter {
namespace {

constexpr std::size_t kLongest = 160;

// Words that make a year in parentheses something other than a reference.
constexpr std::array<std::string_view, 22> kOtherWords = {
    "january",   "february", "march",    "april",    "may",     "june",    "july",    "august",
    "september", "october",  "november", "december", "revised", "updated", "edition", "version",
    "effective", "dated",    "since",    "in",       "date",    "as"};

bool is_letter(char c) {
  return std::isalpha(static_cast<unsigned char>(c)) != 0 || static_cast<unsigned char>(c) >= 0x80;
}

// "Chou, 2007", "van Tulder et al., 2006a", "Lin-JAMA, 2004": begins with a name, ends with a year.
bool is_reference(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  if (text.size() > 5 && is_letter(text.back()) && is_digit(text[text.size() - 2])) text.remove_suffix(1);
  if (text.size() < 6) return false;
  const std::string_view year = text.substr(text.size() - 4);
  if (!std::all_of(year.begin(), year.end(), is_digit) || (!year.starts_with("19") && !year.starts_with("20")))
    return false;
  std::string_view name = text.substr(0, text.size() - 4);
  if (name.back() != ' ' && name.back() != ',') return false;
  while (!name.empty() && (name.back() == ' ' || name.back() == ',')) name.remove_suffix(1);
  if (name.size() < 2 || !is_letter(name.front())) return false;
  bool capital = false;
  std::string word;
  const auto is_other = [&] { return std::find(kOtherWords.begin(), kOtherWords.end(), word) != kOtherWords.end(); };
  for (const char c : name) {
    if (std::strchr("()[]:;/0123456789", c) != nullptr && c != '/' && !is_digit(c)) return false;
    capital |= c >= 'A' && c <= 'Z';
    if (is_letter(c)) {
      word += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    } else {
      if (is_other()) return false;
      word.clear();
    }
  }
  return capital && !is_other();
}

}  // namespace

std::vector<determination::Printed> references_in(const Lines& lines, Span span) {
  std::vector<determination::Printed> out;
  const std::string_view text = lines.text().substr(span.begin, span.end - span.begin);
  for (std::size_t open = text.find('('); open != std::string_view::npos; open = text.find('(', open + 1)) {
    const std::size_t close = text.substr(0, std::min(text.size(), open + kLongest)).find(')', open);
    if (close == std::string_view::npos || close < open + 6) continue;
    // A year stands before the end; most parentheses are passed over here.
    const std::string_view tail = text.substr(close - 5, 5);
    if (std::count_if(tail.begin(), tail.end(), is_digit) < 4) continue;
    const std::uint32_t base = span.begin + static_cast<std::uint32_t>(open);
    const Folded folded = lines.fold({base, span.begin + static_cast<std::uint32_t>(close) + 1});
    if (folded.text.size() < 2 || folded.text.front() != '(') continue;  // the head or foot of a page
    const std::string_view inner = std::string_view(folded.text).substr(1, folded.text.size() - 2);
    std::size_t from = 0;
    bool all = true;
    std::vector<determination::Printed> found;
    while (from <= inner.size()) {
      const std::size_t end = std::min(inner.find(';', from), inner.size());
      all &= is_reference(inner.substr(from, end - from));
      const Span part = trimmed(inner, {static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(end)});
      found.push_back({"(" + std::string(inner.substr(part.begin, part.end - part.begin)) + ")",
                       folded.to_original(part.begin + 1, part.end + 1)});
      from = end + 1;
    }
    if (all) out.insert(out.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
  }
  return out;
}

}  // namespace openimr::letter
