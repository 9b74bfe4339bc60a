#include "cases/transport.h"

#include <algorithm>
#include <random>

#include <gtest/gtest.h>

#include "../bench/greedy_transport.h"

namespace openimr::cases {
namespace {

struct Instance {
  std::vector<Demand> demands;
  std::vector<Supply> supplies;
  std::vector<std::vector<Cost>> costs;

  Transport solve() const { return transport(demands, supplies, costs); }

  bool may(std::size_t d, std::size_t s) const {
    const auto& never = demands[d].never;
    return costs[demands[d].costs][s] != kNever && std::find(never.begin(), never.end(), s) == never.end();
  }
};

Instance random_instance(std::mt19937& random, std::size_t demands, std::size_t supplies, int most_places,
                         std::size_t most_steps) {
  const auto below = [&](std::size_t n) { return static_cast<std::size_t>(random() % n); };
  Instance out;
  for (std::size_t s = 0; s < supplies; ++s) {
    Supply steps(below(most_steps + 1));
    for (Cost& step : steps) step = static_cast<Cost>(below(40));
    std::sort(steps.begin(), steps.end());
    out.supplies.push_back(steps);
  }
  const std::size_t rows = 1 + below(demands);
  for (std::size_t row = 0; row < rows; ++row) {
    out.costs.emplace_back();
    for (std::size_t s = 0; s < supplies; ++s)
      out.costs.back().push_back(below(6) == 0 ? kNever : static_cast<Cost>(below(100)));
  }
  for (std::size_t d = 0; d < demands; ++d) {
    Demand demand{1 + static_cast<int>(below(static_cast<std::size_t>(most_places))),
                  static_cast<Cost>(below(150)),
                  below(rows),
                  {}};
    for (std::size_t s = 0; s < supplies; ++s) {
      if (below(8) == 0) demand.never.push_back(s);
    }
    out.demands.push_back(std::move(demand));
  }
  return out;
}

// Every way there is, place by place; places of one demand take supplies in rising order.
CostSum cheapest_of_all(const Instance& in, std::vector<std::size_t>& taken, std::size_t d, int place,
                        std::size_t from) {
  if (d == in.demands.size()) return 0;
  const Demand& demand = in.demands[d];
  if (place == demand.places) return cheapest_of_all(in, taken, d + 1, 0, 0);
  // This place and the others of the demand stay empty.
  CostSum best = CostSum{demand.empty} * (demand.places - place) + cheapest_of_all(in, taken, d + 1, 0, 0);
  for (std::size_t s = from; s < in.supplies.size(); ++s) {
    if (!in.may(d, s) || taken[s] == in.supplies[s].size()) continue;
    const CostSum here = in.costs[demand.costs][s] + CostSum{in.supplies[s][taken[s]]};
    ++taken[s];
    best = std::min(best, here + cheapest_of_all(in, taken, d, place + 1, s + 1));
    --taken[s];
  }
  return best;
}

// What an answer costs, counted from the answer alone; every hard rule is looked at.
CostSum cost_of(const Instance& in, const Transport& answer) {
  CostSum out = 0;
  std::vector<std::size_t> taken(in.supplies.size(), 0);
  for (std::size_t d = 0; d < in.demands.size(); ++d) {
    const auto& filled = answer.filled[d];
    EXPECT_TRUE(std::adjacent_find(filled.begin(), filled.end(), std::greater_equal<>()) == filled.end());
    EXPECT_LE(filled.size(), static_cast<std::size_t>(in.demands[d].places));
    for (const std::size_t s : filled) {
      EXPECT_TRUE(in.may(d, s));
      EXPECT_LT(taken[s], in.supplies[s].size());
      out += in.costs[in.demands[d].costs][s] + CostSum{in.supplies[s][taken[s]++]};
    }
    out += (in.demands[d].places - static_cast<CostSum>(filled.size())) * in.demands[d].empty;
  }
  return out;
}

TEST(Transport, IsTheBestOfAllWaysOnSmallInstances) {
  std::mt19937 random(20260401);
  int greedy_was_worse = 0;
  for (int i = 0; i < 1500; ++i) {
    const Instance in = random_instance(random, 1 + random() % 4, 1 + random() % 4, 2, 3);
    std::vector<std::size_t> taken(in.supplies.size(), 0);
    const CostSum best = cheapest_of_all(in, taken, 0, 0, 0);
    const Transport answer = in.solve();
    ASSERT_EQ(answer.cost, best) << i;
    ASSERT_EQ(cost_of(in, answer), best) << i;
    const CostSum greedy = greedy_cost(in.demands, in.supplies, in.costs);
    ASSERT_GE(greedy, best) << i;
    greedy_was_worse += greedy > best ? 1 : 0;
  }
  EXPECT_GT(greedy_was_worse, 20);  // else the instances are too easy
}

// The whole network asked at once: what is priced in later is missed by none.
CostSum cost_of_whole_network(const Instance& in) {
  std::vector<int> balance;
  std::vector<FlowArc> arcs;
  const auto node_of_supply = [&](std::size_t s) { return static_cast<int>(in.demands.size() + s); };
  const int end = node_of_supply(in.supplies.size());
  int all = 0;
  for (std::size_t d = 0; d < in.demands.size(); ++d) {
    balance.push_back(in.demands[d].places);
    all += in.demands[d].places;
    arcs.push_back({static_cast<int>(d), end, in.demands[d].places, in.demands[d].empty});
    for (std::size_t s = 0; s < in.supplies.size(); ++s) {
      if (in.may(d, s)) arcs.push_back({static_cast<int>(d), node_of_supply(s), 1, in.costs[in.demands[d].costs][s]});
    }
  }
  for (std::size_t s = 0; s < in.supplies.size(); ++s) {
    balance.push_back(0);
    for (const Cost step : in.supplies[s]) arcs.push_back({node_of_supply(s), end, 1, step});
  }
  balance.push_back(-all);
  const Flow flow = least_cost_flow(balance, arcs);
  CostSum out = 0;
  for (std::size_t a = 0; a < arcs.size(); ++a) out += CostSum{flow.amounts[a]} * arcs[a].cost;
  return out;
}

TEST(Transport, IsThatOfTheWholeNetworkAndNeverWorseThanGreedy) {
  std::mt19937 random(7);
  int rounds = 0;
  for (int i = 0; i < 60; ++i) {
    const Instance in = random_instance(random, 40 + random() % 160, 30 + random() % 100, 2, 1 + random() % 6);
    const Transport answer = in.solve();
    ASSERT_EQ(answer.cost, cost_of_whole_network(in)) << i;
    ASSERT_EQ(cost_of(in, answer), answer.cost) << i;
    ASSERT_LE(answer.cost, greedy_cost(in.demands, in.supplies, in.costs)) << i;
    rounds = std::max(rounds, answer.rounds);
  }
  EXPECT_GT(rounds, 1);  // else nothing was priced in
}

TEST(Transport, GivesTheSameAnswerAgain) {
  std::mt19937 random(3);
  const Instance in = random_instance(random, 200, 60, 1, 4);
  EXPECT_EQ(in.solve().filled, in.solve().filled);
}

TEST(Transport, TakesWhatThereIs) {
  const Instance nobody{{{2, 70, 0, {}}}, {}, {{}}};
  EXPECT_EQ(nobody.solve().cost, 140);
  const Instance no_demand{{}, {{0}}, {}};
  EXPECT_EQ(no_demand.solve().cost, 0);
  const Instance one_for_two{{{1, 50, 0, {}}, {1, 90, 0, {}}}, {{0}}, {{10}}};
  EXPECT_EQ(one_for_two.solve().filled, (std::vector<std::vector<std::size_t>>{{}, {0}}));
  const Instance rather_empty{{{1, 5, 0, {}}}, {{0}}, {{10}}};
  EXPECT_TRUE(rather_empty.solve().filled[0].empty());
}

}  // namespace
}  // namespace openimr::cases
