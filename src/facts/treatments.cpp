// What was tried and what it did. A word for the response ("helped", "no relief from") belongs to the treatment nearest
// to it in the same clause, and to those listed beside that one.
#include <algorithm>
#include <array>
#include <limits>

#include "base/pattern.h"
#include "facts/bearing.h"
#include "facts/body_place.h"
#include "facts/reading.h"
#include "facts/visits.h"

namespace openimr::facts {
namespace {

using namespace std::string_view_literals;
using vocabulary::Mention;
using vocabulary::TermKind;

bool is_treatment(const Mention& mention) {
  return (mention.kind == TermKind::drug && !mention.misread) || mention.kind == TermKind::drug_class ||
         mention.kind == TermKind::service;
}

std::uint32_t gap(Span a, Span b) {
  if (a.overlaps(b)) return 0;
  return a.end <= b.begin ? b.begin - a.end : a.begin - b.end;
}

Fact treatment_fact(const Reading& reading, const Mention& mention, Span span) {
  const auto& words = reading.vocabulary;
  Fact fact;
  if (mention.kind == TermKind::drug) {
    const auto& drug = words.drugs()[mention.index];
    fact = reading.fact_at(span, "treatment", drug.name);
    fact.is_a = drug.ingredients;
    fact.is_a.push_back(drug.drug_class);
    fact.is_a.insert(fact.is_a.end(), drug.topics.begin(), drug.topics.end());
  } else if (mention.kind == TermKind::drug_class) {
    fact = reading.fact_at(span, "treatment", words.drug_classes()[mention.index]);
  } else {
    const auto& service = words.services()[mention.index];
    fact = reading.fact_at(span, "treatment", service.name);
    fact.is_a = {service.kind};
  }
  fact.subjects = mention.kind == TermKind::drug ? subject_names(words.drugs()[mention.index])
                                                 : std::vector<std::string>{fact.concept_name};
  return fact;
}

// "ADLs are improved with Norco" tells of function, not of what the drug did to the pain.
bool is_of_function(const Reading& reading, std::span<const Mention> around, const Mention& response) {
  static const RE2 verb(" (?:(?:is|are|was|were|has|have|been|much|greatly|significantly) )*");
  return std::any_of(around.begin(), around.end(), [&](const Mention& mention) {
    return mention.kind == TermKind::clinical && mention.span.end <= response.span.begin &&
           reading.vocabulary.clinical_terms()[mention.index].fact == "function"sv &&
           is_match(reading.words({mention.span.end, response.span.begin}), verb);
  });
}

std::string response_of(const std::string& stated, Assertion assertion) {
  if (assertion != Assertion::negated) return stated;
  if (stated == "helped" || stated == "partial") return "failed";
  return "";  // "did not fail" says nothing of what it did
}

// "helped about 20%": relief below what guidelines call meaningful is partial.
void add_relief(const Reading& reading, Span sentence, const Mention& response, Fact& fact) {
  constexpr int kMeaningful = 30;  // percent; MTUS 2009 p. 17 and 2016 ask at least this much (unverified)
  static const RE2 behind("^[^.;%]{0,40}?\\b(\\d{1,3}) ?(?:%|percent)");
  static const RE2 before("\\b(\\d{1,3}) ?(?:%|percent)[^.;%]{0,15}$");
  int percent = 0;
  const std::string_view words = reading.words(sentence);
  const bool names_none = words.find('%') == words.npos && words.find("percent") == words.npos;
  if (names_none && response.span.end <= sentence.end) return;
  const std::string_view after = reading.text().substr(response.span.end, sentence.end - response.span.end);
  const std::string_view ahead = reading.text().substr(sentence.begin, response.span.begin - sentence.begin);
  if (!contains_match(after, behind, &percent) && !contains_match(ahead, before, &percent)) return;
  fact.attributes["percent"] = std::to_string(percent);
  if (fact.attributes["response"] == "helped" && percent < kMeaningful) fact.attributes["response"] = "partial";
}

// The day of an operation, where the sentence gives it: "fusion on 5/6/15", "(2013)", "two years ago".
void add_surgery(const Reading& reading, std::size_t sentence, Span operation, const Fact& treatment,
                 std::vector<Fact>& out) {
  constexpr std::uint32_t kNear = 40;  // characters
  static const RE2 link(
      "[ ,(:]*(?:surgery |procedure |repair )?(?:(?:was )?(?:performed|done|dated|completed) )?"
      "(?:(?:on|in|of|from|dated) )?(?:or (?:about|around) )?[ (]*");
  if (treatment.assertion != Assertion::present && treatment.assertion != Assertion::historical) return;
  const DateMention* day = nullptr;
  for (const DateMention& date : reading.dates_in(sentence)) {
    if (date.role == DateRole::injury || date.role == DateRole::birth || date.role == DateRole::study) continue;
    const bool behind = date.span.begin >= operation.end && date.span.begin - operation.end < kNear &&
                        is_match(reading.words({operation.end, date.span.begin}), link);
    const bool ahead = date.span.end <= operation.begin && operation.begin - date.span.end < kNear &&
                       (date.role == DateRole::other || date.role == DateRole::visit) && day == nullptr &&
                       reading.words({date.span.end, operation.begin}).find_first_of(".;") == std::string_view::npos;
    if (behind || ahead) day = &date;
    if (behind) break;
  }
  if (day == nullptr) return;
  Fact surgery = treatment;
  surgery.name = "surgery";
  surgery.date = day->range;
  surgery.value = day->range.first;
  surgery.places = {
      reading.document.place({std::min(operation.begin, day->span.begin), std::max(operation.end, day->span.end)})};
  if (day->relative) surgery.attributes["dated_by"] = reading.document.text.original_text(day->span);
  out.push_back(std::move(surgery));
}

// An operation that may come is considered; what a description of an operation names is being done.
void add_considered(const Reading& reading, Span named, const Fact& operation, std::vector<Fact>& out) {
  static constexpr std::array<Assertion, 5> kToCome = {Assertion::planned, Assertion::requested, Assertion::possible,
                                                       Assertion::conditional, Assertion::hypothetical};
  if (std::find(kToCome.begin(), kToCome.end(), operation.assertion) == kToCome.end()) return;
  const records::Section* section = reading.document.section_at(named.begin);
  if (section != nullptr && section->name == "description of procedure") return;
  Fact considered = operation;
  considered.name = "surgery_considered";
  considered.concept_name = "surgery considered";
  considered.is_a.clear();
  considered.assertion = Assertion::present;
  out.push_back(std::move(considered));
}

// What the sentence says beside: visits, part and side of the body, day.
void describe(const Reading& reading, std::size_t sentence, const Mention& treatment, Fact& fact,
              std::vector<Fact>& out) {
  if (treatment.kind == TermKind::service) {
    add_amount(reading, sentence, treatment.span, fact);
    if (const std::string* part = body_part_near(reading, sentence, treatment.span))
      fact.attributes["body_part"] = *part;
    if (const auto side = side_near(reading, sentence, treatment.span)) fact.attributes["side"] = *side;
  }
  reading.date_by_words(treatment.span, fact);
  if (fact.about("surgery")) {
    add_surgery(reading, sentence, treatment.span, fact, out);
    add_considered(reading, treatment.span, fact, out);
  }
}

}  // namespace

void read_treatments(const Reading& reading, std::vector<Fact>& out) {
  for (std::size_t i = 0; i < reading.sentences(); ++i) {
    const auto around = reading.mentions_in(i);
    if (std::none_of(around.begin(), around.end(), is_treatment)) continue;
    std::vector<Mention> treatments;
    std::copy_if(around.begin(), around.end(), std::back_inserter(treatments), is_treatment);
    std::vector<std::vector<const Mention*>> responses(treatments.size());
    for (const Mention& mention : around) {
      if (mention.kind != TermKind::clinical ||
          reading.vocabulary.clinical_terms()[mention.index].fact != "response"sv || treatments.empty() ||
          is_of_function(reading, around, mention))
        continue;
      std::size_t nearest = 0;
      for (std::size_t t = 1; t < treatments.size(); ++t) {
        if (gap(treatments[t].span, mention.span) < gap(treatments[nearest].span, mention.span)) nearest = t;
      }
      responses[nearest].push_back(&mention);
      for (std::size_t t = nearest + 1;
           t < treatments.size() && listed_together(reading, treatments[t - 1].span, treatments[t].span); ++t) {
        if (!mention.span.overlaps({treatments[t - 1].span.end, treatments[t].span.begin}))
          responses[t].push_back(&mention);
      }
      for (std::size_t t = nearest; t > 0 && listed_together(reading, treatments[t - 1].span, treatments[t].span);
           --t) {
        if (!mention.span.overlaps({treatments[t - 1].span.end, treatments[t].span.begin}))
          responses[t - 1].push_back(&mention);
      }
    }
    for (std::size_t t = 0; t < treatments.size(); ++t) {
      const Mention& treatment = treatments[t];
      if (responses[t].empty()) {
        if (treatment.kind != TermKind::service) continue;  // a drug that is only named is a medication
        Fact fact = treatment_fact(reading, treatment, treatment.span);
        describe(reading, i, treatment, fact, out);
        out.push_back(std::move(fact));
        continue;
      }
      for (const Mention* response : responses[t]) {
        const auto& term = reading.vocabulary.clinical_terms()[response->index];
        const Assertion asserted = reading.assertions.of(response->span).assertion;
        const std::string what = response_of(term.response, asserted);
        if (what.empty()) continue;
        Fact fact = treatment_fact(
            reading, treatment,
            {std::min(treatment.span.begin, response->span.begin), std::max(treatment.span.end, response->span.end)});
        // A trial that was stopped was had.
        const bool had = asserted == Assertion::negated || asserted == Assertion::stopped;
        fact.assertion = had ? Assertion::present : asserted;
        fact.attributes["response"] = what;
        add_relief(reading, reading.sentence(i), *response, fact);
        describe(reading, i, treatment, fact, out);
        out.push_back(std::move(fact));
      }
    }
  }
}

}  // namespace openimr::facts
