#include <algorithm>
#include <array>

#include "base/pattern.h"
#include "facts/body_place.h"
#include "facts/reading.h"

namespace openimr::facts {
namespace {

using namespace std::string_view_literals;
using vocabulary::Mention;
using vocabulary::TermKind;

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

// "Norco for pain and Ambien for sleep": what a drug is for stands behind it.
void add_drug_before(const Reading& reading, std::size_t sentence, Span indication, Fact& fact) {
  const Mention* drug = nullptr;
  for (const Mention& mention : reading.mentions_in(sentence)) {
    if (mention.kind == TermKind::drug && !mention.misread && mention.span.end <= indication.begin) drug = &mention;
  }
  if (drug == nullptr) return add_subjects(reading, sentence, fact);
  fact.subjects = subject_names(reading.vocabulary.drugs()[drug->index]);
}

// "Sedation" under anesthesia is no side effect: only drugs have them.
bool names_drug(const Reading& reading, std::size_t sentence) {
  const auto around = reading.mentions_in(sentence);
  return std::any_of(around.begin(), around.end(), [](const Mention& mention) {
    return (mention.kind == TermKind::drug && !mention.misread) || mention.kind == TermKind::drug_class;
  });
}

// Facts that speak of a drug or a service even where the sentence before named it.
bool speaks_of_treatment(const std::string& fact) {
  return fact == "short_term_intent"sv || fact == "indication"sv || fact == "pain_relief"sv || fact == "start"sv ||
         fact == "taper"sv || fact == "ongoing_use"sv || fact == "longer_use_rationale"sv;
}

// What a plan says is what is meant: an intention that is planned or asked for is stated.
bool is_intention(const std::string& fact) {
  return fact == "short_term_intent"sv || fact == "treatment_goal"sv || fact == "active_treatment"sv ||
         fact == "indication"sv || fact == "taper"sv || fact == "surgery_considered"sv ||
         fact == "psychological_tests_named"sv || fact == "psychological_testing_hours"sv || fact == "home_care_plan"sv;
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
  return fact == "acute_exacerbation"sv || fact == "new_injury"sv;
}

// "A flare-up in 2013" happened then, whenever it is told.
void date_event(const Reading& reading, std::size_t sentence, Span event, Fact& fact) {
  static const RE2 on("\\b(?:in|on|since|from|during|of|around|about) (?:the )?$");
  for (const DateMention& date : reading.dates_in(sentence)) {
    if (date.span.begin < event.end || date.span.begin - event.end > 40) continue;
    const std::string_view link = reading.words({event.end, date.span.begin});
    if ((date.role == DateRole::other && (contains_match(link, on) || (date.relative && link.size() < 2))) ||
        date.role == DateRole::start) {
      fact.date = date.range;
      fact.attributes["dated"] = "event";
      if (date.relative) fact.attributes["dated_by"] = reading.document.text.original_text(date.span);
      return;
    }
  }
}

// "He complains of decreased sensation", or under a heading of what the worker says: told, and not found on
// examination.
bool is_told_by_worker(const Reading& reading, std::size_t sentence, Span statement) {
  static constexpr std::array<std::string_view, 4> kTold = {"chief complaint", "history of present illness",
                                                            "review of systems", "complaint part"};
  static const RE2 tells(
      "\\b(?:complain(?:s|ed|ing)? of|complaints? (?:of|include|included|are|were)|subjective|"
      "(?:he|she|patient|worker|applicant|claimant|employee|individual|man|woman|male|female) "
      "(?:(?:also|currently|now|still|further|has|had|again|continues to|continued to) )*"
      "(?:reports?|reported|reporting|states?|stated|denies|denied|endorses?|endorsed|describes?|described|feels|felt|"
      "notes|noted|complains?))\\b[^.;]*$");
  static const RE2 examined("\\b(?:on|upon|physical|exam|examination|examined|objective(?:ly)?|palpation)\\b");
  static const RE2 was_found(
      "^ (?:(?:was|were|is|are|also) )*(?:appreciated|noted|elicited|found|observed|demonstrated)\\b");
  const Span all = reading.sentence(sentence);
  const std::string_view ahead = reading.words({all.begin, statement.begin});
  const std::string_view behind = reading.words({statement.end, std::max(statement.end, all.end)});
  if (contains_match(ahead, examined) || contains_match(behind, was_found)) return false;
  const records::Section* section = reading.document.section_at(statement.begin);
  if (section != nullptr && std::find(kTold.begin(), kTold.end(), section->name) != kTold.end()) return true;
  return contains_match(ahead, tells);
}

bool has_place_on_body(const std::string& fact) {
  return fact == "finding"sv || fact == "symptom"sv || fact == "diagnosis"sv || fact == "imaging"sv;
}

// "Modified duty: no lifting over 20 pounds".
void add_restriction(const Reading& reading, std::size_t sentence, Span status, Fact& fact) {
  static const RE2 limit(
      "\\b((?:no |avoid |limited |limit )[a-z,/ ]{3,60}?(?:\\d{1,3} "
      "?(?:lbs?|pounds|kg|hours|minutes)\\b)?)(?:[.;\\n]|$)");
  re2::StringPiece words;
  const std::string_view behind = reading.words({status.end, std::max(status.end, reading.sentence(sentence).end)});
  if (contains_match(behind, limit, &words)) fact.attributes["restriction"] = std::string(words.data(), words.size());
}

void read_statement(const Reading& reading, std::size_t sentence, const Mention& mention, std::vector<Fact>& out) {
  const auto& term = reading.vocabulary.clinical_terms()[mention.index];
  if (term.fact == "response"sv || term.fact == vocabulary::kRecital) return;  // read_treatments, Reading
  const bool is_test = term.fact == "monitoring"sv || term.fact == "sleep_evaluation"sv || term.fact == "imaging"sv;
  const bool is_complaint = term.fact == "symptom"sv || term.fact == "finding"sv || term.fact == "diagnosis"sv ||
                            term.fact == "adverse_effect"sv;
  Fact fact = reading.fact_at(mention.span, term.fact, term.name,
                              is_test        ? Assertions::Kind::test
                              : is_complaint ? Assertions::Kind::complaint
                                             : Assertions::Kind::statement);
  if (!term.complaint.empty() && is_told_by_worker(reading, sentence, mention.span)) {
    fact.name = "symptom";
    fact.concept_name = term.complaint;
  } else {
    fact.is_a = term.is_a;
  }
  if (term.fact == "pain_relief"sv)
    fact.places = {reading.document.place(with_its_drug(reading, sentence, mention.span))};
  // An operation that may come is considered: that is what the words say.
  const bool considered = term.fact == "surgery_considered"sv &&
                          (fact.assertion == Assertion::possible || fact.assertion == Assertion::conditional ||
                           fact.assertion == Assertion::hypothetical);
  if (considered) fact.assertion = Assertion::present;
  const bool planned = fact.assertion == Assertion::planned || fact.assertion == Assertion::requested;
  if (planned && is_intention(term.fact)) fact.assertion = Assertion::present;
  // What is stopped is a treatment; of anything else the sentence tells what came of it.
  if (fact.assertion == Assertion::stopped) fact.assertion = Assertion::present;
  if (term.fact == "indication"sv) {
    add_drug_before(reading, sentence, mention.span, fact);
  } else {
    add_subjects(reading, sentence, fact);
  }
  if (fact.subjects.empty() && sentence > 0 && speaks_of_treatment(term.fact))
    add_subjects(reading, sentence - 1, fact);
  if (term.needs_subject && fact.subjects.empty()) return;
  if (term.fact == "adverse_effect"sv && term.needs_subject && !names_drug(reading, sentence)) return;
  if (has_place_on_body(term.fact) && term.body_part != vocabulary::kNoPart) {
    const std::string* part =
        term.body_part.empty() ? body_part_near(reading, sentence, mention.span) : &term.body_part;
    if (part != nullptr) {
      fact.attributes["body_part"] = *part;
      fact.subjects.push_back(*part);
    }
    if (const auto side = side_near(reading, sentence, mention.span)) fact.attributes["side"] = *side;
  }
  if (is_event(term.fact)) {
    date_event(reading, sentence, mention.span, fact);
  } else {
    reading.date_by_words(mention.span, fact);
  }
  if (term.fact == "work_status"sv) add_restriction(reading, sentence, mention.span, fact);
  out.push_back(std::move(fact));
}

}  // namespace

void read_statements(const Reading& reading, std::vector<Fact>& out) {
  for (std::size_t i = 0; i < reading.sentences(); ++i) {
    for (const Mention& mention : reading.mentions_in(i)) {
      if (mention.kind == TermKind::clinical) read_statement(reading, i, mention, out);
    }
  }
}

}  // namespace openimr::facts
