// One document as the extractors see it: its terms, dates, assertions, and for each sentence the visit it belongs to.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/words.h"
#include "facts/assertion.h"
#include "facts/dates.h"
#include "facts/fact.h"
#include "facts/sentence_words.h"
#include "records/case_file.h"
#include "vocabulary/vocabulary.h"

namespace openimr::facts {

class Reading {
 public:
  // `visits` are the days, in order, of which other documents of the case tell: what "the last visit" may be.
  Reading(const records::Document& document, const vocabulary::Vocabulary& vocabulary,
          const std::vector<Date>& visits = {});
  Reading(const Reading&) = delete;
  Reading& operator=(const Reading&) = delete;

  const records::Document& document;
  const vocabulary::Vocabulary& vocabulary;
  const Words all_words;
  const std::vector<Span>& numbers;  // of all_words
  const std::vector<vocabulary::Mention> mentions;
  const Assertions assertions;

  std::string_view text() const { return document.text.text(); }
  std::string_view words(Span span) const { return text().substr(span.begin, span.end - span.begin); }
  std::size_t sentences() const { return document.text.sentences().size(); }
  Span sentence(std::size_t index) const { return document.text.sentences()[index]; }
  std::size_t sentence_of(Span span) const { return document.text.sentence_at(span.begin); }
  // What the words of a sentence may speak of.
  const SentenceWords& words_of(std::size_t sentence) const { return sentence_words_[sentence]; }
  // Mentions and dates that begin in a sentence, by position.
  std::span<const vocabulary::Mention> mentions_in(std::size_t sentence) const;
  std::span<const DateMention> dates_in(std::size_t sentence) const;
  // All dates, those too that count from another day.
  const std::vector<DateMention>& dates() const { return dates_; }

  // The day that a sentence tells of: that of the visit or report it belongs to, else the document's.
  std::optional<DateRange> visit(std::size_t sentence) const { return visits_[sentence]; }

  // A fact at a span, with its assertion, dates and place; marked as the review's where its sentence recites a
  // utilization review.
  Fact fact_at(Span span, std::string name, std::string concept_name,
               Assertions::Kind kind = Assertions::Kind::statement) const;
  // "Spasm was found at the last visit": where words of this kind stand in the clause of the span, the fact has the
  // date they give, and its attribute `dated_by` the words.
  void date_by_words(Span span, Fact& fact) const;

 private:
  void find_visits();
  bool opens_visit(std::size_t sentence, const DateMention& day) const;
  const records::Section* told_within(std::size_t sentence) const;
  void add_relative_dates(const std::vector<Date>& visits);
  void index_sentences();
  void mark_recitals();

  std::vector<SentenceWords> sentence_words_;
  std::vector<DateMention> dates_;
  std::vector<std::optional<DateRange>> visits_;           // by sentence
  std::vector<std::uint32_t> first_mention_, first_date_;  // by sentence, and one more
  std::vector<bool> recites_review_;                       // by sentence
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
