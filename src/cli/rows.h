// Rows of a table, for people and for programs: aligned columns, JSON or CSV (RFC 4180) from the same values.
#pragma once

#include <cstddef>
#include <iosfwd>
#include <string>

#include "office/rows.h"

namespace openimr::cli {

using office::Column;
using office::Rows;

// `format` is table, json or csv. A table is at most `width` wide where its columns may be cut.
void print_rows(std::ostream& out, const Rows& rows, const std::string& format, std::size_t width, bool colour);

}  // namespace openimr::cli
