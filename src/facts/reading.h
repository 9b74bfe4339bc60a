// One document as the extractors see it: its terms, dates, assertions, and for each sentence the visit it belongs to.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "facts/assertion.h"
#include "facts/dates.h"
#include "facts/fact.h"
#include "records/case_file.h"
#include "vocabulary/vocabulary.h"

namespace openimr::facts {

class Reading {
 public:
  Reading(const records::Document& document, const vocabulary::Vocabulary& vocabulary);
  Reading(const Reading&) = delete;
  Reading& operator=(const Reading&) = delete;

  const records::Document& document;
  const vocabulary::Vocabulary& vocabulary;
  const std::vector<vocabulary::Mention> mentions;
  const std::vector<DateMention> dates;
  const Assertions assertions;

  std::string_view text() const { return document.text.text(); }
  std::string_view words(Span span) const { return text().substr(span.begin, span.end - span.begin); }
  Span sentence(std::size_t index) const { return document.text.sentences()[index]; }
  std::size_t sentence_of(Span span) const { return document.text.sentence_at(span.begin); }
  // Mentions and dates that begin in a sentence.
  std::vector<vocabulary::Mention> mentions_in(std::size_t sentence) const;
  std::vector<DateMention> dates_in(std::size_t sentence) const;

  // The day that a sentence tells of: that of the visit or report it belongs to, else the document's.
  std::optional<DateRange> visit(std::size_t sentence) const;
  // The latest visit the document tells of.
  std::optional<Date> last_visit() const;

  // A fact at a span, with its assertion, dates and place.
  Fact fact_at(Span span, std::string name, std::string concept_name,
               Assertions::Kind kind = Assertions::Kind::statement) const;

 private:
  std::vector<std::optional<DateRange>> visits_;
};

// Names under which a fact about a drug is a fact about the drug that an item asks for: its own and that of its leading
// ingredient ("hydrocodone" speaks of hydrocodone/acetaminophen). Not its class: a sister drug is another drug.
std::vector<std::string> subject_names(const vocabulary::Drug& drug);

// What the extractors add to the facts of a case.
void read_person(const Reading& reading, std::vector<Fact>& out);  // age, sex, dates of injury, denial and request
void read_medications(const Reading& reading,
                      std::vector<Fact>& out);                   // medication, indication, stated durations of use
void read_pain(const Reading& reading, std::vector<Fact>& out);  // pain_score, pain_relief
void read_statements(const Reading& reading, std::vector<Fact>& out);  // every clinical term of the vocabulary
void read_treatments(const Reading& reading, std::vector<Fact>& out);  // treatment, with the response to it

}  // namespace openimr::facts
