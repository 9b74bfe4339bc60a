// How far those agree who judged the same item.
#include <algorithm>

#include "cases/report.h"

namespace openimr::cases {
namespace {

using Decisions = std::vector<Decision>;

bool is_yes(Decision decision) {
  return decision == Decision::overturned;
}

// In the order in which the reviewers were asked.
template <class List>
Decisions by_reviewer(const Case& c, const List& list) {
  Decisions out;
  for (const CaseReviewer& reviewer : c.reviewers) {
    const auto found =
        std::find_if(list.begin(), list.end(), [&](const auto& each) { return each.reviewer == reviewer.id; });
    if (found != list.end()) out.push_back(found->decision);
  }
  return out;
}

void add_each_two(Compared& compared, const Decisions& decisions) {
  for (std::size_t i = 0; i < decisions.size(); ++i) {
    for (std::size_t j = i + 1; j < decisions.size(); ++j)
      compared.pairs.add(is_yes(decisions[i]), is_yes(decisions[j]));
  }
  if (decisions.size() > 1) ++compared.items;
}

void add_with_draft(Compared& compared, const Decisions& decisions, const std::optional<Decision>& draft) {
  if (!draft || decisions.empty()) return;
  for (const Decision each : decisions) compared.pairs.add(is_yes(each), is_yes(*draft));
  ++compared.items;
}

}  // namespace

void add(Agreement& report, const Case& c) {
  for (const Item& item : c.items) {
    if (!item.is_open()) continue;
    const Decisions own = by_reviewer(c, item.own);
    const Decisions decided = by_reviewer(c, item.decided);
    add_each_two(report.own_findings, own);
    add_each_two(report.decisions, decided);
    add_with_draft(report.own_and_draft, own, item.drafted);
    add_with_draft(report.decision_and_draft, decided, item.drafted);
  }
}

}  // namespace openimr::cases
