// Pages of a PDF as frames.
#pragma once

#include <string_view>

#include "records/untrusted.h"

namespace openimr::reader {

// Has poppler load what it loads once, while files may still be opened.
void warm_up_pdf();

// Sends the pages of a document, and then the end or why there is none.
void read_pdf(std::string_view bytes, const records::ReaderLimits& limits);

}  // namespace openimr::reader
