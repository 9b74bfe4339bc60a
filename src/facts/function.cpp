#include "facts/function.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include <fmt/core.h>

namespace openimr::facts {
namespace {

using namespace std::string_view_literals;

Fact computed(std::string name, const Fact& from) {
  Fact out;
  out.name = std::move(name);
  out.concept_name = from.concept_name;
  out.subjects = from.subjects;
  out.date = from.date;
  out.document_date = from.document_date;
  out.places = from.places;
  out.assertion = from.assertion;
  return out;
}

void append(std::vector<Fact>& found, Facts& facts) {
  facts.all.insert(facts.all.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
}

bool is_stated(const Fact& fact) {
  return (fact.assertion == Assertion::present || fact.assertion == Assertion::negated) && !is_of_review(fact);
}

// How much work a status is: 0 none, 2 all of it. Nothing for one that does not say.
std::optional<int> capacity(const Fact& fact) {
  if (fact.about("off work")) return 0;
  if (fact.concept_name == "modified duty"sv) return 1;
  if (fact.concept_name == "full duty"sv) return 2;
  return std::nullopt;
}

// The earliest and the latest dated work status, where the later one is of more work.
void add_rise_in_work(const Facts& facts, std::vector<Fact>& out) {
  const Fact* first = nullptr;
  const Fact* last = nullptr;
  for (const Fact& fact : facts.all) {
    if (fact.name != "work_status"sv || fact.assertion != Assertion::present || !fact.date || !capacity(fact) ||
        is_of_review(fact))
      continue;
    if (first == nullptr || fact.date->last < first->date->first) first = &fact;
    if (last == nullptr || fact.date->first >= last->date->last) last = &fact;
  }
  if (first == nullptr || last->date->first <= first->date->last || *capacity(*last) <= *capacity(*first)) return;
  Fact rise = computed("work_restriction_reduction", *last);
  rise.subjects.clear();
  rise.attributes = {{"from", first->concept_name}, {"to", last->concept_name}};
  rise.places.insert(rise.places.begin(), first->places.begin(), first->places.end());
  out.push_back(std::move(rise));
}

std::vector<Fact> limbs_of(const Facts& facts) {
  std::vector<Fact> out;
  for (const Fact& fact : facts.all) {
    if (!is_stated(fact)) continue;
    if (fact.name == "function"sv && fact.concept_name == "functional improvement"sv)
      out.push_back(
          computed(fact.about("reduced work restrictions") ? "work_restriction_reduction" : "adl_improvement", fact));
    if (fact.name == "treatment_dependency"sv) out.push_back(computed("dependency_reduction", fact));
    const std::string_view status = attribute(fact, "status");
    const bool taken_less =
        fact.name == "medication"sv && fact.assertion == Assertion::present && status == "decreased";
    if (taken_less) out.push_back(computed("dependency_reduction", fact));
  }
  add_rise_in_work(facts, out);
  return out;
}

// A limb over all that is said of it: what is present anywhere counts before what is denied.
struct Limb {
  std::vector<const Fact*> present, absent;
  void add(const Fact& fact) { (fact.assertion == Assertion::present ? present : absent).push_back(&fact); }
  bool is_present() const { return !present.empty(); }
  bool is_absent() const { return present.empty() && !absent.empty(); }
};

void add_all(const std::vector<const Fact*>& from, Fact& to) {
  std::set<std::string> subjects(to.subjects.begin(), to.subjects.end());
  for (const Fact* fact : from) {
    for (const Place& place : fact->places) {
      if (std::find(to.places.begin(), to.places.end(), place) == to.places.end()) to.places.push_back(place);
    }
    subjects.insert(fact->subjects.begin(), fact->subjects.end());
  }
  to.subjects.assign(subjects.begin(), subjects.end());
}

bool is_had(const Fact& fact) {
  return fact.assertion == Assertion::present || fact.assertion == Assertion::historical;
}

// The first day of each treatment that has one, by concept.
std::map<std::string, const Fact*> first_days(const Facts& facts) {
  std::map<std::string, const Fact*> out;
  for (const Fact& fact : facts.all) {
    const bool dated = fact.name == "start_date"sv || fact.name == "surgery"sv ||
                       (fact.name == "treatment"sv && fact.about("therapy") && attribute(fact, "visits_are") == "done");
    if (!dated || !is_had(fact) || !fact.date || is_of_review(fact)) continue;
    const Fact*& first = out[fact.concept_name];
    if (first == nullptr || fact.date->first < first->date->first) first = &fact;
  }
  return out;
}

}  // namespace

void add_functional_improvement(Facts& facts) {
  std::vector<Fact> limbs = limbs_of(facts);
  Limb function, dependency;
  for (const Fact& fact : limbs) (fact.name == "dependency_reduction"sv ? dependency : function).add(fact);
  Fact whole;
  whole.name = "functional_improvement";
  if (function.is_present() && dependency.is_present()) {
    add_all(function.present, whole);
    add_all(dependency.present, whole);
  } else if (function.is_absent() || dependency.is_absent()) {
    whole.assertion = Assertion::negated;
    if (function.is_absent()) add_all(function.absent, whole);
    if (dependency.is_absent()) add_all(dependency.absent, whole);
  }
  if (!whole.places.empty()) limbs.push_back(std::move(whole));
  append(limbs, facts);
}

void add_failed_first_line(const vocabulary::Vocabulary& vocabulary, Facts& facts) {
  const auto& first_line = vocabulary.first_line_classes();
  std::vector<Fact> found;
  for (const Fact& fact : facts.all) {
    const bool by_words = fact.name == "first_line_failed"sv && is_stated(fact);
    const bool by_drug =
        fact.name == "treatment"sv && is_had(fact) && attribute(fact, "response") == "failed" && !is_of_review(fact) &&
        std::any_of(first_line.begin(), first_line.end(), [&](const std::string& name) { return fact.about(name); });
    if (by_words || by_drug) {
      found.push_back(computed("failed_first_line", fact));
      found.back().is_a = fact.is_a;
      if (by_drug) found.back().assertion = Assertion::present;
    }
  }
  append(found, facts);
}

void add_pain_changes(Facts& facts) {
  std::vector<const Fact*> scores;
  for (const Fact& fact : facts.all) {
    if (fact.name == "pain_score"sv && fact.assertion == Assertion::present && fact.date && !is_of_review(fact))
      scores.push_back(&fact);
  }
  std::sort(scores.begin(), scores.end(), [](const Fact* a, const Fact* b) {
    return a->date->first != b->date->first ? a->date->first < b->date->first : a->places < b->places;
  });
  std::vector<Fact> found;
  for (const auto& [name, first] : first_days(facts)) {
    const auto after = std::partition_point(scores.begin(), scores.end(),
                                            [&](const Fact* s) { return s->date->first <= first->date->last; });
    const auto behind = std::find_if(std::make_reverse_iterator(after), scores.rend(),
                                     [&](const Fact* s) { return s->date->last <= first->date->first; });
    if (after == scores.end() || behind == scores.rend()) continue;
    const double from = std::get<double>((*behind)->value);
    const double to = std::get<double>((*after)->value);
    Fact change = computed("pain_change", *first);
    change.assertion = Assertion::present;
    change.date = (*after)->date;
    change.attributes = {{"from", fmt::format("{:g}", from)}, {"to", fmt::format("{:g}", to)}};
    if (from > 0) change.value = 100 * (from - to) / from;
    add_all({*behind, *after}, change);
    change.subjects = first->subjects;
    found.push_back(std::move(change));
  }
  append(found, facts);
}

}  // namespace openimr::facts
