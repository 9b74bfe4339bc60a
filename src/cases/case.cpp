#include "cases/case.h"

#include <algorithm>

namespace openimr::cases {
namespace {

template <class List, class Is>
auto* first_of(List& list, const Is& is) {
  const auto found = std::find_if(list.begin(), list.end(), is);
  return found == list.end() ? nullptr : &*found;
}

}  // namespace

const ItemDecision* Item::by(std::string_view reviewer) const {
  return first_of(decided, [&](const ItemDecision& each) { return each.reviewer == reviewer; });
}

const CaseReviewer* Case::reviewer(std::string_view id) const {
  return first_of(reviewers, [&](const CaseReviewer& each) { return each.id == id; });
}

const CaseParty* Case::party(std::string_view role) const {
  return first_of(parties, [&](const CaseParty& each) { return each.role == role; });
}

std::vector<Decision> Case::votes(std::size_t item) const {
  std::vector<Decision> out;
  for (const CaseReviewer& each : reviewers) {
    const ItemDecision* decided = items[item].by(each.id);
    if (decided == nullptr) return {};
    out.push_back(decided->decision);
  }
  return out;
}

std::optional<Decision> decision_on(const program::Programme& programme, const Case& c, std::size_t item) {
  return program::decision_of(programme.panel().value_or(program::Panel{}), c.votes(item));
}

Case replayed(std::string_view number, const std::vector<CaseEvent>& events) {
  Case out;
  out.number = number;
  for (const CaseEvent& event : events) apply(out, event);
  return out;
}

}  // namespace openimr::cases
