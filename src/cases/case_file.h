// The file of a case for whoever reads it outside the program: which documents it has, in which order, and its history.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "cases/case.h"
#include "cases/export_index.h"
#include "cases/ledger.h"

namespace openimr::cases {

// For the organization as everything is kept. For the parties without the ids of reviewers: "expert reviewer 1" stands
// for the first one, wherever an id stands in the history as a word of its own.
enum class ForWhom : std::uint8_t { office, parties };

// What stands in `document` of an entry whose bytes are not in the store.
inline constexpr std::string_view kHistoryPaper = "history";
inline constexpr std::string_view kHistoryLines = "history lines";

struct CaseFileParts {
  std::vector<ExportEntry> entries;  // records, notices and proofs of service as they were sent, letters, history
  letter::Paper history;
  std::string history_lines;  // JSON, an event a line; a hash covers the event as it is kept, with its ids
};

CaseFileParts case_file(const program::Programme& programme, const Case& c, const std::vector<KeptEvent>& history,
                        const letter::Letterhead& head, ForWhom for_whom);

}  // namespace openimr::cases
