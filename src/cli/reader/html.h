// The text of an HTML page as one frame.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "records/reader_frames.h"
#include "records/untrusted.h"

namespace openimr::reader {

// Has libxml2 load what it loads once, while files may still be opened.
void warm_up_html();

// What a reader sees of a page, or why there is nothing of it.
std::variant<std::string, records::ErrorFrame> html_text(std::string_view bytes, const records::ReaderLimits& limits);

// Sends what a reader sees of a page. Gives why it does not, where it does not.
std::optional<records::ErrorFrame> read_html(std::string_view bytes, const records::ReaderLimits& limits);

}  // namespace openimr::reader
