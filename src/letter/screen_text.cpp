#include "letter/screen_text.h"

#include <algorithm>

#include "records/visible_text.h"

namespace openimr::letter {
namespace {

bool begins_character(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
}

// Bytes of the first `count` characters.
std::size_t bytes_of(std::string_view text, std::size_t count) {
  std::size_t at = 0;
  for (; at < text.size(); ++at) {
    if (begins_character(text[at]) && count-- == 0) break;
  }
  return at;
}

// Where the line ends that begins this text: behind the last space or '/' that fits, else in the word.
std::size_t line_end(std::string_view text, std::size_t width) {
  const std::size_t fits = bytes_of(text, width);
  if (fits == text.size() || text[fits] == ' ') return fits;
  const std::size_t gap = text.substr(0, fits).find_last_of(" /");
  if (gap == std::string_view::npos || gap == 0) return fits;
  return text[gap] == ' ' ? gap : gap + 1;
}

}  // namespace

std::size_t screen_width(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), begins_character));
}

std::string on_one_line(std::string_view foreign) {
  std::string spaced(foreign);
  std::replace_if(spaced.begin(), spaced.end(), [](char c) { return c >= '\t' && c <= '\r'; }, ' ');
  std::string seen;
  records::append_visible(seen, spaced);
  std::string out;
  for (const char c : seen) {
    if (c != ' ' || (!out.empty() && out.back() != ' ')) out += c;
  }
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

std::vector<std::string> folded_lines(std::string_view text, std::size_t width) {
  std::vector<std::string> out;
  while (screen_width(text) > width) {
    const std::size_t end = line_end(text, std::max<std::size_t>(width, 1));
    out.emplace_back(text.substr(0, end));
    text.remove_prefix(end);
    while (text.starts_with(' ')) text.remove_prefix(1);
  }
  if (!text.empty() || out.empty()) out.emplace_back(text);
  return out;
}

std::string filled(std::string_view text, std::size_t width) {
  const std::size_t wide = screen_width(text);
  return std::string(text) + std::string(width > wide ? width - wide : 0, ' ');
}

}  // namespace openimr::letter
