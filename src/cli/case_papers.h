// The papers of a case on their way out of a command.
#pragma once

#include <iosfwd>
#include <vector>

#include "cli/deliver.h"
#include "cli/office.h"
#include "office/papers.h"

namespace openimr::cli {

// As the options say it; facts of --with, and then `given`, stand instead of those of the case.
Result<office::Sending> sending_of(const OfficeOptions& options, const cases::GivenFacts& given = {});

// Records the events in one append, all or none, and prints whom the papers go to, how, and the times that run from
// them with their last days. With --out they go into that folder too, which is made where it is not there, with the
// files that are added: noarfi-employee.txt, noarfi-employee.pdf, proof-of-noarfi.pdf.
ExitCode send_papers(office::Office& office, const office::FoundCase& found, const office::Papers& papers,
                     const std::vector<cases::CaseEvent>& events, const OfficeOptions& options, std::ostream& out,
                     std::vector<OutFile> added = {});
// The same (--dry-run) without recording anything: prints the papers themselves where there is no --out.
ExitCode show_papers(const office::FoundCase& found, const office::Papers& papers, const OfficeOptions& options,
                     std::ostream& out);

}  // namespace openimr::cli
