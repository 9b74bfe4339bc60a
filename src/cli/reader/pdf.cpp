#include "cli/reader/pdf.h"

#include <array>
#include <cmath>
#include <memory>
#include <string>
#include <utility>

#include <iconv.h>
#include <poppler-document.h>
#include <poppler-page.h>

#include "cli/reader/channel.h"
#include "records/reader_frames.h"
#include "records/visible_text.h"

namespace openimr::reader {
namespace {

using records::ErrorFrame;
using records::ReaderFault;

constexpr char32_t kByteOrderMark = 0xFEFF;

// poppler's own conversion asks iconv for each word, and iconv may ask for files.
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

Box box_of(const poppler::rectf& r) {
  return {static_cast<float>(r.left()), static_cast<float>(r.top()), static_cast<float>(r.right()),
          static_cast<float>(r.bottom())};
}

bool is_finite(const Box& box) {
  return std::isfinite(box.left) && std::isfinite(box.top) && std::isfinite(box.right) && std::isfinite(box.bottom);
}

// As the page is shown: a page that is turned by a quarter is as wide as it is high otherwise.
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

// False where the page has no words.
bool add_words(records::PageFrame& frame, const poppler::page& page) {
  bool any = false;
  for (const poppler::text_box& word : page.text_list()) {
    const Box box = box_of(word.bbox());
    if (!is_finite(box)) continue;
    append_utf16(frame.text(), word.text());
    frame.end_word(box, word.rotation() & 3);
    any = true;
  }
  return any;
}

std::optional<ErrorFrame> send_pages(const poppler::document& document, const records::ReaderLimits& limits) {
  const int pages = document.pages();
  if (pages <= 0) return ErrorFrame{ReaderFault::damaged};
  if (pages > limits.pages) return ErrorFrame{ReaderFault::many_pages, static_cast<std::uint32_t>(pages)};
  records::PageFrame frame;
  std::uint64_t sent = 0;
  bool any_page = false;
  bool any_word = false;
  for (int i = 0; i < pages; ++i) {
    const std::unique_ptr<poppler::page> page(document.create_page(i));
    begin_page(frame, page.get());
    if (page) {
      any_page = true;
      any_word = add_words(frame, *page) || any_word;
    }
    const auto whole = frame.finish();
    sent += whole.size();
    if (sent > limits.text) return ErrorFrame{ReaderFault::much_text};
    send_whole(whole);
  }
  if (!any_page) return ErrorFrame{ReaderFault::damaged};
  if (!any_word) return ErrorFrame{ReaderFault::no_text, static_cast<std::uint32_t>(pages)};
  return std::nullopt;
}

// One page, one font, one word, as small as a PDF may be; its table of places is left for poppler to mend.
constexpr std::string_view kSmallest =
    "%PDF-1.4\n"
    "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R"
    "/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>>>>>>>endobj\n"
    "4 0 obj<</Length 35>>stream\nBT /F 9 Tf 9 9 Td (warm) Tj ET     \nendstream endobj\n"
    "trailer<</Root 1 0 R>>\n";

}  // namespace

void warm_up_pdf() {
  poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);
  // Held open, so that the tables stay loaded.
  [[maybe_unused]] static const std::array kTables = {iconv_open("UTF-16", "UTF-8"), iconv_open("UTF-8", "UTF-16")};
  // Kept as well: poppler builds its tables of characters and encodings anew for each document that is open alone.
  static const auto* const kept =
      poppler::document::load_from_raw_data(kSmallest.data(), static_cast<int>(kSmallest.size()));
  const std::unique_ptr<poppler::page> page(kept != nullptr ? kept->create_page(0) : nullptr);
  if (page) static_cast<void>(page->text_list());
}

std::optional<ErrorFrame> read_pdf(std::string_view bytes, const records::ReaderLimits& limits) {
  const std::unique_ptr<poppler::document> document(
      poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
  if (!document) return ErrorFrame{ReaderFault::damaged};
  if (document->is_locked()) return ErrorFrame{ReaderFault::locked};
  return send_pages(*document, limits);
}

}  // namespace openimr::reader
