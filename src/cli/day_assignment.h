// What came of the assignment of a day, told to a person or a program.
#pragma once

#include <iosfwd>
#include <string>

#include "office/day_assignment.h"

namespace openimr::cli {

// `format` is table, json or csv. Lines of a table are folded at `width`.
void print_assignment(std::ostream& out, const office::DayAssignment& assignment, const std::string& format,
                      std::size_t width, bool colour);

}  // namespace openimr::cli
