// The words in the picture of a page: Tesseract, after Leptonica has made the lines level.
#pragma once

#include <optional>
#include <string_view>

#include "records/reader_frames.h"

namespace openimr::reader {

// Loads what Tesseract knows of English and of how pages lie (the packages tesseract-ocr-eng and tesseract-ocr-osd),
// while files may still be opened. False where that is not installed.
bool warm_up_scans();

// Recognises the words of a raster's bytes and sends them. How the page lies (turned by quarters) is found first, then
// how far its lines slant. A word of hardly any confidence is counted and not sent.
std::optional<records::ErrorFrame> read_scan(std::string_view bytes);

}  // namespace openimr::reader
