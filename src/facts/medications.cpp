#include <algorithm>
#include <iterator>
#include <span>

#include <fmt/core.h>

#include "base/pattern.h"
#include "facts/bearing.h"
#include "facts/compounds.h"
#include "facts/drug_use.h"
#include "facts/reading.h"
#include "vocabulary/amounts.h"

namespace openimr::facts {
namespace {

using namespace std::string_view_literals;
using vocabulary::Drug;
using vocabulary::Mention;
using vocabulary::Prescription;
using vocabulary::TermKind;

std::string amount(double value) {
  return vocabulary::to_text(value);
}

std::string joined(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "" : "/") + name;
  return out;
}

void describe(const Prescription& p, Fact& fact) {
  auto& to = fact.attributes;
  if (p.strength) to["strength"] = *p.strength;
  if (p.dose_low && p.dose_high) {
    to["dose"] = *p.dose_low == *p.dose_high ? amount(*p.dose_low) : amount(*p.dose_low) + "-" + amount(*p.dose_high);
  }
  if (p.dose_high && p.dose_unit) to["dose_unit"] = *p.dose_unit;
  if (p.form) to["form"] = *p.form;
  if (p.route) to["route"] = *p.route;
  if (p.frequency) to["frequency"] = *p.frequency;
  if (p.as_needed) to["as_needed"] = "true";
  if (p.as_needed_for) to["as_needed_for"] = *p.as_needed_for;
  if (p.max_per_day) to["max_per_day"] = amount(*p.max_per_day) + (p.max_unit ? " " + *p.max_unit : "");
  if (p.duration) to["duration"] = *p.duration;
  if (p.supply_days) to["supply_days"] = std::to_string(*p.supply_days);
  if (p.quantity) to["quantity"] = std::to_string(*p.quantity);
  if (p.refills) to["refills"] = std::to_string(*p.refills);
  if (p.taper) to["taper"] = *p.taper;
  std::string phases;
  for (const vocabulary::Phase& phase : p.phases) phases += (phases.empty() ? "" : "; ") + to_text(phase);
  if (!phases.empty()) to["phases"] = phases;
  if (const auto units = p.daily_units()) to["units_per_day"] = amount(*units);
}

// The reason for a drug: beside it in words that link them ("for spasm"), or what it is needed for ("prn spasm").
void add_indication(const Reading& reading, const Drug& drug, const Prescription& written, std::size_t sentence,
                    std::span<const Mention> around, std::vector<Fact>& out) {
  static const RE2 links(
      "^[^.;]{0,60}?\\b(?:for|to treat|to relieve|to help with|to help|helps? with|helped with|to manage|to control|to "
      "reduce|due to|because of|given)\\b(?: [a-z]+){0,4} ?$|^[^.;]{0,25}?\\($");
  static const RE2 named_ahead("^ ?[:-] ?(?:(?:cont|cont\\.|continue|refill|start|on|rx) )?$");
  const Span prescription = written.span;
  for (const Mention& reason : around) {
    const bool needed_for = written.as_needed_reason.contains(reason.span);
    if (reason.kind != TermKind::clinical || (reason.span.overlaps(prescription) && !needed_for)) continue;
    const auto& term = reading.vocabulary.clinical_terms()[reason.index];
    if (term.fact != "symptom"sv && term.fact != "diagnosis"sv && term.fact != "finding"sv &&
        term.fact != "acute_exacerbation"sv)
      continue;
    const bool ahead = reason.span.end <= prescription.begin;
    const Span between = ahead ? Span{reason.span.end, prescription.begin} : Span{prescription.end, reason.span.begin};
    const bool other_drug = std::any_of(around.begin(), around.end(), [&](const Mention& m) {
      return m.kind == TermKind::drug && !m.misread && between.contains(m.span) &&
             reading.vocabulary.drugs()[m.index].name != drug.name;
    });
    if (!needed_for && (other_drug || !contains_match(reading.words(between), ahead ? named_ahead : links))) continue;
    Fact fact =
        reading.fact_at({std::min(prescription.begin, reason.span.begin), std::max(prescription.end, reason.span.end)},
                        "indication", term.name);
    fact.assertion = reading.assertions.of(prescription).assertion;
    if (fact.assertion == Assertion::planned || fact.assertion == Assertion::requested)
      fact.assertion = Assertion::present;
    fact.subjects = subject_names(drug);
    fact.date = reading.visit(sentence);
    out.push_back(std::move(fact));
    return;
  }
}

// What the sentence says of the use of its drug `n`: status, dates of use, stated durations.
void add_use(const Reading& reading, std::size_t index, std::size_t n, const std::vector<Span>& drugs, UseStatus status,
             Fact& fact, std::vector<Fact>& out) {
  const Span drug = drugs[n];
  const auto concerns = [&](Span phrase) {
    const auto borne = borne_by(reading, index, phrase, drugs);
    return std::find(borne.begin(), borne.end(), n) != borne.end();
  };
  const auto both = [](Span a, Span b) { return Span{std::min(a.begin, b.begin), std::max(a.end, b.end)}; };

  if (status != UseStatus::unsaid) fact.attributes["status"] = name_of(status);
  switch (status) {
    case UseStatus::started:
    case UseStatus::continued:
    case UseStatus::increased:
    case UseStatus::decreased: {
      // "Continue Soma" and "start Soma" are orders about this drug, whatever else the plan holds; only what is in use
      // can be continued, increased or tapered.
      const bool order = fact.assertion == Assertion::planned || fact.assertion == Assertion::requested ||
                         fact.assertion == Assertion::possible || fact.assertion == Assertion::hypothetical;
      if (fact.assertion == Assertion::stopped) fact.assertion = Assertion::present;  // "switched from Norco to Soma"
      if (order) fact.assertion = status == UseStatus::started ? Assertion::planned : Assertion::present;
      break;
    }
    case UseStatus::stopped:
    case UseStatus::held:
      fact.assertion = Assertion::stopped;
      break;
    case UseStatus::failed:
      if (fact.assertion != Assertion::other_person) fact.assertion = Assertion::historical;
      break;
    case UseStatus::refused:
      if (fact.assertion != Assertion::other_person) fact.assertion = Assertion::negated;
      break;
    case UseStatus::allergic:  // what would happen if it were taken; neither use nor a denial of it
      fact.assertion = Assertion::hypothetical;
      break;
    default:
      break;
  }
  for (const DateMention& date : reading.dates_in(index)) {
    const bool dates_start =
        date.role == DateRole::start || (status == UseStatus::started && date.role == DateRole::other);
    if ((!dates_start && date.role != DateRole::earliest) || !concerns(date.span)) continue;
    fact.date = date.range;
    fact.attributes["dated"] = dates_start ? "start" : "earliest";
    fact.places = {reading.document.place(both(drug, date.span))};
  }
  if (fact.assertion != Assertion::present && fact.assertion != Assertion::historical) return;
  for (const StatedDuration& stated : stated_durations(reading, reading.sentence(index))) {
    if (!concerns(stated.span)) continue;
    Fact duration = reading.fact_at(both(drug, stated.span), "duration_of_use", fact.concept_name);
    duration.assertion = fact.assertion;
    duration.subjects = fact.subjects;
    duration.value = stated.days;
    out.push_back(std::move(duration));
  }
}

// The drug names of the document by position, the misspelt ones among them.
std::vector<Mention> drug_names(const Reading& reading, const std::vector<Mention>& misspelt) {
  std::vector<Mention> names;
  std::copy_if(reading.mentions.begin(), reading.mentions.end(), std::back_inserter(names), [&](const Mention& m) {
    return m.kind == TermKind::drug && (names.empty() || m.span != names.back().span);
  });
  if (misspelt.empty()) return names;
  names.insert(names.end(), misspelt.begin(), misspelt.end());
  std::sort(names.begin(), names.end(), [](const Mention& a, const Mention& b) { return a.span.begin < b.span.begin; });
  return names;
}

}  // namespace

