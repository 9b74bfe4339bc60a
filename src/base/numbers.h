// Where numbers stand in a text. Dates, ages, scores and strengths all hold one, so that a look at the numbers spares a
// look at the text.
#pragma once

#include <string_view>
#include <vector>

#include "base/place.h"

namespace openimr {

// Every run of digits, in order.
std::vector<Span> numbers_in(std::string_view text);

}  // namespace openimr
