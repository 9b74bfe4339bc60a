// A PDF that is sent page by page.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>

#include <poppler-document.h>

#include "records/reader_frames.h"
#include "records/untrusted.h"

namespace openimr::reader {

// Why no page of it can be sent; else their number is sent. A document that could not be opened is null.
std::optional<records::ErrorFrame> send_page_count(const poppler::document* document,
                                                   const records::ReaderLimits& limits);

// Sends the pages from `first` on, each as soon as it is read and with a time of its own. `send` takes the number of a
// page, from 1, and gives false where there was no room for its text any more.
std::optional<records::ErrorFrame> send_pages(const poppler::document& document, std::uint32_t first,
                                              const records::ReaderLimits& limits,
                                              const std::function<bool(int number)>& send);

}  // namespace openimr::reader
