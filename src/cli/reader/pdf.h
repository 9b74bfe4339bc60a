// Pages of a PDF as frames.
#pragma once

#include <optional>
#include <string_view>

#include "records/reader_frames.h"
#include "records/untrusted.h"

namespace openimr::reader {

// Has poppler load what it loads once, while files may still be opened.
void warm_up_pdf();

// Sends the pages of a document. Gives why they are not all of it, where they are not.
std::optional<records::ErrorFrame> read_pdf(std::string_view bytes, const records::ReaderLimits& limits);

}  // namespace openimr::reader
