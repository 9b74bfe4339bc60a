// What a letter must have to be read.
#pragma once

#include <cstdint>

namespace openimr::letter {

// `before_the_decision`: copies out of which decisions, the reviewer's guidelines or the rationales were cut are read
// too, with what was known before the decision; an item without its decision is not decided.
enum class Needed : std::uint8_t { whole_letter, before_the_decision };

}  // namespace openimr::letter
