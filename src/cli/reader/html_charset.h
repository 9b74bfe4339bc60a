// The characters of an HTML page, in whatever set it is written.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace openimr::reader {

// A page as valid UTF-8 without a byte order mark and without NUL. Sets read here: UTF-8; UTF-16 with a byte order
// mark; Windows-1252 by all of its names, Latin 1 and ASCII among them, which pages that declare no set are taken for
// where they are no UTF-8. Nothing where the page declares another.
std::optional<std::string> html_as_utf8(std::string_view bytes);

}  // namespace openimr::reader