void read_medications(const Reading& reading, std::vector<Fact>& out) {
  const std::vector<vocabulary::Mention> misspelt =
      vocabulary::find_misspelt(reading.vocabulary, reading.document.text, reading.mentions, reading.numbers);
  const std::vector<Mention> names = drug_names(reading, misspelt);
  std::vector<Span> spans;
  std::transform(names.begin(), names.end(), std::back_inserter(spans), [](const Mention& m) { return m.span; });
  const std::vector<Prescription> prescriptions = vocabulary::read_prescriptions(reading.document.text, spans);
  std::vector<Span> written;
  std::transform(prescriptions.begin(), prescriptions.end(), std::back_inserter(written),
                 [](const Prescription& p) { return p.span; });
  std::vector<Compound> compounds = find_compounds(reading, names, prescriptions);
  compounds.push_back({names.size(), names.size()});
  auto compound = compounds.begin();
  for (std::size_t n = 0; n < names.size(); ++n) {
    const bool of_compound = n == compound->first;
    const std::size_t last = of_compound ? compound->last : n + 1;
    const Mention& mention = names[n];
    const std::span<const Prescription> read = std::span(prescriptions).subspan(n, last - n);
    Prescription prescription = of_compound ? whole(read) : read.front();
    const Drug& named = reading.vocabulary.drugs()[mention.index];
    if (mention.misread && !vocabulary::accepts_misread(named, prescription)) continue;
    const Drug& drug = vocabulary::product(reading.vocabulary, named, prescription);
    if (!prescription.strength && !drug.strength.empty()) prescription.strength = drug.strength;
    const std::size_t index = reading.sentence_of(mention.span);
    const Span directions{mention.span.end, std::max(mention.span.end, prescription.span.end)};
    const Asserted asserted = reading.assertions.of(mention.span, index, Assertions::Kind::statement, directions);

    Fact fact = reading.fact_at(prescription.span, "medication", drug.name);
    fact.assertion = asserted.assertion;
    fact.is_a = drug.ingredients;
    fact.is_a.push_back(drug.drug_class);
    fact.is_a.insert(fact.is_a.end(), drug.topics.begin(), drug.topics.end());
    fact.subjects = subject_names(drug);
    if (prescription.strength) fact.value = *prescription.strength;
    describe(prescription, fact);
    fact.attributes["ingredients"] = joined(drug.ingredients);
    fact.prescription = prescription;
    if (!prescription.form && !drug.form.empty()) fact.prescription->form = drug.form;
    if (of_compound) describe_compound(reading.vocabulary, std::span(names).subspan(n, last - n), read, fact);
    const auto as_written =
        std::find_if(misspelt.begin(), misspelt.end(), [&](const Mention& m) { return m.span == mention.span; });
    if (as_written != misspelt.end()) fact.attributes["misspelt"] = reading.document.text.original_text(mention.span);

    UseStatus status = use_status(reading, reading.sentence(index), mention.span, drug, prescription, asserted);
    if (of_compound && status == UseStatus::administered) status = UseStatus::unsaid;
    add_use(reading, index, n, written, status, fact, out);
    // "Is not taking Soma" says that it is not in use, which "discontinue Soma" does not: until then it was.
    static const RE2 not_used("\\bnot\\b|\\bno longer\\b");
    if (fact.assertion == Assertion::stopped && contains_match(reading.words(asserted.cue), not_used))
      fact.attributes["in_use"] = "false";
    if (fact.assertion != Assertion::hypothetical)
      add_indication(reading, drug, prescription, index, reading.mentions_in(index), out);
    out.push_back(std::move(fact));
    if (of_compound) {
      n = last - 1;
      ++compound;
    }
  }
}

}  // namespace openimr::facts
