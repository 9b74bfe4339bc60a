// Results on their way out: to the screen, or into files that nobody ever sees half of.
#pragma once

#include <filesystem>
#include <iosfwd>
#include <string>
#include <vector>

#include "cli/exit_code.h"

namespace openimr::cli {

struct OutFile {
  std::filesystem::path path;
  std::string text;
};

// Writes all files or none: each by way of a part beside it, and no part takes its name before all are written. The
// folders must be there. What fails is reported on stderr.
ExitCode deliver(const std::vector<OutFile>& files);

// Prints the text, or writes it to the file where one is named.
ExitCode deliver(const std::string& text, const std::string& file, std::ostream& out);

}  // namespace openimr::cli
