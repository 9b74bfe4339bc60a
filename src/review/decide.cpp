#include "review/decide.h"

#include <algorithm>

namespace openimr::review {
namespace {

using determination::CriterionTrace;
using guidelines::Finding;
using guidelines::Kind;

// Allowances beyond these are not combined; no guideline has more than a handful.
constexpr std::size_t kMostAllowances = 8;

bool is_rescued_by(const CriterionTrace& criterion, const CriterionTrace& allowance) {
  const auto& rescues = allowance.evaluated.criterion->rescues;
  return allowance.evaluated.section == criterion.evaluated.section &&
         allowance.evaluated.criterion->kind == Kind::allowance && !allowance.evaluated.criterion->soft &&
         std::find(rescues.begin(), rescues.end(), criterion.evaluated.criterion->id) != rescues.end();
}

}  // namespace

bool fails(const guidelines::Criterion& criterion, Finding finding) {
  if (criterion.soft) return false;
  switch (criterion.kind) {
    case Kind::required:
    case Kind::limit:
      return finding != Finding::met;
    case Kind::exclusion:
      return finding == Finding::met;
    case Kind::allowance:
    case Kind::note:
      break;
  }
  return false;
}

determination::Decision decide(std::vector<CriterionTrace>& criteria) {
  for (CriterionTrace& criterion : criteria) {
    criterion.rescued = fails(*criterion.evaluated.criterion, criterion.evaluated.finding) &&
                        std::any_of(criteria.begin(), criteria.end(), [&](const CriterionTrace& allowance) {
                          return allowance.evaluated.finding == Finding::met && is_rescued_by(criterion, allowance);
                        });
  }
  const bool upheld = std::any_of(criteria.begin(), criteria.end(), [](const CriterionTrace& c) {
    return fails(*c.evaluated.criterion, c.evaluated.finding) && !c.rescued;
  });
  for (CriterionTrace& c : criteria) {
    const auto& criterion = *c.evaluated.criterion;
    const bool hard = !criterion.soft && (criterion.kind == Kind::required || criterion.kind == Kind::limit ||
                                          criterion.kind == Kind::exclusion);
    const bool rescues = criterion.kind == Kind::allowance && c.evaluated.finding == Finding::met &&
                         std::any_of(criteria.begin(), criteria.end(), [&](const CriterionTrace& other) {
                           return other.rescued && is_rescued_by(other, c);
                         });
    c.decided = upheld ? fails(criterion, c.evaluated.finding) && !c.rescued : hard || rescues;
  }
  return upheld ? determination::Decision::upheld : determination::Decision::overturned;
}

std::vector<std::vector<std::string>> would_overturn(const std::vector<CriterionTrace>& criteria) {
  std::vector<const CriterionTrace*> failing;
  std::vector<const CriterionTrace*> allowances;
  for (const CriterionTrace& criterion : criteria) {
    if (fails(*criterion.evaluated.criterion, criterion.evaluated.finding) && !criterion.rescued)
      failing.push_back(&criterion);
    const bool open = criterion.evaluated.criterion->kind == Kind::allowance && !criterion.evaluated.criterion->soft &&
                      criterion.evaluated.finding != Finding::met;
    if (open && allowances.size() < kMostAllowances) allowances.push_back(&criterion);
  }
  std::vector<std::vector<std::string>> sets;
  if (failing.empty()) return sets;
  for (std::size_t chosen = 0; chosen < (std::size_t{1} << allowances.size()); ++chosen) {
    std::vector<std::string> set;
    for (std::size_t a = 0; a < allowances.size(); ++a) {
      if ((chosen >> a & 1U) != 0) set.push_back(allowances[a]->evaluated.criterion->id);
    }
    for (const CriterionTrace* criterion : failing) {
      bool rescued = false;
      for (std::size_t a = 0; a < allowances.size(); ++a)
        rescued = rescued || ((chosen >> a & 1U) != 0 && is_rescued_by(*criterion, *allowances[a]));
      if (!rescued) set.push_back(criterion->evaluated.criterion->id);
    }
    std::sort(set.begin(), set.end());
    set.erase(std::unique(set.begin(), set.end()), set.end());  // two guidelines may ask the same
    sets.push_back(std::move(set));
  }
  std::sort(sets.begin(), sets.end(),
            [](const auto& a, const auto& b) { return a.size() != b.size() ? a.size() < b.size() : a < b; });
  std::vector<std::vector<std::string>> smallest;
  for (auto& set : sets) {
    const bool holds_another = std::any_of(smallest.begin(), smallest.end(), [&](const auto& known) {
      return std::includes(set.begin(), set.end(), known.begin(), known.end());
    });
    if (!holds_another) smallest.push_back(std::move(set));
  }
  return smallest;
}

}  // namespace openimr::review
