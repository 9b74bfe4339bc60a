#include "review/summary.h"

#include <algorithm>
#include <set>

#include <fmt/core.h>

namespace openimr::review {
namespace {

using determination::Reason;
using determination::Sentence;
using facts::Assertion;
using facts::Fact;

constexpr std::size_t kMostInAList = 12;  // a summary names, it does not copy

bool is_told(const Fact& fact) {
  return fact.assertion == Assertion::present || fact.assertion == Assertion::historical;
}

// The first fact of a name, of the injured worker.
const Fact* first(const facts::Facts& facts, std::string_view name) {
  for (const Fact& fact : facts.all) {
    if (fact.name == name && fact.assertion != Assertion::other_person) return &fact;
  }
  return nullptr;
}

// "Opening a; b; c." of the facts that are chosen, each concept once, in the words of the record.
template <class Choose>
void add_list(const facts::Facts& facts, const std::string& opening, Choose choose, std::vector<Sentence>& out) {
  Sentence sentence{opening, {}};
  std::set<std::string> named;
  for (const Fact& fact : facts.all) {
    if (!choose(fact) || fact.places.empty() || !named.insert(fact.concept_name).second) continue;
    if (sentence.reasons.size() == kMostInAList) break;
    sentence.text += (sentence.reasons.empty() ? " " : "; ") + quoted(fact.places.front());
    sentence.reasons.emplace_back(fact.places.front());
  }
  if (sentence.reasons.empty()) return;
  sentence.text += ".";
  out.push_back(std::move(sentence));
}

void add_person(const records::CaseFile& file, const facts::Facts& facts, std::vector<Sentence>& out) {
  const Fact* age = first(facts, "age");
  const Fact* injury = first(facts, "injury_date");
  Sentence sentence{"The injured worker", {}};
  if (age != nullptr) {
    sentence.text += fmt::format(" is a {}", quoted(age->places.front()));
    sentence.reasons.emplace_back(age->places.front());
  }
  std::optional<Place> day;
  if (injury != nullptr) day = injury->places.front();
  if (!day && !file.place_of_injury_date.text.empty()) day = file.place_of_injury_date;
  if (day) {
    sentence.text += fmt::format("{} an injury dated {}", age != nullptr ? " with" : " has", quoted(*day));
    sentence.reasons.emplace_back(*day);
  }
  if (sentence.reasons.empty()) return;
  sentence.text += ".";
  out.push_back(std::move(sentence));
}

}  // namespace

std::string quoted(const Place& place) {
  std::string out;
  for (const char c : place.text) {
    const bool white = c == ' ' || (c >= '\t' && c <= '\r');
    if (!white) {
      if (c != '"') out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  while (!out.empty() && (out.back() == ' ' || out.back() == '.' || out.back() == ',')) out.pop_back();
  return out;
}

std::vector<Sentence> summarize(const records::CaseFile& file, const facts::Facts& facts) {
  std::vector<Sentence> out;
  add_person(file, facts, out);
  const auto named = [](std::string_view name) {
    return [name](const Fact& fact) { return fact.name == name && is_told(fact); };
  };
  add_list(facts, "Documented diagnoses:", named("diagnosis"), out);
  add_list(
      facts, "Documented complaints:",
      [](const Fact& f) {
        return (f.name == "symptom" || f.name == "acute_exacerbation" || f.name == "new_injury") &&
               f.assertion == Assertion::present;
      },
      out);
  if (const Fact* pain = first(facts, "pain_score")) {
    out.push_back({fmt::format("Pain is recorded as {}.", quoted(pain->places.front())), {pain->places.front()}});
  }
  add_list(
      facts, "Documented medication:",
      [](const Fact& f) { return f.name == "medication" && f.assertion == Assertion::present && !is_administered(f); },
      out);
  add_list(
      facts, "Treatment to date:",
      [](const Fact& f) {
        return f.name == "treatment" && is_told(f) && !f.about("diagnostic") && !f.about("consultation");
      },
      out);
  add_list(
      facts, "Examination and tests:",
      [](const Fact& f) { return (f.name == "finding" || f.name == "imaging") && f.assertion == Assertion::present; },
      out);
  add_list(
      facts, "Work and function:",
      [](const Fact& f) {
        return (f.name == "work_status" || f.name == "function") && f.assertion == Assertion::present;
      },
      out);
  add_list(
      facts, "Monitoring:", [](const Fact& f) { return f.name == "monitoring" && f.assertion == Assertion::present; },
      out);
  if (!file.place_of_ur_date.text.empty()) {
    out.push_back({fmt::format("Utilization review denied the request on {}.", file.place_of_ur_date.text),
                   {file.place_of_ur_date}});
  }
  return out;
}

}  // namespace openimr::review
