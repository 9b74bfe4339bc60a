// openimr deidentify: texts without names, addresses and numbers, and what was removed by which rule.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "cli/commands.h"

namespace CLI {
class App;
}

namespace openimr::cli {

struct DeidentifyOptions {
  std::vector<std::string> files;    // text, PDF, HTML; "-": text on standard input
  std::string log;                   // file for what was removed; "-": behind the text
  std::string format = "text";       // text or json
  std::string out;                   // file to write instead of stdout; written whole or not at all
  std::vector<std::string> parties;  // KIND=NAME
  std::string case_folder;           // whose case.yaml names parties
  bool check = false;                // the files are finished PDFs: what is left in them
};

ExitCode deidentify(const Common& common, const DeidentifyOptions& options, std::ostream& out);

// Adds the command. `options` and `code` outlive the application.
void add_deidentify_command(CLI::App& app, const Common& common, DeidentifyOptions& options, ExitCode& code);

}  // namespace openimr::cli
