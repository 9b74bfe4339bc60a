#include "cases/min_cost_flow.h"

#include <cassert>

#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>

namespace openimr::cases {

Flow least_cost_flow(const std::vector<int>& supplies, const std::vector<FlowArc>& arcs) {
  using Graph = lemon::SmartDigraph;
  Graph graph;
  graph.reserveNode(static_cast<int>(supplies.size()));
  graph.reserveArc(static_cast<int>(arcs.size()));
  for (std::size_t i = 0; i < supplies.size(); ++i) graph.addNode();
  for (const FlowArc& arc : arcs) graph.addArc(Graph::nodeFromId(arc.from), Graph::nodeFromId(arc.to));

  Graph::NodeMap<CostSum> supply(graph);
  for (std::size_t i = 0; i < supplies.size(); ++i) supply[Graph::nodeFromId(static_cast<int>(i))] = supplies[i];
  Graph::ArcMap<CostSum> capacity(graph), cost(graph);
  for (std::size_t i = 0; i < arcs.size(); ++i) {
    const Graph::Arc arc = Graph::arcFromId(static_cast<int>(i));
    capacity[arc] = arcs[i].capacity;
    cost[arc] = arcs[i].cost;
  }
  lemon::NetworkSimplex<Graph, CostSum, CostSum> simplex(graph);
  const auto solved = simplex.upperMap(capacity).costMap(cost).supplyMap(supply).run();
  assert(solved == simplex.OPTIMAL);

  Flow out;
  out.amounts.reserve(arcs.size());
  out.potentials.reserve(supplies.size());
  for (std::size_t i = 0; i < arcs.size(); ++i)
    out.amounts.push_back(static_cast<int>(simplex.flow(Graph::arcFromId(static_cast<int>(i)))));
  for (std::size_t i = 0; i < supplies.size(); ++i)
    out.potentials.push_back(simplex.potential(Graph::nodeFromId(static_cast<int>(i))));
  return out;
}

}  // namespace openimr::cases
