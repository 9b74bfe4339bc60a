#include "facts/contradictions.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

#include <fmt/core.h>

namespace openimr::facts {
namespace {

using namespace std::string_view_literals;

// A statement of what was so on one known day.
bool is_of_a_day(const Fact& fact) {
  return fact.date && fact.date->is_day() && !is_of_review(fact);
}

// Facts of the two kinds by what they speak of and their day; the first of each kind in each document.
class Opposites {
 public:
  void add(std::string matter, const Fact& fact, bool first_kind) {
    auto& side = (first_kind ? sides_[{std::move(matter), fact.date->first}].first
                             : sides_[{std::move(matter), fact.date->first}].second);
    side.emplace(fact.document, &fact);
  }
  // Calls `found` once for each matter and day with a fact of either kind whose document has none of the other.
  template <class Found>
  void each(Found&& found) const {
    for (const auto& [key, sides] : sides_) {
      const auto alone = [](const auto& own, const auto& other) -> const Fact* {
        const auto at = std::find_if(own.begin(), own.end(), [&](const auto& f) { return !other.contains(f.first); });
        return at == own.end() ? nullptr : at->second;
      };
      const Fact* first = alone(sides.first, sides.second);
      const Fact* second = alone(sides.second, sides.first);
      if (first != nullptr && second != nullptr) found(*first, *second);
    }
  }

