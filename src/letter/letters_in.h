// Where each letter of a text begins and ends.
#pragma once

#include <string_view>
#include <vector>

#include "base/place.h"

namespace openimr::letter {

// One span for each letter that Reader::read() gives of the text, in the same order; together they are the whole text.
std::vector<Span> letters_in(std::string_view text);

}  // namespace openimr::letter
