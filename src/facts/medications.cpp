#include <algorithm>
#include <iterator>

#include <fmt/core.h>

#include "base/pattern.h"
#include "facts/bearing.h"
#include "facts/drug_use.h"
#include "facts/reading.h"

namespace openimr::facts {
namespace {

using vocabulary::Drug;
using vocabulary::Mention;
using vocabulary::Prescription;
using vocabulary::TermKind;

std::string amount(double value) {
  return fmt::format("{:g}", value);
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
    to["dose"] =
        *p.dose_low == *p.dose_high ? amount(*p.dose_low) : fmt::format("{:g}-{:g}", *p.dose_low, *p.dose_high);
  }
  if (p.form) to["form"] = *p.form;
  if (p.route) to["route"] = *p.route;
  if (p.frequency) to["frequency"] = *p.frequency;
  if (p.as_needed) to["as_needed"] = "true";
  if (p.duration) to["duration"] = *p.duration;
  if (p.quantity) to["quantity"] = std::to_string(*p.quantity);
  if (p.refills) to["refills"] = std::to_string(*p.refills);
  if (const auto units = p.daily_units()) to["units_per_day"] = amount(*units);
}

void add_indication(const Reading& reading, const Drug& drug, Span prescription, std::size_t sentence,
                    const std::vector<Mention>& around, std::vector<Fact>& out) {
  static const RE2 links(
      "^[^.;]{0,60}?\\b(?:for|to treat|to relieve|to help with|to help|helps? with|helped with|to manage|to control|to "
      "reduce|due to|because of|given)\\b(?: [a-z]+){0,4} ?$|^[^.;]{0,25}?\\($");
  static const RE2 named_ahead("^ ?[:-] ?(?:(?:cont|cont\\.|continue|refill|start|on|rx) )?$");
  for (const Mention& reason : around) {
    if (reason.kind != TermKind::clinical || reason.span.overlaps(prescription)) continue;
    const auto& term = reading.vocabulary.clinical_terms()[reason.index];
    if (term.fact != "symptom" && term.fact != "diagnosis" && term.fact != "finding" &&
        term.fact != "acute_exacerbation")
      continue;
    const bool ahead = reason.span.end <= prescription.begin;
    const Span between = ahead ? Span{reason.span.end, prescription.begin} : Span{prescription.end, reason.span.begin};
    const bool other_drug = std::any_of(around.begin(), around.end(), [&](const Mention& m) {
      return m.kind == TermKind::drug && !m.misread && between.contains(m.span) &&
             reading.vocabulary.drugs()[m.index].name != drug.name;
    });
    if (other_drug || !contains_match(reading.words(between), ahead ? named_ahead : links)) continue;
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
void add_use(const Reading& reading, std::size_t index, std::size_t n, const std::vector<Span>& drugs, Fact& fact,
             std::vector<Fact>& out) {
  const Span drug = drugs[n];
  const auto concerns = [&](Span phrase) {
    const auto borne = borne_by(reading, index, phrase, drugs);
    return std::find(borne.begin(), borne.end(), n) != borne.end();
  };
  const auto both = [](Span a, Span b) { return Span{std::min(a.begin, b.begin), std::max(a.end, b.end)}; };

  const UseStatus status = use_status(reading, reading.sentence(index), drug);
  if (status != UseStatus::unsaid) {
    fact.attributes["status"] = status == UseStatus::started ? "started" : "continued";
    // "Continue Soma" and "start Soma" are orders about this drug, whatever else the plan holds.
    const bool order = fact.assertion == Assertion::planned || fact.assertion == Assertion::requested ||
                       fact.assertion == Assertion::possible;
    if (order) fact.assertion = status == UseStatus::continued ? Assertion::present : Assertion::planned;
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

}  // namespace

void read_medications(const Reading& reading, std::vector<Fact>& out) {
  std::vector<Mention> names;
  std::copy_if(reading.mentions.begin(), reading.mentions.end(), std::back_inserter(names), [&](const Mention& m) {
    return m.kind == TermKind::drug && (names.empty() || m.span != names.back().span);
  });
  std::vector<Span> spans;
  std::transform(names.begin(), names.end(), std::back_inserter(spans), [](const Mention& m) { return m.span; });
  const std::vector<Prescription> prescriptions = vocabulary::read_prescriptions(reading.document.text, spans);
  std::vector<Span> written;
  std::transform(prescriptions.begin(), prescriptions.end(), std::back_inserter(written),
                 [](const Prescription& p) { return p.span; });
  for (std::size_t n = 0; n < names.size(); ++n) {
    const Mention& mention = names[n];
    const Prescription& prescription = prescriptions[n];
    const Drug& named = reading.vocabulary.drugs()[mention.index];
    if (mention.misread && !vocabulary::accepts_misread(named, prescription)) continue;
    const Drug& drug = vocabulary::product(reading.vocabulary, named, prescription);
    const std::size_t index = reading.sentence_of(mention.span);
    const auto around = reading.mentions_in(index);

    Fact fact = reading.fact_at(prescription.span, "medication", drug.name);
    fact.assertion = reading.assertions.of(mention.span).assertion;
    fact.is_a = drug.ingredients;
    fact.is_a.push_back(drug.drug_class);
    fact.is_a.insert(fact.is_a.end(), drug.topics.begin(), drug.topics.end());
    fact.subjects = subject_names(drug);
    if (prescription.strength) fact.value = *prescription.strength;
    describe(prescription, fact);
    fact.attributes["ingredients"] = joined(drug.ingredients);
    fact.prescription = prescription;
    if (!prescription.form && !drug.form.empty()) fact.prescription->form = drug.form;

    add_use(reading, index, n, written, fact, out);
    add_indication(reading, drug, prescription.span, index, around, out);
    out.push_back(std::move(fact));
  }
}

}  // namespace openimr::facts
