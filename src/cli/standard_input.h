// What comes on standard input, whole.
#pragma once

#include <cstddef>
#include <string>

#include "base/result.h"

namespace openimr::cli {

// Fails with unreadable where it is larger; the remedy says what to give instead.
Result<std::string> read_standard_input(std::size_t most, const std::string& remedy);

}  // namespace openimr::cli
