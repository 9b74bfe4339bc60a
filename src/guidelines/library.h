// All guidelines that are loaded, and which of their sections speak of an item on a day.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "base/result.h"
#include "facts/fact.h"
#include "guidelines/guideline.h"
#include "records/case_file.h"
#include "vocabulary/vocabulary.h"

namespace openimr::guidelines {

struct Applicable {
  const Guideline* guideline;
  const Section* section;
};

// One step of the search and what it gave.
struct Searched {
  std::string step;                     // "MTUS"
  std::vector<std::string> guidelines;  // those in force that were looked through, by full title
  bool addressed = false;
};

struct SearchResult {
  std::vector<Searched> steps;
  std::vector<Applicable> sections;  // of the step that addressed the item; empty: no loaded guideline does
  bool strict = true;
  std::vector<std::string> levels;  // by which studies are graded on that day, the best first
};

// What the records say that decides which sections speak of an item.
struct Circumstances {
  std::vector<std::string> complaints;            // body parts, for an item that names none
  std::optional<double> days_since_injury = {};   // up to the request
  std::optional<double> days_since_surgery = {};  // of the last operation that the records date before it
};

class Library {
 public:
  // Fails with the first pack that cannot be understood, naming its file and line.
  static Result<Library> from_packs(const nlohmann::json& packs, const vocabulary::Vocabulary& vocabulary);

  const std::vector<Guideline>& guidelines() const { return guidelines_; }
  const std::vector<SearchSequence>& sequences() const { return sequences_; }
  Date first_day() const;  // on which any guideline was in force

  // The sections for an item on a day, by the search sequence of that day. In each guideline the most specific sections
  // stand; several guidelines of one step stand together.
  SearchResult search(const records::DisputedItem& item, const Circumstances& about, Date day,
                      const vocabulary::Vocabulary& vocabulary) const;

 private:
  const SearchSequence* sequence_on(Date day) const;

  std::vector<Guideline> guidelines_;
  std::vector<SearchSequence> sequences_;
};

// How specifically a section speaks of an item under these circumstances; 0: it does not. `drug` is the item's product,
// null where it is none.
int specificity_of(const Section& section, const records::ParsedItem& item, const vocabulary::Drug* drug,
                   const Circumstances& about);

// What is wrong with the packs beyond their schema, each with file, line and what would be right: names that the
// vocabulary does not know, tests that nothing can meet, criteria that test one fact twice, allowances that rescue
// nothing, ids given twice, sections that never speak, editions that overlap or leave a gap.
std::vector<Error> check(const Library& library, const vocabulary::Vocabulary& vocabulary);

// Statements that the vocabulary knows and no criterion asks for.
struct UnusedFact {
  std::string name;                   // "finding"
  std::size_t known = 0;              // concepts that the vocabulary has of it
  std::vector<std::string> concepts;  // those that no test names, in order
};

// By name. No fault: some of them the program itself reads (a `response` belongs to its treatment).
std::vector<UnusedFact> unused_facts(const Library& library, const vocabulary::Vocabulary& vocabulary);

}  // namespace openimr::guidelines
