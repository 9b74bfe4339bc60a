// Literature cited within a text: "(Chou, 2007)", "(Mens, 2005; van Tulder, 2006)".
#pragma once

#include <vector>

#include "determination/determination.h"
#include "letter/reading/lines.h"

namespace openimr::letter {

// Each reference of the span, as printed, in parentheses of its own. Dates and editions in parentheses are none.
std::vector<determination::Printed> references_in(const Lines& lines, Span span);

}  // namespace openimr::letter