 private:
  using ByDocument = std::map<int, const Fact*>;
  std::map<std::pair<std::string, Date>, std::pair<ByDocument, ByDocument>> sides_;
};

std::vector<Place> both_places(const Fact& a, const Fact& b) {
  return {a.places.front(), b.places.front()};
}

void compare_drug_use(const Facts& facts, std::vector<Contradiction>& out) {
  Opposites use;
  for (const Fact& fact : facts.all) {
    if (fact.name != "medication"sv || !is_of_a_day(fact)) continue;
    const std::string_view status = attribute(fact, "status");
    const bool in_use =
        fact.assertion == Assertion::present && (status.empty() || status == "continued" || status == "increased");
    const bool not_in_use = attribute(fact, "in_use") == "false" ||
                            (fact.assertion == Assertion::negated && (status.empty() || status == "continued"));
    if (in_use || not_in_use) use.add(fact.concept_name, fact, in_use);
  }
  use.each([&](const Fact& taken, const Fact& denied) {
    out.push_back({"drug_use_differs",
                   fmt::format("on {} one record has {} in use, another says that it is not", taken.date->first.iso(),
                               taken.concept_name),
                   both_places(taken, denied)});
  });
}

void compare_sides(const Facts& facts, std::vector<Contradiction>& out) {
  Opposites sides;
  for (const Fact& fact : facts.all) {
    const bool sided =
        fact.name == "symptom"sv || fact.name == "diagnosis"sv || fact.name == "finding"sv || fact.name == "surgery"sv;
    if (!sided || fact.assertion != Assertion::present || !is_of_a_day(fact)) continue;
    const std::string_view side = attribute(fact, "side");
    std::string matter = fact.name;
    matter.append(1, ' ').append(fact.concept_name).append(1, ' ').append(attribute(fact, "body_part"));
    if (side != "right") sides.add(matter, fact, true);
    if (side != "left") sides.add(matter, fact, false);
  }
  sides.each([&](const Fact& left, const Fact& right) {
    if (attribute(left, "side") != "left" || attribute(right, "side") != "right") return;
    out.push_back({"sides_differ",
                   fmt::format("on {} one record has {} on the left, another on the right", left.date->first.iso(),
                               left.concept_name),
                   both_places(left, right)});
  });
}

void compare_work(const Facts& facts, std::vector<Contradiction>& out) {
  Opposites work;
  for (const Fact& fact : facts.all) {
    if (fact.name != "work_status"sv || fact.assertion != Assertion::present || !is_of_a_day(fact)) continue;
    const bool off = fact.about("off work");
    if (off || fact.concept_name == "full duty"sv) work.add("", fact, off);
  }
  work.each([&](const Fact& off, const Fact& full) {
    out.push_back({"work_status_differs",
                   fmt::format("on {} one record has the worker off work, another at full duty", off.date->first.iso()),
                   both_places(off, full)});
  });
}

void compare_drug_tests(const Facts& facts, std::vector<Contradiction>& out) {
  Opposites tests;
  for (const Fact& fact : facts.all) {
    if (fact.name != "monitoring"sv || fact.assertion != Assertion::present || !is_of_a_day(fact)) continue;
    if (fact.concept_name == "consistent drug test"sv) tests.add("", fact, true);
    if (fact.concept_name == "inconsistent drug test"sv) tests.add("", fact, false);
  }
  tests.each([&](const Fact& consistent, const Fact& inconsistent) {
    out.push_back({"drug_tests_differ",
                   fmt::format("on {} one record has the drug test consistent, another inconsistent",
                               consistent.date->first.iso()),
                   both_places(consistent, inconsistent)});
  });
}

// The form's day against each other one; without the form's, the first record's against the first that differs.
void compare_injury_dates(const records::CaseFile& file, const Facts& facts, std::vector<Contradiction>& out) {
  const Fact* first = nullptr;
  for (const Fact& fact : facts.all) {
    if (fact.name != "injury_date"sv || fact.assertion == Assertion::other_person || !fact.date || !fact.date->is_day())
      continue;
    if (file.dates.injury) {
      if (fact.date->first == *file.dates.injury) continue;
      out.push_back({"injury_dates_differ",
                     fmt::format("the form gives {} as the day of injury, the record {}", file.dates.injury->iso(),
                                 fact.date->first.iso()),
                     {file.place_of_injury_date, fact.places.front()}});
    } else if (first == nullptr) {
      first = &fact;
    } else if (fact.date->first != first->date->first && fact.document != first->document) {
      out.push_back({"injury_dates_differ",
                     fmt::format("one record gives {} as the day of injury, another {}", first->date->first.iso(),
                                 fact.date->first.iso()),
                     both_places(*first, fact)});
      return;
    }
  }
}

void compare_person(const Facts& facts, std::vector<Contradiction>& out) {
  constexpr double kYears = 2;  // a record may be a year old, and so may the other
  const Fact* age = nullptr;
  const Fact* sex = nullptr;
  for (const Fact& fact : facts.all) {
    if (fact.assertion == Assertion::other_person) continue;
    if (fact.name == "age"sv) {
      if (age == nullptr) age = &fact;
      if (std::abs(std::get<double>(age->value) - std::get<double>(fact.value)) > kYears) {
        out.push_back({"ages_differ",
                       fmt::format("the records give the ages {:g} and {:g}", std::get<double>(age->value),
                                   std::get<double>(fact.value)),
                       both_places(*age, fact)});
      }
    }
    if (fact.name == "sex"sv) {
      if (sex == nullptr) sex = &fact;
      if (std::get<std::string>(sex->value) != std::get<std::string>(fact.value)) {
        out.push_back({"sexes_differ", "the records call the worker both male and female", both_places(*sex, fact)});
      }
    }
  }
}

void compare_order(const records::CaseFile& file, const Facts& facts, std::vector<Contradiction>& out) {
  if (file.dates.request && file.dates.ur_decision && *file.dates.request > *file.dates.ur_decision) {
    out.push_back({"request_after_denial",
                   fmt::format("the request for authorization ({}) is dated after its denial ({})",
                               file.dates.request->iso(), file.dates.ur_decision->iso()),
                   {file.place_of_request_date, file.place_of_ur_date}});
  }
  for (const Fact& fact : facts.all) {
    if (fact.name != "visit_date"sv || !fact.date || fact.date->first <= file.dates.review) continue;
    out.push_back(
        {"record_after_review",
         fmt::format("a record is dated {}, after the review ({})", fact.date->first.iso(), file.dates.review.iso()),
         {fact.places.front(), file.place_of_review_date}});
  }
}

void mark_facts(Facts& facts) {
  std::map<std::pair<Span, std::string_view>, const std::string*> disputed;
  for (const Contradiction& contradiction : facts.contradictions) {
    for (const Place& place : contradiction.places)
      disputed.emplace(std::pair(place.span, std::string_view(place.document)), &contradiction.code);
  }
  if (disputed.empty()) return;
  for (Fact& fact : facts.all) {
    for (const Place& place : fact.places) {
      const auto found = disputed.find({place.span, place.document});
      if (found == disputed.end()) continue;
      fact.attributes["contradicted"] = *found->second;
      break;
    }
  }
}

}  // namespace

void add_contradictions(const records::CaseFile& file, Facts& facts) {
  auto& out = facts.contradictions;
  compare_order(file, facts, out);
  compare_injury_dates(file, facts, out);
  compare_person(facts, out);
  compare_drug_use(facts, out);
  compare_sides(facts, out);
  compare_work(facts, out);
  compare_drug_tests(facts, out);
  mark_facts(facts);
  for (const Contradiction& contradiction : out) {
    Fact fact;
    fact.name = "contradiction";
    fact.concept_name = contradiction.code;
    fact.value = contradiction.message;
    fact.places = contradiction.places;
    facts.all.push_back(std::move(fact));
  }
}

}  // namespace openimr::facts
