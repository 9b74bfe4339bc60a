// The file of a case as an appeal needs it: every document numbered, named and listed, and the history beside them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "letter/paper.h"
#include "program/limit.h"

namespace openimr::cases {

enum class EntryKind : std::uint8_t { record, notice, proof_of_service, event_log, determination };
// "record", "notice", "proof of service", "event log", "determination".
std::string_view name_of(EntryKind kind);

struct ExportEntry {
  EntryKind kind = EntryKind::record;
  std::string title;  // in the index; of a record its own
  std::string name;   // in the file name: "noarfi"; what stands there is seen in every folder, so nobody's name
  std::optional<Date> date;
  std::optional<int> pages;
  std::string document;         // the id of its bytes
  std::string suffix = ".pdf";  // of its file
};

struct NumberedEntry {
  int number = 0;  // from 1
  std::string file_name;
  ExportEntry entry;
};

// The entries in the order given, numbered. A file name is the number in four digits (more where there are more
// entries), the kind, the name and the day: "0007-notice-noarfi-2015-10-01.pdf". It has letters, digits, hyphens and
// one point, no path, and is unlike all others.
std::vector<NumberedEntry> numbered(std::vector<ExportEntry> entries);

// "10 documents", and for each its number, day, kind, title and pages.
letter::Paper index_paper(const letter::Letterhead& head, const std::string& case_number,
                          const std::vector<NumberedEntry>& entries);

struct HistoryEvent {
  std::int64_t number = 0;
  program::Moment on;
  std::string who;   // the role, never a name
  std::string what;  // "records received"
  std::string why;   // empty: no reason was given
  std::string hash;  // of the event and all before it
};

// For each event its number, day, what, who, why and hash.
letter::Paper history_paper(const letter::Letterhead& head, const std::string& case_number,
                            const std::vector<HistoryEvent>& events);

}  // namespace openimr::cases
