// Where the words and the numbers of a clean text stand. Whoever asks each word something walks them, and not the text
// again: a text is looked through once, eight bytes at a time.
#pragma once

#include <string_view>
#include <vector>

#include "base/place.h"

namespace openimr {

struct Words {
  std::vector<Span> words;    // every run of small letters, digits and bytes beyond ASCII, in order
  std::vector<Span> numbers;  // every run of digits, in order; dates, ages, scores and strengths all hold one
  bool is_ascii = true;       // no byte is beyond it
};
Words words_in(std::string_view text);

}  // namespace openimr
