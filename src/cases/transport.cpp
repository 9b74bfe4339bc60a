#include "cases/transport.h"

#include <algorithm>
#include <cassert>

namespace openimr::cases {
namespace {

constexpr std::size_t kFirst = 12;  // pairings of a demand that the simplex is asked about at first
constexpr std::size_t kMore = 12;   // and those added at a time

class Network {
 public:
  Network(const std::vector<Demand>& demands, const std::vector<Supply>& supplies,
          const std::vector<std::vector<Cost>>& costs)
      : demands_(demands), supplies_(supplies), costs_(costs), closed_(demands.size() * supplies.size(), 1) {
    add_ends();
    pairings_ = arcs_.size();
    for (std::size_t d = 0; d < demands_.size(); ++d) {
      allow(d);
      open_cheapest(d);
    }
  }

  Transport solve() {
    Transport out;
    Flow flow;
    do {
      flow = least_cost_flow(balance_, arcs_);
      ++out.rounds;
    } while (open_what_saves(flow));
    out.filled.resize(demands_.size());
    for (std::size_t a = 0; a < arcs_.size(); ++a) {
      out.cost += static_cast<CostSum>(flow.amounts[a]) * arcs_[a].cost;
      if (a >= pairings_ && flow.amounts[a] > 0)
        out.filled[static_cast<std::size_t>(arcs_[a].from)].push_back(supply_at(arcs_[a].to));
    }
    for (auto& row : out.filled) std::sort(row.begin(), row.end());
    return out;
  }

 private:
  struct Candidate {
    CostSum cost;
    std::size_t turn;  // among equal costs each demand begins elsewhere, so that they do not all want the same supply
    std::size_t supply;
    auto operator<=>(const Candidate&) const = default;
  };

  int node_of_supply(std::size_t s) const { return static_cast<int>(demands_.size() + s); }
  std::size_t supply_at(int node) const { return static_cast<std::size_t>(node) - demands_.size(); }

  // All flow goes to one end: from a demand over its empty places, from a supply over its steps. These rise, so that it
  // takes the cheap ones first; equal ones share an arc.
  void add_ends() {
    const int end = node_of_supply(supplies_.size());
    int all = 0;
    for (std::size_t d = 0; d < demands_.size(); ++d) {
      arcs_.push_back({static_cast<int>(d), end, demands_[d].places, demands_[d].empty});
      balance_.push_back(demands_[d].places);
      all += demands_[d].places;
    }
    for (std::size_t s = 0; s < supplies_.size(); ++s) {
      balance_.push_back(0);
      const Supply& steps = supplies_[s];
      assert(std::is_sorted(steps.begin(), steps.end()));
      for (auto step = steps.begin(); step != steps.end();) {
        const auto next = std::upper_bound(step, steps.end(), *step);
        arcs_.push_back({node_of_supply(s), end, static_cast<int>(next - step), *step});
        step = next;
      }
    }
    balance_.push_back(-all);
  }

  const std::vector<Cost>& costs_of(std::size_t d) const { return costs_[demands_[d].costs]; }

  void allow(std::size_t d) {
    unsigned char* closed = closed_.data() + d * supplies_.size();
    for (std::size_t s = 0; s < supplies_.size(); ++s)
      closed[s] = costs_of(d)[s] == kNever || supplies_[s].empty() ? 1 : 0;
    for (const std::size_t s : demands_[d].never) closed[s] = 1;
  }

  template <class CostOf>
  void find_candidates(std::size_t d, CostOf cost_of, CostSum below) {
    const std::size_t n = supplies_.size();
    const unsigned char* closed = closed_.data() + d * n;
    candidates_.clear();
    for (std::size_t s = 0; s < n; ++s) {
      const CostSum cost = cost_of(s);
      if (cost < below && closed[s] == 0) candidates_.push_back({cost, (s + n - d * 127 % n) % n, s});
    }
  }

  void open_best(std::size_t d, std::size_t most) {
    const std::size_t many = std::min(candidates_.size(), most);
    std::partial_sort(candidates_.begin(), candidates_.begin() + static_cast<std::ptrdiff_t>(many), candidates_.end());
    for (std::size_t i = 0; i < many; ++i) {
      const std::size_t s = candidates_[i].supply;
      closed_[d * supplies_.size() + s] = 1;
      arcs_.push_back({static_cast<int>(d), node_of_supply(s), 1, costs_of(d)[s]});
    }
  }

  void open_cheapest(std::size_t d) {
    const std::vector<Cost>& costs = costs_of(d);
    find_candidates(
        d, [&](std::size_t s) { return supplies_[s].empty() ? kNever : CostSum{costs[s]} + supplies_[s][0]; }, kNever);
    open_best(d, kFirst + 2 * static_cast<std::size_t>(demands_[d].places));
  }

  // Whether any pairing that is not yet open would save something; the best of each demand are opened.
  bool open_what_saves(const Flow& flow) {
    const std::size_t before = arcs_.size();
    const CostSum* worth = flow.potentials.data() + demands_.size();
    for (std::size_t d = 0; d < demands_.size(); ++d) {
      const std::vector<Cost>& costs = costs_of(d);
      find_candidates(d, [&](std::size_t s) { return costs[s] + flow.potentials[d] - worth[s]; }, 0);
      open_best(d, kMore);
    }
    return arcs_.size() > before;
  }

  const std::vector<Demand>& demands_;
  const std::vector<Supply>& supplies_;
  const std::vector<std::vector<Cost>>& costs_;
  std::vector<unsigned char> closed_;  // by demand and supply: never, or an arc already
  std::vector<int> balance_;
  std::vector<FlowArc> arcs_;
  std::size_t pairings_ = 0;  // arcs from here on are pairings
  std::vector<Candidate> candidates_;
};

}  // namespace

Transport transport(const std::vector<Demand>& demands, const std::vector<Supply>& supplies,
                    const std::vector<std::vector<Cost>>& costs) {
  return Network(demands, supplies, costs).solve();
}

}  // namespace openimr::cases
