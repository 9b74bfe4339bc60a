// The command line of `openimr store`.
#pragma once

#include <string>

#include "cli/commands.h"

namespace CLI {
class App;
}

namespace openimr::cli {

// Adds the command; what it comes to goes to `code`. All of them must live as long as the command line is read.
void add_store_command(CLI::App& app, const std::string& today, StoreCommandOptions& options, ExitCode& code);

}  // namespace openimr::cli
