// The command line of the commands on cases in a store.
#pragma once

#include "cli/commands.h"

namespace CLI {
class App;
}

namespace openimr::cli {

// Adds them: below `cases` those on one case, and the others beside it. `now` is when whatever they record is entered.
// What they come to goes to `code`. All must live as long as the command line is read.
void add_office_commands(CLI::App& app, CLI::App& cases, const Common& common, OfficeOptions& options, ExitCode& code);

}  // namespace openimr::cli
