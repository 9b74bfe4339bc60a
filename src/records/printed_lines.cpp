#include "records/printed_lines.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/clean_text.h"
#include "base/pattern.h"

namespace openimr::records {
namespace {

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_white(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_white(text.back())) text.remove_suffix(1);
  return text;
}

}  // namespace

std::vector<std::string_view> printed_lines(std::string_view text) {
  std::vector<std::string_view> out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of("\n\f", at), text.size());
    if (const auto line = trimmed(text.substr(at, end - at)); !line.empty()) out.push_back(line);
    at = end + 1;
  }
  return out;
}

std::vector<std::string_view> cells_of(std::string_view line) {
  std::vector<std::string_view> out;
  for (std::size_t at = 0; at < line.size();) {
    std::size_t end = at;
    while (end < line.size() && line[end] != '\t' && line[end] != '|' && !line.substr(end).starts_with("   ")) ++end;
    if (const auto cell = trimmed(line.substr(at, end - at)); !cell.empty()) out.push_back(cell);
    at = end + 1;
  }
  return out;
}

std::string words_of(std::string_view printed) {
  std::string words(CleanText(printed).text());
  std::replace(words.begin(), words.end(), '\n', ' ');
  const auto is_mark = [](char c) { return !is_letter(c) && !is_digit(c) && static_cast<unsigned char>(c) < 0x80; };
  while (!words.empty() && is_mark(words.back())) words.pop_back();
  words.erase(words.begin(), std::find_if_not(words.begin(), words.end(), is_mark));
  return words;
}

std::string label_words(std::string_view printed) {
  while (!printed.empty() && (is_white(printed.back()) || printed.back() == ':')) printed.remove_suffix(1);
  const std::size_t open = printed.ends_with(')') ? printed.rfind('(') : std::string_view::npos;
  return words_of(open == std::string_view::npos || open == 0 ? printed : printed.substr(0, open));
}

bool is_written_as_heading(std::string_view printed) {
  if (printed.empty() || printed.size() > 100 || printed.back() == '.') return false;
  static const RE2 small_word("(?:^|[\\s(])[a-z][a-z']{3,}");
  return !contains_match(printed, small_word);
}

bool is_fax_line(std::string_view line) {
  static const RE2 clock("\\d{1,2}:\\d{2}");
  static const RE2 fax(
      "(?i)\\bfax|\\bp(?:g|age)?[.:# ]*\\d{1,4}/\\d{1,4}|\\bp\\. ?\\d{1,4}\\b|\\b\\d{3}/\\d{3}\\b|\\bfrom:? .*\\bto:? "
      "|->");
  return line.size() < 160 && contains_match(line, clock) && contains_match(line, fax);
}

}  // namespace openimr::records
