// The papers of a case of the store: written for its parties, kept as documents, and recorded as sent.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "cases/notice_facts.h"
#include "cli/deliver.h"
#include "cli/office.h"

namespace openimr::cli {

// A notice as it goes out: a copy for each party, and one proof of how all of them were served.
struct Papers {
  struct Copy {
    cases::Addressee to;
    nlohmann::json party;  // as an event has it
    std::string text, pdf;
  };
  const program::Notice* notice = nullptr;  // of the programme
  cases::Mailing mailing;
  std::vector<Copy> copies;
  std::string proof;  // PDF
};

// For the parties named by role, or where none is named for all that the notice goes to and the case has. Facts of the
// options (--with) and then `given` stand instead of those of the case. Fails where the organisation is not named (see
// OfficeOptions), the case has no such party, its way of service is not known, or the notice needs what is not known.
Result<Papers> write_papers(const FoundCase& found, const std::string& notice, const std::vector<std::string>& to,
                            const OfficeOptions& options, const cases::GivenFacts& given = {});

// Keeps the copies and the proof in the store, and gives an event notice-sent for each, made after `event`: who, when
// and why. Each event has `proof`, the document of the proof.
Result<std::vector<cases::CaseEvent>> keep_papers(store::Store& store, const Papers& papers,
                                                  const cases::CaseEvent& event);

// Records the events in one append, all or none, and prints whom the papers go to, how, and the times that run from
// them with their last days. With --out they go into that folder too, which is made where it is not there, with the
// files that are added: noarfi-employee.txt, noarfi-employee.pdf, proof-of-noarfi.pdf.
ExitCode send_papers(Office& office, const FoundCase& found, const Papers& papers,
                     const std::vector<cases::CaseEvent>& events, const OfficeOptions& options, std::ostream& out,
                     std::vector<OutFile> added = {});
// The same (--dry-run) without recording anything: prints the papers themselves where there is no --out.
ExitCode show_papers(const FoundCase& found, const Papers& papers, const OfficeOptions& options, std::ostream& out);

}  // namespace openimr::cli
