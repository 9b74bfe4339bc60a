#include "guidelines/known_names.h"

#include <algorithm>
#include <numeric>
#include <vector>

#include <fmt/core.h>

namespace openimr::guidelines {
namespace {

// Facts that the program reads or computes itself; all others need a term of the vocabulary.
const Names& built_in_facts() {
  static const Names names = {"age",
                              "sex",
                              "injury_date",
                              "ur_date",
                              "visit_date",
                              "medication",
                              "treatment",
                              "surgery",
                              "pain_score",
                              "pain_relief",
                              "pain_change",
                              "indication",
                              "duration_of_use",
                              "start_date",
                              "continuation",
                              "mme_per_day",
                              "prior_visits",
                              "conservative_weeks",
                              "time_since_injury",
                              "functional_improvement",
                              "adl_improvement",
                              "work_restriction_reduction",
                              "dependency_reduction",
                              "failed_first_line",
                              "contradiction"};
  return names;
}

// Letters to change, add or leave out to make one word of the other.
std::size_t distance(const std::string& a, const std::string& b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0]++;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t changed = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({changed, row[j] + 1, row[j + 1] + 1});
    }
  }
  return row.back();
}

}  // namespace

KnownNames::KnownNames(const vocabulary::Vocabulary& vocabulary) : facts(built_in_facts()) {
  for (const auto& term : vocabulary.clinical_terms()) {
    if (term.fact == vocabulary::kRecital) continue;
    facts.insert(term.fact);
    stated_as[term.fact].insert(term.name);
    stated_as[term.fact].insert(term.is_a.begin(), term.is_a.end());
  }
  for (const auto& drug : vocabulary.drugs()) {
    drugs.insert(drug.name);
    classes.insert(drug.drug_class);
    topics.insert(drug.topics.begin(), drug.topics.end());
    ingredients.insert(drug.ingredients.begin(), drug.ingredients.end());
  }
  classes.insert(vocabulary.drug_classes().begin(), vocabulary.drug_classes().end());
  for (const auto& service : vocabulary.services()) {
    services.insert(service.name);
    concepts.insert(service.kind);
  }
  for (const auto& part : vocabulary.body_parts()) regions.insert(part.name);
  for (const Names* names : {&drugs, &classes, &topics, &services, &regions, &ingredients})
    concepts.insert(names->begin(), names->end());
  for (const auto& [fact, names] : stated_as) concepts.insert(names.begin(), names.end());
}

bool KnownNames::can_be_about(const std::string& fact, const std::string& concept_name) const {
  if (built_in_facts().contains(fact)) return concepts.contains(concept_name);
  const auto stated = stated_as.find(fact);
  return stated != stated_as.end() && stated->second.contains(concept_name);
}

std::string nearest(const std::string& name, const Names& names, const std::string& otherwise) {
  constexpr std::size_t kNear = 2;
  std::size_t least = std::min(kNear, name.size() / 3) + 1;
  const std::string* best = nullptr;
  for (const std::string& known : names) {
    if (known.size() > name.size() + kNear || name.size() > known.size() + kNear) continue;
    if (const std::size_t letters = distance(name, known); letters < least) {
      least = letters;
      best = &known;
    }
  }
  return best == nullptr ? otherwise : fmt::format("Did you mean '{}'?", *best);
}

}  // namespace openimr::guidelines
