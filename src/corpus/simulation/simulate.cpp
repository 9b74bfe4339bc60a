#include "corpus/simulation/simulate.h"

#include <utility>

#include "base/dice.h"
#include "corpus/simulation/letter_maker.h"

namespace openimr::corpus {
namespace {

std::vector<std::string> names_of(const std::string& concept_name, const vocabulary::Vocabulary& vocabulary) {
  std::vector<std::string> out = {concept_name};
  for (const std::string& word : vocabulary.words_for(concept_name)) out.push_back(word);
  return out;
}

SimulationWords words_from(const vocabulary::Vocabulary& vocabulary, std::uint64_t seed) {
  SimulationWords out;
  for (const auto& drug : vocabulary.drugs()) {
    out.drugs.push_back(drug.name);
    if (!drug.category.empty()) out.wanted.push_back({&drug, nullptr, names_of(drug.name, vocabulary)});
  }
  for (const auto& service : vocabulary.services()) {
    out.services.push_back(service.name);
    if (!service.category.empty()) out.wanted.push_back({nullptr, &service, names_of(service.name, vocabulary)});
  }
  for (const auto& part : vocabulary.body_parts()) out.body_parts.push_back(part.name);
  for (const auto& term : vocabulary.clinical_terms()) {
    auto& list = term.fact == "diagnosis" ? out.diagnoses : term.fact == "symptom" ? out.symptoms : out.findings;
    list.push_back(term.name);
  }
  Dice dice(seed, 0);
  for (int i = static_cast<int>(out.wanted.size()); i > 1; --i)
    std::swap(out.wanted[static_cast<std::size_t>(i - 1)], out.wanted[static_cast<std::size_t>(dice.below(i))]);
  return out;
}

}  // namespace

Simulation::Simulation(const vocabulary::Vocabulary& vocabulary, std::uint64_t seed)
    : seed_(seed), words_(words_from(vocabulary, seed)) {}

Published Simulation::letter(std::int64_t number) const {
  return make_letter(words_, seed_, number);
}

}  // namespace openimr::corpus
