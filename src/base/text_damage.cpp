#include "base/text_damage.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/ascii.h"

namespace openimr {

TextLines::TextLines(std::string_view text) : text_(text) {
  std::size_t blank_gaps = 0;
  std::size_t gaps = 0;
  bool previous_blank = false;
  std::vector<std::size_t> lengths;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    std::size_t last = end;
    while (last > begin && is_white(text[last - 1])) --last;
    std::size_t first = begin;
    while (first < last && is_white(text[first])) ++first;
    if (first == last) {
      previous_blank = true;
    } else {
      if (!lengths.empty()) {
        ++gaps;
        if (previous_blank) ++blank_gaps;
      }
      lengths.push_back(last - first);
      previous_blank = false;
    }
    begin = end + 1;
  }
  double_spaced_ = gaps >= 3 && blank_gaps * 10 >= gaps * 6;
  if (!lengths.empty()) {
    const auto nine_in_ten = lengths.begin() + static_cast<std::ptrdiff_t>(lengths.size() * 9 / 10);
    std::nth_element(lengths.begin(), nine_in_ten, lengths.end());
    wrap_width_ = *nine_in_ten;
  }
}

bool TextLines::breaks(std::size_t begin, std::size_t end) const {
  if (begin == 0 || end >= text_.size()) return true;
  const char before = text_[begin - 1];
  const char after = text_[end];
  if (before == ':' || starts_list_entry(end) || starts_heading(end)) return true;
  const auto breaks_in_gap = std::count(text_.begin() + static_cast<std::ptrdiff_t>(begin),
                                        text_.begin() + static_cast<std::ptrdiff_t>(end), '\n');
  const bool ends_sentence = before == '.' || before == '!' || before == '?' || before == ';';
  const bool blank_line = breaks_in_gap >= 2;
  if (blank_line && !double_spaced_) return ends_sentence || !is_lower(after);
  return !is_lower(after) && line_before(begin) * 10 < wrap_width_ * 6;
}

std::size_t TextLines::line_before(std::size_t end) const {
  const std::size_t newline = text_.rfind('\n', end - 1);
  const std::size_t begin = newline == std::string_view::npos ? 0 : newline + 1;
  return end - begin;
}

bool TextLines::starts_list_entry(std::size_t at) const {
  if ((text_[at] == '-' || text_[at] == '*') && at + 1 < text_.size() && is_white(text_[at + 1])) return true;
  if (text_.substr(at).starts_with("\xE2\x80\xA2")) return true;
  std::size_t i = at;
  while (i < text_.size() && i < at + 2 && is_digit(text_[i])) ++i;
  return i > at && i + 1 < text_.size() && (text_[i] == '.' || text_[i] == ')') && is_white(text_[i + 1]);
}

// "Past Medical History:" and the like: at most 40 characters from a capital to a colon, on one line.
bool TextLines::starts_heading(std::size_t at) const {
  if (!is_capital(text_[at])) return false;
  for (std::size_t i = at; i < std::min(at + 40, text_.size()); ++i) {
    if (text_[i] == ':') return true;
    if (!is_letter(text_[i]) && text_[i] != ' ' && text_[i] != '/' && text_[i] != '-' && text_[i] != '&') return false;
  }
  return false;
}

// A space or break that the text has lost before the byte `at`; 0 where none was.
char lost_space(std::string_view text, std::size_t at) {
  if (at < 2 || at + 1 >= text.size()) return 0;
  const char before = text[at - 1];
  const char here = text[at];
  // "report.There", "Complaints,Chronic", "are:1."
  if (is_capital(here) && (before == '.' || before == ',' || before == ';' || before == ':') &&
      (is_lower(text[at - 2]) || is_digit(text[at - 2]) || text[at - 2] == ')') && is_lower(text[at + 1])) {
    return ' ';
  }
  if ((before == ':' || before == ';') && is_letter(text[at - 2]) && (is_letter(here) || is_digit(here))) return ' ';
  if (before == ',' && is_letter(text[at - 2]) && is_letter(here)) return ' ';
  // "fusions2. Lumbar": a list number glued to the entry before it.
  if (is_digit(here) && is_lower(before) && is_lower(text[at - 2])) {
    std::size_t i = at;
    while (i < text.size() && i < at + 2 && is_digit(text[i])) ++i;
    if (i + 2 < text.size() && text[i] == '.' && text[i + 1] == ' ' && is_capital(text[i + 2])) return '\n';
  }
  // "IIAccording": a roman numeral glued to the next sentence.
  if (is_capital(here) && is_lower(text[at + 1]) && (before == 'I' || before == 'V' || before == 'X')) {
    std::size_t i = at;
    while (i > 0 && (text[i - 1] == 'I' || text[i - 1] == 'V' || text[i - 1] == 'X')) --i;
    if (at - i >= 2 && (i == 0 || !is_letter(text[i - 1]))) return '\n';
  }
  // "painThe": a sentence glued to the one before it.
  if (is_capital(here) && is_lower(before) && is_lower(text[at - 2])) {
    static constexpr std::array<std::string_view, 10> kOpeners = {"The ", "There ", "This ",      "Patient ", "He ",
                                                                  "She ", "His ",   "According ", "Based ",   "Exam "};
    for (const auto opener : kOpeners) {
      if (text.substr(at).starts_with(opener)) return '\n';
    }
  }
  return 0;
}

// Where a word or number goes on whose hyphen at `at` stands at a line end ("non-" and "certification"); 0 where none
// does.
std::size_t after_broken_hyphen(std::string_view text, std::size_t at) {
  if (text[at] != '-' || at == 0 || !(is_letter(text[at - 1]) || is_digit(text[at - 1]))) return 0;
  std::size_t next = at + 1;
  while (next < text.size() && is_white(text[next])) ++next;
  if (next == text.size() || text.substr(at, next - at).find('\n') == std::string_view::npos) return 0;
  return is_lower(text[next]) || (is_digit(text[next]) && is_digit(text[at - 1])) ? next : 0;
}

}  // namespace openimr
