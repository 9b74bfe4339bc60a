// What a page of a file shows at its head and foot: whether it begins a document, of what kind, of which day, by whom.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "vocabulary/vocabulary.h"

namespace openimr::records {

struct PageNumber {
  int number = 0;
  int of = 0;  // 0: not printed
};

// A title at the head of a page.
struct PageTitle {
  const vocabulary::RecordKind* kind;
  bool at_top;  // in one of the first three lines
};

struct RankedDay {
  Date date;
  int rank;  // of packs/vocabulary/documents.yaml; 3 alone on its line at the head, 5 printed by a fax machine
};

struct PageLook {
  std::vector<std::string> head;  // the words of the first lines
  std::optional<PageTitle> title;
  std::optional<PageNumber> number;
  std::optional<RankedDay> day;  // the best of the page
  int labels = 0;                // "Patient:", "Claim number:", "Date of exam:", ... at the head
  bool salutes = false;          // "Dear Dr. ..."
  bool signed_off = false;       // a signature at the foot
  bool empty = false;            // no words
};

PageLook look_at(std::string_view page, const vocabulary::Vocabulary& vocabulary);

// The best day of a text by the words before it; nothing where it has none.
std::optional<RankedDay> best_day(std::string_view text, const vocabulary::RecordWords& words);
// Who wrote a document of this text, as printed with the letters behind the name; empty where it does not say.
std::string author_of(std::string_view text, const vocabulary::RecordWords& words);

}  // namespace openimr::records
