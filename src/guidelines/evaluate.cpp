#include "guidelines/evaluate.h"

#include <algorithm>
#include <set>

#include <fmt/core.h>

namespace openimr::guidelines {
namespace {

using facts::Assertion;
using facts::Fact;

bool contains(const std::vector<std::string>& list, std::string_view value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

std::string attribute(const Fact& fact, const char* key) {
  const auto found = fact.attributes.find(key);
  return found == fact.attributes.end() ? "" : found->second;
}

// Facts that are told in the past tense by nature: a treatment that was tried stays tried.
bool may_be_past(const std::string& name) {
  return name == "treatment" || name == "prior_visits" || name == "duration_of_use" || name.ends_with("_failed") ||
         name == "imaging";
}

bool concerns_item(const Fact& fact, const std::string& of, const Subject& subject) {
  if (of.empty() || fact.subjects.empty()) return true;
  if (of == "item.body_part") {
    const auto& parts = subject.item.parsed.body_parts;
    return std::any_of(parts.begin(), parts.end(),
                       [&](const std::string& part) { return contains(fact.subjects, part); });
  }
  if (of == "another drug") return subject.drug != nullptr && !fact.about(subject.drug->ingredients.front());
  if (contains(fact.subjects, "any")) return true;  // "the medications"
  if (subject.item.parsed.concept_name && contains(fact.subjects, *subject.item.parsed.concept_name)) return true;
  return subject.drug != nullptr && (contains(fact.subjects, subject.drug->ingredients.front()) ||
                                     contains(fact.subjects, subject.drug->drug_class));
}

// The drug of the item did the opposite of what is asked: it failed where help is asked for. A sister drug that failed
// says nothing of it.
bool tells_the_opposite(const Fact& fact, const Test& test, const Subject& subject) {
  const std::string response = attribute(fact, "response");
  const bool of_item = subject.item.parsed.concept_name && contains(fact.subjects, *subject.item.parsed.concept_name);
  return of_item && contains(test.responses, "helped") && (response == "failed" || response == "unchanged");
}

// What a utilization review may pass on from the records it had: what was taken and tried, and who the worker is. How
// the worker is, was or was examined it only judges.
bool is_record_summary(const std::string& name) {
  static constexpr std::string_view kPassedOn[] = {
      "medication",   "duration_of_use", "start_date", "continuation", "treatment",
      "prior_visits", "mme_per_day",     "indication", "age",          "sex"};
  return std::find(std::begin(kPassedOn), std::end(kPassedOn), name) != std::end(kPassedOn);
}

bool asked_for(const Fact& fact, const Test& test, const Subject& subject) {
  if (fact.name != test.name || !concerns_item(fact, test.of, subject)) return false;
  if (facts::is_administered(fact)) return false;
  if (subject.has_clinical_record && facts::is_of_review(fact) && !is_record_summary(fact.name)) return false;
  if (!test.concepts.empty() && std::none_of(test.concepts.begin(), test.concepts.end(),
                                             [&](const std::string& name) { return fact.about(name); }))
    return false;
  if (const std::string part = attribute(fact, "body_part");
      !test.regions.empty() && !part.empty() && !contains(test.regions, part))
    return false;
  return test.responses.empty() || contains(test.responses, attribute(fact, "response")) ||
         tells_the_opposite(fact, test, subject);
}

// Whether a value lies within the bounds; unknown where only a bound of it is known.
Truth within(const Test& test, double low, std::optional<double> high) {
  Truth out = Truth::yes;
  if (test.at_most)
    out = both(out, low > *test.at_most ? Truth::no : high && *high <= *test.at_most ? Truth::yes : Truth::unknown);
  if (test.at_least)
    out = both(out, high && *high < *test.at_least ? Truth::no : low >= *test.at_least ? Truth::yes : Truth::unknown);
  return out;
}

Truth holds(const Fact& fact, const Test& test, double plus) {
  const bool past = fact.assertion == Assertion::historical && (test.past || may_be_past(fact.name));
  if (fact.assertion == Assertion::negated) return test.either ? Truth::yes : Truth::no;
  if (fact.assertion != Assertion::present && !past) return Truth::unknown;
  if (!test.responses.empty() && !contains(test.responses, attribute(fact, "response"))) return Truth::no;
  if (const auto* range = std::get_if<facts::Range>(&fact.value))
    return within(test, range->low + plus, range->high ? std::optional<double>(*range->high + plus) : std::nullopt);
  if (const auto* number = std::get_if<double>(&fact.value); number != nullptr && (test.at_most || test.at_least))
    return within(test, *number + plus, *number + plus);
  if (test.equals) {
    const auto* text = std::get_if<std::string>(&fact.value);
    return text != nullptr && *text == *test.equals ? Truth::yes : Truth::no;
  }
  return Truth::yes;
}

bool same_or_unsaid(const std::string& a, const std::string& b) {
  return a.empty() || b.empty() || a == b;
}

// What a fact affirms or denies: a thing at a part of the body.
struct Matter {
  std::string concept_name, body_part, side;
  auto operator<=>(const Matter&) const = default;
  // Whether an affirmation of the one contradicts a denial of the other.
  bool meets(const Matter& other) const {
    return concept_name == other.concept_name && same_or_unsaid(body_part, other.body_part) &&
           same_or_unsaid(side, other.side);
  }
};

Matter matter_of(const Fact& fact) {
  return {fact.concept_name, attribute(fact, "body_part"), attribute(fact, "side")};
}

std::string shown(const facts::Value& value, const Test& test) {
  const bool in_days = test.name == "duration_of_use" || test.name == "time_since_injury";
  if (const auto* range = std::get_if<facts::Range>(&value)) {
    const char* unit = in_days ? " days" : "";
    if (range->exact()) return fmt::format("{:g}{}", range->low, unit);
    if (range->high) return fmt::format("{:g} to {:g}{}", range->low, *range->high, unit);
    return fmt::format("at least {:g}{}", range->low, unit);
  }
  if (const auto* number = std::get_if<double>(&value); number != nullptr && test.name == "mme_per_day")
    return fmt::format("{:g} MME a day", *number);
  return "";
}

// Collects places, each once, in the order they come.
class Places {
 public:
  void add(const std::vector<Place>& places) {
    for (const Place& place : places) {
      if (seen_.emplace(place.document, place.span).second) all_.push_back(place);
    }
  }
  std::vector<Place> take() { return std::move(all_); }

 private:
  std::vector<Place> all_;
  std::set<std::pair<std::string, Span>> seen_;
};

// Both places of the contradiction that the fact takes part in.
std::vector<Place> contradiction_at(const Fact& fact, const facts::Facts& facts) {
  const auto code = fact.attributes.find("contradicted");
  if (code == fact.attributes.end()) return {};
  for (const auto& contradiction : facts.contradictions) {
    const auto holds_place = [&](const Place& place) {
      return std::find(fact.places.begin(), fact.places.end(), place) != fact.places.end();
    };
    if (contradiction.code == code->second &&
        std::any_of(contradiction.places.begin(), contradiction.places.end(), holds_place))
      return contradiction.places;
  }
  return {};
}

// The visits of the whole request: a limit holds for those too that were authorized of it.
std::optional<int> visits_asked(const records::ParsedItem& item) {
  return item.visits_in_all ? item.visits_in_all : item.visits;
}

Outcome evaluate_fact(const Test& test, const Subject& subject) {
  std::vector<const Fact*> yes;
  std::vector<const Fact*> no;
  std::vector<const Fact*> open;
  const auto requested = visits_asked(subject.item.parsed);
  if (test.plus_requested && !requested) return {};
  const double plus = test.plus_requested ? *requested : 0;
  for (const Fact& fact : subject.facts.all) {
    if (!asked_for(fact, test, subject)) continue;
    const Truth truth = holds(fact, test, plus);
    (truth == Truth::yes ? yes : truth == Truth::no ? no : open).push_back(&fact);
  }
  if (test.plus_requested && yes.empty() && no.empty() && open.empty()) {
    // Nothing is said of earlier visits: there were none where the request is the first, else any number.
    const bool first = subject.request == Request::new_start;
    Places places;
    places.add({subject.item.place});
    if (first) places.add(subject.places_of_first);
    return {within(test, plus, first ? std::optional<double>(plus) : std::nullopt), false, places.take(), ""};
  }
  std::set<Matter> denied;
  for (const Fact* fact : no) denied.insert(matter_of(*fact));
  const auto is_denied = [&denied](const Fact* fact) {
    const Matter matter = matter_of(*fact);
    return std::any_of(denied.begin(), denied.end(), [&](const Matter& other) { return matter.meets(other); });
  };
  Outcome out;
  Places places;
  const auto collect = [&](const std::vector<const Fact*>& facts) {
    for (const Fact* fact : facts) {
      places.add(fact->places);
      if (out.value.empty()) out.value = shown(fact->value, test);
    }
  };
  const auto is_contradicted = [](const Fact* fact) { return fact->attributes.contains("contradicted"); };
  std::vector<const Fact*> undisputed;
  std::copy_if(yes.begin(), yes.end(), std::back_inserter(undisputed),
               [&](const Fact* fact) { return !is_denied(fact) && !is_contradicted(fact); });
  const bool denied_for_sure = yes.empty() && !std::all_of(no.begin(), no.end(), is_contradicted);
  if (!undisputed.empty()) {
    out.truth = Truth::yes;
    collect(undisputed);
  } else if (denied_for_sure) {
    out.truth = Truth::no;
    collect(no);
  } else if (!yes.empty() || !no.empty()) {
    out.conflict = true;
    // Both sides first: a reader sees the contradiction at once.
    for (const auto* side : {&yes, &no}) {
      if (!side->empty()) collect({side->front()});
      for (const Fact* fact : *side) places.add(contradiction_at(*fact, subject.facts));
    }
    collect(yes);
    collect(no);
  } else {
    // A bound that is too weak still is what a reader wants to see; a hypothetical mention is not.
    for (const Fact* fact : open) {
      if (std::holds_alternative<facts::Range>(fact->value) && fact->assertion == Assertion::present) collect({fact});
    }
  }
  out.places = places.take();
  return out;
}

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
