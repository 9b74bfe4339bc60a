#include "cli/reader/pdf_finished.h"

#include <algorithm>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <poppler-embedded-file.h>
#include <poppler-toc.h>

#include "base/ascii.h"
#include "cli/reader/channel.h"
#include "cli/reader/pdf_drawing.h"
#include "cli/reader/pdf_page_numbers.h"
#include "cli/reader/pdf_paging.h"
#include "cli/reader/pdf_words.h"

namespace openimr::reader {
namespace {

using records::Beside;
using records::ErrorFrame;
using records::FrameKind;
using records::ReaderFault;

constexpr double kFar = 20'000;  // points: beyond what a page can be wide
constexpr int kDeepestBookmark = 64;

std::string utf8(const poppler::ustring& text) {
  std::string out;
  append_utf16(out, text);
  return out;
}

void add(std::string& frame, std::string where, std::string text) {
  if (!text.empty()) append(frame, Beside{std::move(where), std::move(text)});
}

void add_bookmarks(std::string& frame, const poppler::toc_item& item, int depth) {
  add(frame, "bookmark", utf8(item.title()));
  if (depth == kDeepestBookmark) return;
  for (const poppler::toc_item* each : item.children()) add_bookmarks(frame, *each, depth + 1);
}

// What the document says of itself.
void add_document(std::string& frame, const poppler::document& document) {
  for (const std::string& key : document.info_keys()) add(frame, "particular " + key, utf8(document.info_key(key)));
  add(frame, "particular XMP", utf8(document.metadata()));
  if (const std::unique_ptr<poppler::toc> toc(document.create_toc()); toc && toc->root() != nullptr)
    add_bookmarks(frame, *toc->root(), 0);
  if (!document.has_embedded_files()) return;
  for (const poppler::embedded_file* file : document.embedded_files()) add(frame, "attachment", file->name());
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> out;
  while (true) {
    const auto begin = std::find_if_not(text.begin(), text.end(), is_white);
    if (begin == text.end()) return out;
    const auto end = std::find_if(begin, text.end(), is_white);
    out.emplace_back(begin, end);
    text = {end, text.end()};
  }
}

// The words that only a view far beyond the page has.
std::string outside(const poppler::page& page, const records::PageFrame& frame) {
  const auto seen_in = [&](const poppler::rectf& view) {
    return utf8(page.text(view, poppler::page::raw_order_layout));
  };
  const std::string on_page = seen_in({0, 0, frame.width(), frame.height()});
  const std::string all = seen_in({-kFar, -kFar, 2 * kFar, 2 * kFar});
  std::map<std::string_view, int> left;
  for (const std::string_view word : words_of(on_page)) ++left[word];
  std::string out;
  for (const std::string_view word : words_of(all)) {
    if (--left[word] < 0) out.append(out.empty() ? "" : " ").append(word);
  }
  return out;
}

class Finished {
 public:
  Finished(const poppler::document& document, const records::ReaderLimits& limits)
      : document_(document), pages_(document, limits.pages), room_(limits.text) {}

  // False where there was no room for its text any more.
  bool send(int number) {
    const auto page = pages_.page(number);
    begin_page(frame_, page.get());
    static_cast<void>(take_complaint_of_font());
    const auto drawing = page ? drawn(*page, frame_.width(), frame_.height()) : std::nullopt;
    const bool lacks_font = take_complaint_of_font();
    if (!drawing || lacks_font) {
      const ReaderFault why = drawing ? ReaderFault::no_font : ReaderFault::damaged;
      reader::send(FrameKind::lost_page, as_bytes(ErrorFrame{why}));
      return true;
    }
    std::string beside;
    if (number == 1) add_document(beside, document_);
    add(beside, "outside", outside(*page, frame_));
    add_words(frame_, *page);
    const auto whole = frame_.finish();
    if (beside.size() + whole.size() > room_) return false;
    room_ -= beside.size() + whole.size();
    if (!beside.empty()) reader::send(FrameKind::beside, beside);
    send_raster(drawing->raster, drawing->dots);
    send_whole(whole);
    return true;
  }

 private:
  const poppler::document& document_;
  PdfPages pages_;
  std::uint64_t room_;
  records::PageFrame frame_;
};

}  // namespace

std::optional<ErrorFrame> read_finished_pdf(std::string_view bytes, std::uint32_t first,
                                            const records::ReaderLimits& limits) {
  const auto document = open_pdf(bytes);
  if (const auto why = send_page_count(document.get(), limits)) return why;
  Finished finished(*document, limits);
  return send_pages(*document, first, limits, [&](int page) { return finished.send(page); });
}

}  // namespace openimr::reader
