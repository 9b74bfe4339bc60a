// One simulated letter. Inside simulation/ only.
#pragma once

#include <cstdint>

#include "corpus/simulation/simulate.h"

namespace openimr::corpus {

Published make_letter(const SimulationWords& words, std::uint64_t seed, std::int64_t number);

}  // namespace openimr::corpus
