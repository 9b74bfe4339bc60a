#include <algorithm>

#include "base/pattern.h"
#include "facts/reading.h"

namespace openimr::facts {
namespace {

using vocabulary::Mention;
using vocabulary::TermKind;

// The side that is written within a few words of a span.
std::optional<std::string> side_near(const Reading& reading, Span sentence, Span span) {
  static const RE2 behind("^[^.;,]{0,40}?\\b(left|right|bilateral(?:ly)?)\\b");
  static const RE2 ahead("\\b(left|right|bilateral)\\b[^.;,]{0,25}$");
  const std::string_view after = reading.text().substr(span.end, sentence.end - span.end);
  const std::string_view before = reading.text().substr(sentence.begin, span.begin - sentence.begin);
  std::string word;
  if (!contains_match(before, ahead, &word) && !contains_match(after, behind, &word)) return std::nullopt;
  return word.starts_with("bilateral") ? "bilateral" : word;
}

// Drugs, classes and services that a sentence names.
void add_subjects(const Reading& reading, std::size_t sentence, Fact& fact) {
  for (const Mention& mention : reading.mentions_in(sentence)) {
    if (mention.kind == TermKind::drug && !mention.misread) {
      for (std::string& name : subject_names(reading.vocabulary.drugs()[mention.index]))
        fact.subjects.push_back(std::move(name));
    } else if (mention.kind == TermKind::drug_class) {
      fact.subjects.push_back(reading.vocabulary.drug_classes()[mention.index]);
    } else if (mention.kind == TermKind::service) {
      fact.subjects.push_back(reading.vocabulary.services()[mention.index].name);
    }
  }
}

// Facts that speak of a drug or a service even where the sentence before named it.
bool speaks_of_treatment(const std::string& fact) {
  return fact == "short_term_intent" || fact == "indication" || fact == "pain_relief" || fact == "start" ||
         fact == "continuation" || fact == "longer_use_rationale";
}

// What a plan says is what is meant: an intention that is planned or asked for is stated.
bool is_intention(const std::string& fact) {
  return fact == "short_term_intent" || fact == "treatment_goal" || fact == "active_treatment" ||
         fact == "indication" || fact == "taper";
}

// "Pain is controlled by two Norco": the words of the relief and those of the drug that brings it.
Span with_its_drug(const Reading& reading, std::size_t sentence, Span relief) {
  constexpr std::uint32_t kNear = 30;  // characters
  Span out = relief;
  std::uint32_t nearest = kNear;
  for (const Mention& mention : reading.mentions_in(sentence)) {
    if ((mention.kind != TermKind::drug && mention.kind != TermKind::drug_class) || mention.misread) continue;
    const std::uint32_t gap = mention.span.overlaps(relief)      ? 0
                              : mention.span.begin >= relief.end ? mention.span.begin - relief.end
                                                                 : relief.begin - mention.span.end;
    if (gap >= nearest) continue;
    nearest = gap;
    out = {std::min(relief.begin, mention.span.begin), std::max(relief.end, mention.span.end)};
  }
  return out;
}

bool is_event(const std::string& fact) {
  return fact == "acute_exacerbation" || fact == "new_injury";
}

// "A flare-up in 2013" happened then, whenever it is told.
void date_event(const Reading& reading, std::size_t sentence, Span event, Fact& fact) {
  static const RE2 on("\\b(?:in|on|since|from|during|of|around|about) (?:the )?$");
  for (const DateMention& date : reading.dates_in(sentence)) {
    if (date.span.begin < event.end || date.span.begin - event.end > 40) continue;
    if ((date.role == DateRole::other && contains_match(reading.words({event.end, date.span.begin}), on)) ||
        date.role == DateRole::start) {
      fact.date = date.range;
      fact.attributes["dated"] = "event";
      return;
    }
  }
}

void add_body_part(const Reading& reading, const std::vector<Mention>& around, Span span, Fact& fact) {
  const Mention* nearest = nullptr;
  std::uint32_t distance = 60;  // characters; beyond that a part belongs to something else
  for (const Mention& mention : around) {
    if (mention.kind != TermKind::body_part) continue;
    const std::uint32_t gap = mention.span.overlaps(span)      ? 0
                              : mention.span.begin >= span.end ? mention.span.begin - span.end
                                                               : span.begin - mention.span.end;
    if (gap < distance) {
      distance = gap;
      nearest = &mention;
    }
  }
  if (nearest == nullptr) return;
  const std::string& part = reading.vocabulary.body_parts()[nearest->index].name;
  fact.attributes["body_part"] = part;
  fact.subjects.push_back(part);
}

}  // namespace

void read_statements(const Reading& reading, std::vector<Fact>& out) {
  for (const Mention& mention : reading.mentions) {
    if (mention.kind != TermKind::clinical) continue;
    const auto& term = reading.vocabulary.clinical_terms()[mention.index];
    if (term.fact == "response") continue;  // read_treatments
    const std::size_t index = reading.sentence_of(mention.span);
    const Span words = term.fact == "pain_relief" ? with_its_drug(reading, index, mention.span) : mention.span;
    const bool is_test = term.fact == "monitoring" || term.fact == "sleep_evaluation" || term.fact == "imaging";
    Fact fact = reading.fact_at(mention.span, term.fact, term.name,
                                is_test ? Assertions::Kind::test : Assertions::Kind::statement);
    fact.places = {reading.document.place(words)};
    fact.is_a = term.is_a;
    const bool planned = fact.assertion == Assertion::planned || fact.assertion == Assertion::requested;
    if (planned && is_intention(term.fact)) fact.assertion = Assertion::present;
    // What is stopped is a treatment; of anything else the sentence tells what came of it.
    if (fact.assertion == Assertion::stopped) fact.assertion = Assertion::present;
    if (is_event(term.fact)) date_event(reading, index, mention.span, fact);
    add_subjects(reading, index, fact);
    if (term.needs_subject && fact.subjects.empty()) continue;
    if (fact.subjects.empty() && index > 0 && speaks_of_treatment(term.fact)) add_subjects(reading, index - 1, fact);
    if (term.fact == "finding" || term.fact == "symptom" || term.fact == "diagnosis" || term.fact == "imaging") {
      add_body_part(reading, reading.mentions_in(index), mention.span, fact);
      if (const auto side = side_near(reading, reading.sentence(index), mention.span)) fact.attributes["side"] = *side;
    }
    out.push_back(std::move(fact));
  }
}

}  // namespace openimr::facts
