// The characters of a foreign document as the project's plain text.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace openimr::records {

// The first character of a text that is not empty, and its length. A byte that begins no UTF-8 is read alone, as
// U+FFFD.
struct Character {
  char32_t code;
  std::size_t bytes;
};
Character first_character(std::string_view text);

// Adds a character in UTF-8; one that Unicode has not becomes U+FFFD.
void append_utf8(std::string& out, char32_t character);

// Adds what a reader sees of some foreign text: ligatures as their letters, every kind of space as ' '. Soft hyphens,
// control characters (line ends too), marks without width and marks that turn the direction of writing are left out;
// bytes that are no UTF-8 become U+FFFD. What is added is valid UTF-8.
void append_visible(std::string& out, std::string_view foreign);

}  // namespace openimr::records
