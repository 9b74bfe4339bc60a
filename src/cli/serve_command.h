// The command line of `openimr serve`.
#pragma once

#include <map>
#include <string>

#include "cli/commands.h"

namespace CLI {
class App;
}

namespace openimr::cli {

struct ServeOptions {
  std::string config;                        // a file of settings
  std::map<std::string, std::string> flags;  // settings by name
  bool show_config = false;                  // print them and end
  bool demo = false;                         // with invented cases and accounts, for this machine alone
  int demo_cases = 500;
  int demo_letters = 1000;    // of the collection to search; 0: none
  std::string demo_password;  // of all accounts of the demo; empty: one is made
};

// Adds the command; what it comes to goes to `code`. All of them must live as long as the command line is read.
void add_serve_command(CLI::App& app, const Common& common, ServeOptions& options, ExitCode& code);

// Serves until the person or the system wishes it to end.
ExitCode serve(const Common& common, const ServeOptions& options, std::ostream& out);

}  // namespace openimr::cli
