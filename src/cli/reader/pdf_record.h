// The pages of a record that is a PDF: words where a page has them, a picture where it is a scan.
#pragma once

#include <optional>
#include <string_view>

#include "records/reader_frames.h"
#include "records/untrusted.h"

namespace openimr::reader {

// Sends the pages from `first` on, each by itself and as soon as it is read. A page of fewer than a hundred letters is
// also drawn without its words, in grey at 300 dots per inch; where ink is left, that picture is sent before the page.
// A page without words and ink over which poppler complained is lost. Gives why nothing of the document can be read.
std::optional<records::ErrorFrame> read_pdf_record(std::string_view bytes, std::uint32_t first,
                                                   const records::ReaderLimits& limits);

}  // namespace openimr::reader
