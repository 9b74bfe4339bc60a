#include "cli/reader/pdf_words.h"

#include <array>
#include <cmath>
#include <string>
#include <utility>

#include "records/visible_text.h"

namespace openimr::reader {
namespace {

constexpr char32_t kByteOrderMark = 0xFEFF;

Box box_of(const poppler::rectf& r) {
  return {static_cast<float>(r.left()), static_cast<float>(r.top()), static_cast<float>(r.right()),
          static_cast<float>(r.bottom())};
}

bool is_finite(const Box& box) {
  return std::isfinite(box.left) && std::isfinite(box.top) && std::isfinite(box.right) && std::isfinite(box.bottom);
}

}  // namespace

void append_utf16(std::string& out, const poppler::ustring& units) {
  const std::size_t size = units.size();
  for (std::size_t i = 0; i < size; ++i) {
    const char32_t unit = units[i];
    if (unit < 0x80) {
      out += static_cast<char>(unit);
      continue;
    }
    const bool pair =
        unit >= 0xD800 && unit < 0xDC00 && i + 1 < size && units[i + 1] >= 0xDC00 && units[i + 1] < 0xE000;
    const char32_t character = pair ? 0x10000 + ((unit - 0xD800) << 10U) + (char32_t{units[++i]} - 0xDC00) : unit;
    if (character != kByteOrderMark) records::append_utf8(out, character);
  }
}

std::unique_ptr<poppler::document> open_pdf(std::string_view bytes) {
  return std::unique_ptr<poppler::document>(
      poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
}

void begin_page(records::PageFrame& frame, const poppler::page* page) {
  poppler::rectf size;
  if (page != nullptr) size = page->page_rect();
  std::array<float, 2> sides = {static_cast<float>(std::abs(size.width())),
                                static_cast<float>(std::abs(size.height()))};
  if (page != nullptr && page->orientation() != poppler::page::portrait &&
      page->orientation() != poppler::page::upside_down) {
    std::swap(sides[0], sides[1]);
  }
  for (float& side : sides) side = std::isfinite(side) ? side : 0;
  frame.begin(sides[0], sides[1]);
}

std::size_t add_words(records::PageFrame& frame, const poppler::page& page) {
  for (const poppler::text_box& word : page.text_list()) {
    const Box box = box_of(word.bbox());
    if (!is_finite(box)) continue;
    append_utf16(frame.text(), word.text());
    frame.end_word(box, word.rotation() & 3);
  }
  return frame.text().size();
}

}  // namespace openimr::reader
