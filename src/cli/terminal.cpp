#include "cli/terminal.h"

#include <algorithm>

#include <sys/ioctl.h>
#include <unistd.h>

#include "records/visible_text.h"

namespace openimr::cli {
namespace {

constexpr int kUsualWidth = 80;

bool begins_character(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
}

}  // namespace

bool is_terminal(int descriptor) {
  return isatty(descriptor) == 1;
}

int terminal_width(int descriptor) {
  winsize size{};
  return ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : kUsualWidth;
}

std::size_t shown_width(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), begins_character));
}

std::string shown(std::string_view foreign) {
  std::string out;
  records::append_visible(out, foreign);
  return out;
}

std::string in_column(std::string_view text, std::size_t width) {
  const std::size_t wide = shown_width(text);
  if (wide <= width) return std::string(text) + std::string(width - wide, ' ');
  if (width == 0) return "";
  std::size_t end = 0;
  for (std::size_t count = 0; end < text.size(); ++end) {
    if (begins_character(text[end]) && count++ == width - 1) break;
  }
  return std::string(text.substr(0, end)) + "…";
}

std::string in_lines(std::string_view text, std::string_view first, std::size_t width) {
  const std::size_t indent = shown_width(first);
  std::string out(first);
  std::size_t at = indent;
  bool begins = true;
  while (!text.empty()) {
    const auto end = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (word.empty()) continue;
    const std::size_t wide = shown_width(word);
    if (!begins && at + 1 + wide > width) {
      out += '\n' + std::string(indent, ' ');
      at = indent;
      begins = true;
    }
    if (!begins) out += ' ';
    out += word;
    at += wide + (begins ? 0 : 1);
    begins = false;
  }
  return out + '\n';
}

}  // namespace openimr::cli
