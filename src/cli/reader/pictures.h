// Pictures as pages: TIFF with all of its pages, PNG, JPEG.
#pragma once

#include <optional>
#include <string_view>

#include "records/reader_frames.h"
#include "records/untrusted.h"

namespace openimr::reader {

// Has the libraries for pictures say nothing of what they find.
void warm_up_pictures();

// Sends the pages from `first` on, each by itself: its picture in grey, brought to 300 dots per inch, unless it is
// white all over, and a page without words of its size. A page that is damaged, or has more points than are read, is
// lost. Gives why nothing of the file can be read.
std::optional<records::ErrorFrame> read_pictures(std::string_view bytes, std::uint32_t first,
                                                 const records::ReaderLimits& limits);

}  // namespace openimr::reader
