// Fields of a CSV (RFC 4180).
#pragma once

#include <string>
#include <string_view>

namespace openimr {

// In quotation marks.
std::string csv_quoted(std::string_view text);
// In quotation marks where it holds what would end it.
std::string csv_field(std::string_view text);

}  // namespace openimr
