// The headings and labels by which letters of all layouts are found to be what they are.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "letter/reading/lines.h"

namespace openimr::letter {

enum class Label : std::uint8_t {
  // Titles
  review_title,  // "Independent Medical Review ..."
  notice_title,  // "Notice of Independent Medical Review Determination"
  professional,  // "MEDICAL PROFESSIONAL REVIEW"
  own_title,     // "Independent Medical Review Final Determination", ours
  // The table at the head
  case_number,
  assigned,
  injury,
  decided,
  dated,  // of the letter itself, where no date of the decision is printed
  ur_denial,
  priority,
  application,
  // Sections
  how,
  own_how,  // ours
  qualifications,
  documents,
  summary,
  issue,
  decisions,
  decisions_of_documents_reviewed,
  disputed,  // "The Final Determination was based on decisions for the disputed ..."
  closing,   // what follows the last item
  // Within sections
  licensure,
  certification,
  subspecialty,
  claims_administrator,
  reviewer,
  rationale,
  relied,     // "Section of the Medical Treatment Utilization Schedule Relied Upon ..."
  regarding,  // "1) Regarding the request for ..."
  // Sentences that stand for a label where a letter has none
  claims_administrator_sentence,
  reviewer_sentence,
};

// A label at the beginning of a line.
struct Mark {
  Label label;
  std::size_t line;
  std::uint32_t begin;  // of the label
  std::uint32_t end;    // of the label: where its text begins (of a sentence: the same as begin)
};

// Every label at the beginning of a line, in order. Labels of the table at the head may stand elsewhere in a line, too;
// header.h finds those.
std::vector<Mark> marks_in(const Lines& lines);

// How a label is called in messages: its words.
std::string_view words_of(Label label);

// The words of every label, as the reader knows them.
std::vector<std::string_view> all_label_words();

// The length of `pattern` at the beginning of `text`, any case, any white space where the pattern has a space; 0 where
// it is not there. A typographic apostrophe counts as a plain one.
std::size_t begins_with(std::string_view text, std::string_view pattern);

}  // namespace openimr::letter
