// A password from a file, a pipe, or the keyboard: never from the command line, which others can see.
#pragma once

#include <string>

#include "base/result.h"

namespace openimr::cli {

// The first line of the file; with no file the first of standard input, and at a terminal what is typed twice, unseen.
// Fails with wrong_use where it is empty or the two differ.
Result<std::string> read_password(const std::string& file);

}  // namespace openimr::cli
