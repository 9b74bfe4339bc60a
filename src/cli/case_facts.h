// The facts of a case as a command was asked for them: all, or those about something.
#pragma once

#include <string>

#include <tl/expected.hpp>

#include "cli/commands.h"
#include "facts/fact.h"
#include "facts/timeline.h"
#include "records/case_file.h"

namespace openimr::cli {

struct CaseFacts {
  records::CaseFile file;
  facts::Facts facts;
  facts::Timeline timeline;  // its rows are those of the facts; pain, work status and visits always
};

// Opens the case, finds its facts and keeps those that were asked for. `about` is a drug, a brand, a service, a part of
// the body or any concept; `fact` the name of a kind of fact. Where nothing is left the person is told what there is.
// What fails is reported on stderr.
tl::expected<CaseFacts, ExitCode> case_facts(const Common& common, const FactsOptions& options);

// Prints a line on stderr for each contradiction, with its places.
void warn(const facts::Facts& facts, const records::CaseFile& file);

// Whether the screen shows UTF-8, by the locale's variables (LC_ALL, LC_CTYPE, LANG); true where none is set.
bool speaks_utf8();

}  // namespace openimr::cli
