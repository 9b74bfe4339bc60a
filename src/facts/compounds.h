// Compounds as records write them: "Flurbiprofen 20%/Cyclobenzaprine 4%/Lidocaine 5% cream 180 gm", "baclofen 2%,
// gabapentin 6% compound".
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "facts/fact.h"
#include "facts/reading.h"
#include "vocabulary/prescription.h"

namespace openimr::facts {

// Names `first` to `last - 1` of a text that are the ingredients of one compound: of two or more different drugs,
// listed with nothing but signs and joining words between, each with a percentage of something that is put on the skin,
// or beside the word "compound".
struct Compound {
  std::size_t first;
  std::size_t last;
};
std::vector<Compound> find_compounds(const Reading& reading, std::span<const vocabulary::Mention> names,
                                     std::span<const vocabulary::Prescription> prescriptions);

// The prescription of the whole: from the first name to the end of the last, strengths joined, else what the last says.
vocabulary::Prescription whole(std::span<const vocabulary::Prescription> ingredients);

// Makes the fact `medication` one of concept "compound": attributes `ingredients` ("baclofen/gabapentin") and
// `percentages` in their order ("2/6"; "-" where none stands); is_a holds every ingredient and its class, `subjects`
// the ingredients as the concept of a disputed item joins them.
void describe_compound(const vocabulary::Vocabulary& vocabulary, std::span<const vocabulary::Mention> names,
                       std::span<const vocabulary::Prescription> prescriptions, Fact& fact);

}  // namespace openimr::facts
