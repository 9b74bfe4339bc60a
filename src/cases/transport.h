// Who gives what to whom at the least cost: demands with places, supplies that can fill so many, and what each pairing
// costs. Plain numbers; for whom they stand is assignment.h's matter.
//
// A day has twenty million pairings, far too many for the simplex. So it is asked about a few for each demand, and its
// potentials tell what any other pairing would save; those that would save something are added, and it is asked again,
// until none would. That answer is the optimum of the whole, not an approximation: the potentials prove it.
#pragma once

#include <cstddef>
#include <limits>
#include <vector>

#include "cases/min_cost_flow.h"

namespace openimr::cases {

constexpr Cost kNever = std::numeric_limits<Cost>::max();

// Places for different supplies.
struct Demand {
  int places = 1;
  Cost empty = 0;                  // of each place that stays empty
  std::size_t costs = 0;           // which row of the costs holds for it
  std::vector<std::size_t> never;  // supplies that may not fill it, beyond those of its row
};

// What the first, the second, ... place costs on top; not falling. Its size is how many it can fill.
using Supply = std::vector<Cost>;

struct Transport {
  std::vector<std::vector<std::size_t>> filled;  // by demand: its supplies, rising
  CostSum cost = 0;
  int rounds = 0;  // how often the simplex was asked
};

// `costs` are rows by supply, each shared by demands that are alike; kNever: not at all. All costs are below a million.
// The same values in the same order give the same answer.
Transport transport(const std::vector<Demand>& demands, const std::vector<Supply>& supplies,
                    const std::vector<std::vector<Cost>>& costs);

}  // namespace openimr::cases
