// Messages to the person at the command.
#pragma once

#include <iostream>
#include <vector>

#include "base/result.h"
#include "cli/exit_code.h"

namespace openimr::cli {

// Prints every problem to stderr, or the one error where no problem was collected, and gives the exit code.
inline ExitCode report(const Error& error, const std::vector<Error>& problems) {
  for (const Error& problem : problems) std::cerr << problem.to_string() << '\n';
  if (problems.empty()) std::cerr << error.to_string() << '\n';
  return exit_code(problems.empty() ? error : problems.front());
}

}  // namespace openimr::cli
