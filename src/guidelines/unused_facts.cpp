#include <algorithm>
#include <map>
#include <set>

#include "guidelines/library.h"

namespace openimr::guidelines {
namespace {

// What the tests ask for, by the name of the fact; the empty concept stands for any.
using Asked = std::map<std::string, std::set<std::string>>;

void gather(const Test& test, Asked& asked) {
  for (const Test& part : test.parts) gather(part, asked);
  if (test.form != Test::Form::fact) return;
  auto& concepts = asked[test.name];
  concepts.insert(test.concepts.begin(), test.concepts.end());
  if (test.concepts.empty()) concepts.insert("");
}

bool is_asked_for(const vocabulary::ClinicalTerm& term, const Asked& asked) {
  const auto found = asked.find(term.fact);
  if (found == asked.end()) return false;
  const auto& concepts = found->second;
  return concepts.contains("") || concepts.contains(term.name) ||
         std::any_of(term.is_a.begin(), term.is_a.end(), [&](const auto& wider) { return concepts.contains(wider); });
}

}  // namespace

std::vector<UnusedFact> unused_facts(const Library& library, const vocabulary::Vocabulary& vocabulary) {
  Asked asked;
  for (const Guideline& guideline : library.guidelines()) {
    for (const Section& section : guideline.sections) {
      for (const Criterion& criterion : section.criteria) {
        if (criterion.test) gather(*criterion.test, asked);
      }
    }
  }
  std::map<std::string, std::map<std::string, bool>> terms;  // fact, concept: whether a test asks for it
  for (const auto& term : vocabulary.clinical_terms()) {
    if (term.fact == vocabulary::kRecital) continue;
    bool& used = terms[term.fact][term.name];
    used = used || is_asked_for(term, asked);
  }
  std::vector<UnusedFact> out;
  for (const auto& [fact, concepts] : terms) {
    UnusedFact unused{fact, concepts.size(), {}};
    for (const auto& [name, used] : concepts) {
      if (!used) unused.concepts.push_back(name);
    }
    if (!unused.concepts.empty()) out.push_back(std::move(unused));
  }
  return out;
}

}  // namespace openimr::guidelines
