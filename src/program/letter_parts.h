// What a determination has to hold before a reviewer signs it, as the programme's law lists it. The check itself is
// cases/signature_check.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "program/calendar.h"

namespace openimr::program {

class Programme;

// Everything of a letter that can be checked; a programme asks for some of it.
enum class Part : std::uint8_t {
  decision_per_item,   // necessary or not
  condition,           // a summary of the worker's condition
  documents_reviewed,  // a list with each record that was received
  disputed_items,      // each is stated
  evidence_per_item,   // what the decision rests on
  reasons_per_item,    // clinical reasons
  lay_language,        // sentences of no more than `most_words`
  qualifications,      // licence, and certification or specialty
  no_reviewer_name,    // the name stands nowhere in the letter
  guideline_citation,  // what is cited has the `elements` of its source
};
// "decision-per-item"
std::string_view name_of(Part part);

// What a citation has to name.
enum class CitationElement : std::uint8_t { title, year, section };
std::string_view name_of(CitationElement element);

struct CitationForm {
  std::string source;  // as determination::Citation has it
  std::vector<CitationElement> elements;
  bool soft = false;  // told, and no hindrance
};

struct LetterPart {
  Part part = Part::decision_per_item;
  std::string says;                     // "for each treatment, whether it is medically necessary"
  std::string lacks;                    // of a letter without it, in words that a reviewer reads
  bool soft = false;                    // told, and no hindrance
  std::optional<int> most_words;        // of lay_language: in a sentence
  std::vector<CitationForm> citations;  // of guideline_citation
  std::string section;
  Standing standing = Standing::unverified;
};

// Null where the programme does not ask for it.
const LetterPart* letter_part(const Programme& programme, Part part);

}  // namespace openimr::program
