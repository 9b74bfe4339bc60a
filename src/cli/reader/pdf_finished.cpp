#include "cli/reader/pdf_finished.h"

#include <algorithm>
#include <map>
#include <memory>
#include <sstream>
#include <string>

#include <poppler-embedded-file.h>
#include <poppler-toc.h>

#include "cli/reader/channel.h"
#include "cli/reader/lockdown.h"
#include "cli/reader/pdf_drawing.h"
#include "cli/reader/pdf_page_numbers.h"
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

std::map<std::string, int> counted(const std::string& text) {
  std::map<std::string, int> out;
  std::istringstream words(text);
  for (std::string word; words >> word;) ++out[word];
  return out;
}

// The words that only a view far beyond the page has.
std::string outside(const poppler::page& page, const records::PageFrame& frame) {
  const poppler::rectf edges(0, 0, frame.width(), frame.height());
  auto left = counted(utf8(page.text(edges, poppler::page::raw_order_layout)));
  const std::string all =
      utf8(page.text(poppler::rectf(-kFar, -kFar, 2 * kFar, 2 * kFar), poppler::page::raw_order_layout));
  std::string out;
  std::istringstream words(all);
  for (std::string word; words >> word;) {
    if (--left[word] < 0) out += (out.empty() ? "" : " ") + word;
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
  if (!document) return ErrorFrame{ReaderFault::damaged};
  if (document->is_locked()) return ErrorFrame{ReaderFault::locked};
  const int pages = document->pages();
  if (pages <= 0) return ErrorFrame{ReaderFault::damaged};
  if (pages > limits.pages) return ErrorFrame{ReaderFault::many_pages, static_cast<std::uint32_t>(pages)};
  send(FrameKind::page_count, records::as_bytes(static_cast<std::uint32_t>(pages)));
  flush();
  Finished finished(*document, limits);
  for (int page = static_cast<int>(first); page <= pages; ++page) {
    limit_work(limits.time);
    if (!finished.send(page)) return ErrorFrame{ReaderFault::much_text};
    flush();
  }
  return std::nullopt;
}

}  // namespace openimr::reader
