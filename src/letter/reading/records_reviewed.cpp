#include "letter/reading/records_reviewed.h"

#include <array>

#include "letter/reading/items.h"
#include "letter/reading/labels.h"

namespace openimr::letter {
namespace {

// The length of the bullet or number that begins an entry, 0 where there is none. U+F0B7 is the bullet of a symbol
// font.
std::size_t bullet(std::string_view line) {
  constexpr std::array<std::string_view, 9> kBullets = {"\u2022", "\uF0B7", "\u25AA", "\u25CF", "\u00B7",
                                                        "- ",     "* ",     "o ",     "\u2013 "};
  for (const std::string_view mark : kBullets)
    if (line.starts_with(mark) && line.size() > mark.size()) return mark.size();
  const auto number = numbering_of(line);
  return number ? number->length : 0;
}

}  // namespace

std::vector<determination::Printed> read_records_reviewed(const Lines& lines, std::size_t first, std::size_t last) {
  constexpr std::size_t kIntroduction = 6;  // lines
  for (std::size_t i = first; i < std::min(first + kIntroduction, last); ++i) {
    if (bullet(lines.at(i)) > 0) break;
    if (lines.at(i).ends_with(":")) {
      first = i + 1;
      break;
    }
  }
  bool bulleted = false;
  for (std::size_t i = first; i < last; ++i) bulleted |= !lines[i].page_edge && bullet(lines.at(i)) > 0;
  std::vector<determination::Printed> out;
  for (std::size_t i = first; i < last; ++i) {
    if (lines[i].page_edge) continue;
    const std::size_t mark = bullet(lines.at(i));
    if (bulleted && mark == 0) continue;
    std::size_t end = i + 1;
    while (bulleted && end < last && (lines[end].page_edge || bullet(lines.at(end)) == 0)) ++end;
    auto entry = lines.printed({lines[i].span.begin + static_cast<std::uint32_t>(mark), lines[end - 1].span.end});
    if (entry.stated()) out.push_back(std::move(entry));
  }
  return out;
}

}  // namespace openimr::letter
