// What a person at a terminal sees.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace openimr::cli {

bool is_terminal(int descriptor);
// Characters in a line of the terminal; 80 where it does not say.
int terminal_width(int descriptor);

// Characters that a text takes on the screen.
std::size_t shown_width(std::string_view text);
// The text without anything that would move the cursor or change what stands elsewhere on the screen, line ends too.
std::string shown(std::string_view foreign);
// The text in exactly `width` characters: filled with spaces, or cut, with "…" at the end.
std::string in_column(std::string_view text, std::size_t width);

// The text in lines of at most `width` characters, ended at spaces; the first begins with `first`, the others with as
// many spaces. A word that is longer has a line of its own.
std::string in_lines(std::string_view text, std::string_view first, std::size_t width);

}  // namespace openimr::cli
