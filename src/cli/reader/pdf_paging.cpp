#include "cli/reader/pdf_paging.h"

#include "cli/reader/channel.h"
#include "cli/reader/lockdown.h"

namespace openimr::reader {

using records::ErrorFrame;
using records::ReaderFault;

std::optional<ErrorFrame> send_page_count(const poppler::document* document, const records::ReaderLimits& limits) {
  if (document == nullptr) return ErrorFrame{ReaderFault::damaged};
  if (document->is_locked()) return ErrorFrame{ReaderFault::locked};
  const int pages = document->pages();
  if (pages <= 0) return ErrorFrame{ReaderFault::damaged};
  if (pages > limits.pages) return ErrorFrame{ReaderFault::many_pages, static_cast<std::uint32_t>(pages)};
  send(records::FrameKind::page_count, records::as_bytes(static_cast<std::uint32_t>(pages)));
  flush();
  return std::nullopt;
}

std::optional<ErrorFrame> send_pages(const poppler::document& document, std::uint32_t first,
                                     const records::ReaderLimits& limits, const std::function<bool(int number)>& send) {
  for (int page = static_cast<int>(first); page <= document.pages(); ++page) {
    limit_work(limits.time);
    if (!send(page)) return ErrorFrame{ReaderFault::much_text};
    flush();
  }
  return std::nullopt;
}

}  // namespace openimr::reader
