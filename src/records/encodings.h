// The sets of characters that foreign text is written in, as UTF-8. What is given back is always valid UTF-8.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace openimr::records {

// What is no UTF-8 becomes U+FFFD, byte by byte.
std::string mended_utf8(std::string_view bytes);
std::string from_windows_1252(std::string_view bytes);
// Without its byte order mark. Halves of pairs that stand alone become U+FFFD.
std::string from_utf16(std::string_view bytes, bool big_endian);

// Text in both sets, as where reports of two systems were put into one file: what is UTF-8 stays, every other byte is
// Windows-1252.
std::string from_mixed(std::string_view bytes);

// The text of a text file: UTF-8 as it is (without a byte order mark), UTF-16 where a mark says so, else Windows-1252,
// as a whole or mixed with UTF-8. Nothing where the bytes are no text at all: NUL among them, or more
// than one control character in twenty.
std::optional<std::string> text_file_as_utf8(std::string bytes);

}  // namespace openimr::records
