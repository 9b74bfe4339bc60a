#include <iterator>

#include <fmt/core.h>

#include "guidelines/evaluate_parts.h"

namespace openimr::guidelines {
namespace {

using facts::Assertion;
using facts::Fact;

const std::string& attribute(const Fact& fact, const char* key) {
  static const std::string none;
  const auto found = fact.attributes.find(key);
  return found == fact.attributes.end() ? none : found->second;
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
  const std::string& response = attribute(fact, "response");
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
  if (fact.name != test.name) return false;
  if (!test.concepts.empty() && std::none_of(test.concepts.begin(), test.concepts.end(),
                                             [&](const std::string& name) { return fact.about(name); }))
    return false;
  if (!concerns_item(fact, test.of, subject) || facts::is_administered(fact)) return false;
  if (subject.has_clinical_record && facts::is_of_review(fact) && !is_record_summary(fact.name)) return false;
  if (!test.regions.empty()) {
    const std::string& part = attribute(fact, "body_part");
    if (!part.empty() && !contains(test.regions, part)) return false;
  }
  return test.responses.empty() || contains(test.responses, attribute(fact, "response")) ||
         tells_the_opposite(fact, test, subject);
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

}  // namespace

// Whether a value lies within the bounds; unknown where only a bound of it is known.
Truth within(const Test& test, double low, std::optional<double> high) {
  Truth out = Truth::yes;
  if (test.at_most)
    out = both(out, low > *test.at_most ? Truth::no : high && *high <= *test.at_most ? Truth::yes : Truth::unknown);
  if (test.at_least)
    out = both(out, high && *high < *test.at_least ? Truth::no : low >= *test.at_least ? Truth::yes : Truth::unknown);
  return out;
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
    if (denied.empty()) return false;
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
  const bool any_contradicted = !subject.facts.contradictions.empty();
  const auto is_contradicted = [any_contradicted](const Fact* fact) {
    return any_contradicted && fact->attributes.contains("contradicted");
  };
  std::vector<const Fact*> undisputed = yes;
  std::erase_if(undisputed, [&](const Fact* fact) { return is_denied(fact) || is_contradicted(fact); });
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

}  // namespace openimr::guidelines
