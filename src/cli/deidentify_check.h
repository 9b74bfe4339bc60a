// openimr deidentify --check: what is left in PDFs that are to be published.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "cli/deidentify_command.h"
#include "corpus/deidentify/check.h"

namespace openimr::cli {

struct LookedFor {
  corpus::deidentify::KnownParties parties;
  std::string number;  // of the review itself, which may stand there
};
// Prints for each file what is left, by page, kind, rule and box, without the words; those stand in the file of --log
// alone. ExitCode::failed where anything is left.
ExitCode check_finished(const DeidentifyOptions& options, const corpus::deidentify::Deidentifier& deidentify,
                        const LookedFor& looked_for, std::ostream& out);

// What is left as a list for who looks into it: with the words where they are asked for.
std::string list_of(const std::vector<corpus::deidentify::Left>& left, corpus::deidentify::Words words);

}  // namespace openimr::cli
