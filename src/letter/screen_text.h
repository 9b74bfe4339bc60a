// Foreign text on a screen of so many columns.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace openimr::letter {

// Characters that a text takes on the screen.
std::size_t screen_width(std::string_view text);

// On one line, white space folded, without anything that would move the cursor or turn the writing.
std::string on_one_line(std::string_view foreign);

// Lines of at most `width` characters (at least 1), parted at spaces and behind '/'; a longer word is cut. Always at
// least one line.
std::vector<std::string> folded_lines(std::string_view text, std::size_t width);

// Filled with spaces up to `width`; what is longer stays as it is.
std::string filled(std::string_view text, std::size_t width);

}  // namespace openimr::letter
