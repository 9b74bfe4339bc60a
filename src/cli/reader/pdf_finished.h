// A PDF that is finished and to be looked through: everything in it that could say a name.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "records/reader_frames.h"
#include "records/untrusted.h"

namespace openimr::reader {

// Sends the pages from `first` on, each with its whole picture, its words, and the words beyond its edges; with the
// first page what the document says of itself, its bookmarks and the names of what is attached. A page that cannot be
// drawn, or only with a font that is not in the file, is lost. Gives why nothing of the document can be read.
std::optional<records::ErrorFrame> read_finished_pdf(std::string_view bytes, std::uint32_t first,
                                                     const records::ReaderLimits& limits);

}  // namespace openimr::reader
