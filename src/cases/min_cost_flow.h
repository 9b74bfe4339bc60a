// The least costly flow through a network: LEMON's network simplex behind plain numbers. Its headers are heavy, so
// that min_cost_flow.cpp alone includes them.
#pragma once

#include <cstdint>
#include <vector>

namespace openimr::cases {

using Cost = std::int32_t;     // points of Weights
using CostSum = std::int64_t;  // of many

struct FlowArc {
  int from = 0, to = 0;  // nodes, from 0
  int capacity = 0;
  Cost cost = 0;  // of one unit
};

struct Flow {
  std::vector<int> amounts;         // by arc
  std::vector<CostSum> potentials;  // by node: cost + potential(from) - potential(to) < 0 only on arcs that are full
};

// `supplies` by node: what it sends, less than 0 where it takes; they sum to 0. The network has room for all of it: one
// that has not is a fault of the caller. The same network gives the same flow.
Flow least_cost_flow(const std::vector<int>& supplies, const std::vector<FlowArc>& arcs);

}  // namespace openimr::cases
