// The plain way to give cases to reviewers, as a peer: the dearest to leave empty first, each place to whoever costs
// least at that moment. Used by bench/assignment and by the tests.
#pragma once

#include <algorithm>
#include <numeric>
#include <vector>

#include "cases/transport.h"

namespace openimr::cases {

inline CostSum greedy_cost(const std::vector<Demand>& demands, const std::vector<Supply>& supplies,
                           const std::vector<std::vector<Cost>>& costs) {
  std::vector<std::size_t> order(demands.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return demands[a].empty != demands[b].empty ? demands[a].empty > demands[b].empty : a < b;
  });
  std::vector<std::size_t> taken(supplies.size(), 0);
  std::vector<std::size_t> closed_for(supplies.size(), demands.size());
  CostSum out = 0;
  for (const std::size_t d : order) {
    for (const std::size_t s : demands[d].never) closed_for[s] = d;
    for (int place = 0; place < demands[d].places; ++place) {
      CostSum best = demands[d].empty;
      std::size_t chosen = supplies.size();
      for (std::size_t s = 0; s < supplies.size(); ++s) {
        const Cost pairing = costs[demands[d].costs][s];
        if (pairing == kNever || closed_for[s] == d || taken[s] == supplies[s].size()) continue;
        if (pairing + CostSum{supplies[s][taken[s]]} >= best) continue;
        best = pairing + CostSum{supplies[s][taken[s]]};
        chosen = s;
      }
      out += best;
      if (chosen == supplies.size()) continue;
      ++taken[chosen];
      closed_for[chosen] = d;
    }
  }
  return out;
}

}  // namespace openimr::cases
