#include "cli/reader/pdf.h"

#include <array>
#include <memory>
#include <string>

#include <iconv.h>
#include <poppler-document.h>
#include <poppler-page.h>

#include "cli/reader/channel.h"
#include "cli/reader/pdf_words.h"
#include "records/reader_frames.h"

namespace openimr::reader {
namespace {

using records::ErrorFrame;
using records::ReaderFault;

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
      any_word = add_words(frame, *page) > 0 || any_word;
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

}  // namespace

void warm_up_pdf() {
  poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);
  // Held open, so that the tables stay loaded.
  [[maybe_unused]] static const std::array kTables = {iconv_open("UTF-16", "UTF-8"), iconv_open("UTF-8", "UTF-16")};
  // Kept as well: poppler builds its tables of characters and encodings anew for each document that is open alone.
  static const auto* const kept =
      poppler::document::load_from_raw_data(kSmallestPdf.data(), static_cast<int>(kSmallestPdf.size()));
  const std::unique_ptr<poppler::page> page(kept != nullptr ? kept->create_page(0) : nullptr);
  if (page) static_cast<void>(page->text_list());
}

std::optional<ErrorFrame> read_pdf(std::string_view bytes, const records::ReaderLimits& limits) {
  const auto document = open_pdf(bytes);
  if (!document) return ErrorFrame{ReaderFault::damaged};
  if (document->is_locked()) return ErrorFrame{ReaderFault::locked};
  return send_pages(*document, limits);
}

}  // namespace openimr::reader
