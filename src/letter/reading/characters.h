// Characters and parts of a text, as all of the reading of letters looks at them: ASCII, whatever the locale.
#pragma once

#include <string_view>

#include "base/place.h"

namespace openimr::letter {

inline char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

inline bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// The text of a part.
inline std::string_view words(std::string_view text, Span part) {
  return text.substr(part.begin, part.end - part.begin);
}

}  // namespace openimr::letter
