// Believable letters of a programme that never was, with a known answer for every field: to try collection, search and
// statistics at the size of a country. Nobody in them exists, and their figures say nothing of medicine.
//
//   const Simulation simulation(vocabulary, seed);
//   for (std::int64_t number = 1; number <= wanted; ++number) write(simulation.letter(number));
//
// The same seed and number give the same letter, byte for byte, on every machine.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "corpus/collection/published.h"
#include "vocabulary/vocabulary.h"

namespace openimr::corpus {

// What letters ask for and speak of.
struct SimulationWords {
  struct Wanted {
    const vocabulary::Drug* drug = nullptr;  // one of the two
    const vocabulary::Service* service = nullptr;
    std::vector<std::string> names;  // that reviewers use
  };
  std::vector<Wanted> wanted;  // the most frequent first
  std::vector<std::string> drugs, services, body_parts, diagnoses, findings, symptoms;
};

class Simulation {
 public:
  // The vocabulary outlives it.
  Simulation(const vocabulary::Vocabulary& vocabulary, std::uint64_t seed);

  // A letter of layout `openimr`, as letter/write.h writes it, and what it says.
  Published letter(std::int64_t number) const;

 private:
  std::uint64_t seed_;
  SimulationWords words_;
};

}  // namespace openimr::corpus
