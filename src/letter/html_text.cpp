#include "letter/html_text.h"

#include <algorithm>

#include <fmt/core.h>

#include "letter/fact_words.h"
#include "records/visible_text.h"

namespace openimr::letter {
namespace {

std::string_view entity(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    default:
      return "";
  }
}

}  // namespace

std::string html_text(std::string_view foreign) {
  std::string out;
  while (true) {
    const std::size_t end = std::min(foreign.find('\n'), foreign.size());
    std::string seen;
    records::append_visible(seen, foreign.substr(0, end));
    for (const char c : seen) {
      const std::string_view written = entity(c);
      if (written.empty()) {
        out += c;
      } else {
        out += written;
      }
    }
    if (end == foreign.size()) return out;
    out += '\n';
    foreign.remove_prefix(end + 1);
  }
}

std::string html_time(Date date) {
  return fmt::format("<time datetime=\"{}\">{}</time>", date.iso(), date_for_people(date));
}

std::string html_time(const DateRange& date) {
  if (date.is_day()) return html_time(date.first);
  const std::string words = date_in_words(date);
  if (words.size() < 10) return fmt::format("<time datetime=\"{}\">{}</time>", words, words);
  return html_time(date.first) + " to " + html_time(date.last);
}

}  // namespace openimr::letter
