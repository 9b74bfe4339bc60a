// Where on the body something is: the part that is named near it, and the side.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "facts/reading.h"

namespace openimr::facts {

// The part of the body that its sentence names nearest to the span, within 60 characters: beyond that it belongs to
// something else. Null where none does.
const std::string* body_part_near(const Reading& reading, std::size_t sentence, Span span);
// "left", "right" or "bilateral" where it is written within a few words of the span.
std::optional<std::string> side_near(const Reading& reading, std::size_t sentence, Span span);

}  // namespace openimr::facts
