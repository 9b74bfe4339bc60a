// RE2 asked about string views. The releases of RE2 differ in the type that they take text as.
#pragma once

#include <string_view>

#include <re2/re2.h>

namespace openimr {

// Whether the pattern stands anywhere in the text; what its groups caught goes to `groups`.
template <typename... Group>
bool contains_match(std::string_view text, const RE2& pattern, Group*... groups) {
  return RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), pattern, groups...);
}

// Whether the pattern is all of the text.
template <typename... Group>
bool is_match(std::string_view text, const RE2& pattern, Group*... groups) {
  return RE2::FullMatch(re2::StringPiece(text.data(), text.size()), pattern, groups...);
}

}  // namespace openimr
