#include "guidelines/evaluate.h"

#include <algorithm>

#include "guidelines/evaluate_parts.h"

namespace openimr::guidelines {
namespace {

using facts::Assertion;
using facts::Fact;

// "7 days" -> 7, "2 weeks" -> 14.
std::optional<double> days_of(const std::string& duration) {
  const std::size_t space = duration.find(' ');
  const bool counted =
      space != std::string::npos && space > 0 && space < 5 && duration.find_first_not_of("0123456789") == space;
  if (!counted) return std::nullopt;
  const double count = std::stod(duration.substr(0, space));
  switch (duration[space + 1]) {
    case 'd':
      return count;
    case 'w':
      return count * 7;
    case 'm':
      return count * 30;
    case 'y':
      return count * 365;
    default:
      return std::nullopt;
  }
}

// Words of the item that a test may compare.
std::optional<std::string> word_of(const records::ParsedItem& item, const std::string& field) {
  if (field == "form") return item.form;
  if (field == "duration") return item.duration;
  if (field == "frequency") return item.frequency;
  if (field == "side") return item.side;
  if (field == "concept") return item.concept_name;
  if (field == "body_part" && !item.body_parts.empty()) return item.body_parts.front();
  return std::nullopt;
}

Outcome evaluate_item(const Test& test, const Subject& subject) {
  const auto& item = subject.item.parsed;
  const auto decided = [&](bool met) { return Outcome{met ? Truth::yes : Truth::no, false, {subject.item.place}, ""}; };
  const auto word = word_of(item, test.name);
  if (test.equals) return word ? decided(*word == *test.equals) : Outcome{};
  std::optional<double> value;
  if (const auto visits = visits_asked(item); test.name == "visits" && visits) value = *visits;
  if (test.name == "refills" && item.refills) value = *item.refills;
  if (test.name == "quantity" && item.quantity) value = *item.quantity;
  if (test.name == "duration_days" && item.duration) value = days_of(*item.duration);
  if (test.name == "strength_mg" && item.strength) {
    if (const auto mg = vocabulary::milligrams(*item.strength); !mg.empty()) value = mg.front();
  }
  if (test.stated) return decided(value || word);
  if (!value) return {};
  return {within(test, *value, *value), false, {subject.item.place}, ""};
}

bool is_one_of(const std::vector<std::string>& names, const records::ParsedItem& item, const vocabulary::Drug* drug) {
  if (item.concept_name && contains(names, *item.concept_name)) return true;
  return drug != nullptr && (contains(names, drug->drug_class) || contains(names, drug->ingredients.front()) ||
                             std::any_of(drug->topics.begin(), drug->topics.end(),
                                         [&](const auto& topic) { return contains(names, topic); }));
}

// Whether the product holds one of the ingredients.
Outcome evaluate_ingredient(const Test& test, const Subject& subject) {
  const auto& ingredients = subject.item.parsed.ingredients;
  if (ingredients.empty()) return {};
  const bool holds = std::any_of(ingredients.begin(), ingredients.end(),
                                 [&](const std::string& name) { return contains(test.concepts, name); });
  return {holds ? Truth::yes : Truth::no, false, {subject.item.place}, ""};
}

// Whether another item of the case is of this kind and, where the test asks, was found necessary or not.
Outcome evaluate_other_item(const Test& test, const Subject& subject) {
  Outcome out{test.without, false, {}, ""};
  bool any = false;
  Places places;
  for (const OtherItem& other : subject.others) {
    const records::ParsedItem& item = other.item->parsed;
    const bool of_kind = test.name.empty() || item.kind == test.name;
    if (!of_kind || (!test.concepts.empty() && !is_one_of(test.concepts, item, other.drug))) continue;
    const Truth truth = !test.stands                    ? Truth::yes
                        : !other.stands                 ? Truth::unknown
                        : *other.stands == *test.stands ? Truth::yes
                                                        : Truth::no;
    out.truth = any ? either(out.truth, truth) : truth;
    any = true;
    places.add({other.item->place});
  }
  out.places = places.take();
  return out;
}

}  // namespace

Truth operator!(Truth value) {
  return value == Truth::yes ? Truth::no : value == Truth::no ? Truth::yes : Truth::unknown;
}
Truth both(Truth a, Truth b) {
  return std::min(a, b);
}
Truth either(Truth a, Truth b) {
  return std::max(a, b);
}

std::string_view name_of(Finding finding) {
  switch (finding) {
    case Finding::met:
      return "met";
    case Finding::not_met:
      return "not met";
    case Finding::not_documented:
      return "not documented";
  }
  return "";
}

Outcome evaluate(const Test& test, const Subject& subject) {
  switch (test.form) {
    case Test::Form::fact:
      return evaluate_fact(test, subject);
    case Test::Form::item:
      return evaluate_item(test, subject);
    case Test::Form::ingredient:
      return evaluate_ingredient(test, subject);
    case Test::Form::other_item:
      return evaluate_other_item(test, subject);
    case Test::Form::negation: {
      Outcome out = evaluate(test.parts.front(), subject);
      out.truth = !out.truth;
      return out;
    }
    case Test::Form::any_of:
    case Test::Form::all_of:
      break;
  }
  const bool any = test.form == Test::Form::any_of;
  std::vector<Outcome> parts;
  parts.reserve(test.parts.size());
  Truth truth = any ? Truth::no : Truth::yes;
  for (const Test& part : test.parts) {
    parts.push_back(evaluate(part, subject));
    truth = any ? either(truth, parts.back().truth) : both(truth, parts.back().truth);
  }
  Outcome out;
  out.truth = truth;
  Places places;
  for (const Outcome& part : parts) {
    if (part.truth != truth) continue;
    out.conflict = out.conflict || part.conflict;
    places.add(part.places);
    if (out.value.empty()) out.value = part.value;
  }
  out.places = places.take();
  return out;
}

namespace {

// Whether a treatment goes on or begins. It begins where the records list what was done, or the drugs that are taken,
// and name it nowhere among that: the list is the proof.
void read_course(const facts::Facts& facts, Subject& subject) {
  const records::ParsedItem& item = subject.item.parsed;
  const bool is_drug = subject.drug != nullptr;
  const std::string_view list = is_drug ? "medications_so_far" : "treatments_so_far";
  const std::string& name = is_drug ? subject.drug->ingredients.front() : *item.concept_name;
  bool listed = false;
  bool had = item.continued.value_or(false);
  for (const Fact& fact : facts.all) {
    if (fact.assertion != Assertion::present && fact.assertion != Assertion::historical) continue;
    const bool is_use = fact.name == "treatment" || fact.name == "prior_visits" || fact.name == "medication";
    had = had || (is_use && fact.about(name));
    if (fact.name != list || listed) continue;
    listed = true;
    subject.places_of_first = fact.places;
  }
  if (had) {
    subject.request = is_drug ? Request::unknown : Request::continuation;
  } else if (listed || (item.continued && !*item.continued)) {
    subject.request = Request::new_start;
  }
}

}  // namespace

Subject subject_of(const records::DisputedItem& item, const facts::Facts& facts,
                   const vocabulary::Vocabulary& vocabulary) {
  const bool has_clinical_record = std::any_of(facts.searched.begin(), facts.searched.end(), [](const auto& document) {
    return document.kind != "ur_decision" && document.kind != "rfa" && !document.kind.ends_with("form");
  });
  Subject out{item, records::product_of(item.parsed, vocabulary), facts, has_clinical_record, Request::unknown, {}, {}};
  for (const Fact& fact : facts.all) {
    if (fact.name != "continuation" || !item.parsed.concept_name || fact.concept_name != *item.parsed.concept_name)
      continue;
    out.request = fact.assertion == Assertion::negated ? Request::new_start : Request::continuation;
  }
  if (item.parsed.concept_name && out.request == Request::unknown) read_course(facts, out);
  return out;
}

bool applies(When when, const Subject& subject) {
  switch (when) {
    case When::always:
      return true;
    case When::continuation:
      return subject.request != Request::new_start;
    case When::new_start:
      return subject.request != Request::continuation;
    case When::post_operative:
      return subject.item.parsed.post_operative;
  }
  return true;
}

bool waits_for_other_items(const Section& section) {
  const auto waits = [](const auto& self, const Test& test) -> bool {
    return test.stands.has_value() ||
           std::any_of(test.parts.begin(), test.parts.end(), [&](const Test& part) { return self(self, part); });
  };
  return std::any_of(section.criteria.begin(), section.criteria.end(),
                     [&](const Criterion& criterion) { return criterion.test && waits(waits, *criterion.test); });
}

std::vector<Evaluated> evaluate(const Applicable& applicable, const Subject& subject) {
  std::vector<Evaluated> out;
  for (const Criterion& criterion : applicable.section->criteria) {
    if (!criterion.test || !applies(criterion.when, subject)) continue;
    Outcome outcome = evaluate(*criterion.test, subject);
    Evaluated row{applicable.guideline,    applicable.section, &criterion,
                  Finding::not_documented, outcome.conflict,   std::move(outcome.places),
                  std::move(outcome.value)};
    if (!outcome.conflict && outcome.truth != Truth::unknown)
      row.finding = outcome.truth == Truth::yes ? Finding::met : Finding::not_met;
    out.push_back(std::move(row));
  }
  return out;
}

}  // namespace openimr::guidelines
