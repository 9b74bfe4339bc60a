#include "cases/day_table.h"

#include <algorithm>

namespace openimr::cases {
namespace {

constexpr int kMostDaysWaited = 60;
constexpr int kNear = 14;  // days before the due day from which its nearness counts, and behind it as far

}  // namespace

Cost cost_of_waiting(const CaseNeed& need, Date day, const Weights& weights) {
  Cost out = weights.empty_place + (need.expedited ? weights.expedited : 0);
  out += weights.day_waited * std::clamp(day.since(need.waiting_since).count, 0, kMostDaysWaited);
  if (need.due) out += weights.day_nearer * std::clamp(kNear - need.due->since(day).count, 0, 2 * kNear);
  return out;
}

DayTable::DayTable(const program::ReviewerRules& reviewer_rules, const program::ConflictRules& conflict_rules,
                   const std::vector<CaseNeed>& cases, const std::vector<Reviewer>& reviewers, Date day,
                   const Weights& weights, const std::vector<Load>& loads)
    : rules_(reviewer_rules), reviewers_(reviewers), day_(day), weights_(weights) {
  for (std::size_t r = 0; r < reviewers.size(); ++r) add_reviewer(r, loads[r]);
  ConflictIndex conflicts(conflict_rules, reviewers, day);
  for (const CaseNeed& need : cases) {
    barred.push_back(barred_from(need, conflicts));
    Demand demand{need.reviewers, cost_of_waiting(need, day, weights), row(need), {}};
    for (const auto& [reviewer, why] : barred.back()) demand.never.push_back(reviewer);
    demands.push_back(std::move(demand));
  }
}

void DayTable::add_reviewer(std::size_t r, const Load& load) {
  const Reviewer& reviewer = reviewers_[r];
  by_id_[reviewer.id] = r;
  for (const std::string& specialty : specialties_of(rules_, reviewer, day_)) by_specialty_[specialty].push_back(r);
  for (const std::string& kind : reviewer.excluded_items) by_excluded_item_[kind].push_back(r);
  const int left = std::min(reviewer.per_day - load.today, reviewer.per_week - load.this_week);
  Supply steps;
  for (int i = 0; i < left; ++i) steps.push_back(weights_.further_case * (load.today + i));
  supplies.push_back(std::move(steps));
}

std::string DayTable::preferred_state(const CaseNeed& need) const {
  if (!need.state.empty()) return need.state;
  const auto* rule = rules_.rule(program::Requirement::unrestricted_licence, day_);
  return rule == nullptr ? "" : rule->prefers;
}

const DayTable::Fitness& DayTable::fitness(const Asked& asked) {
  const auto [at, is_new] = fitness_.try_emplace(asked);
  Fitness& out = at->second;
  if (!is_new) return out;
  std::map<std::pair<WhyNot, std::string>, int> counts;
  for (const Reviewer& reviewer : reviewers_) {
    const Needs needs{{}, asked.types};
    const auto licences = usable_licences(rules_, reviewer, day_, needs);
    out.is_of_state.push_back(std::any_of(licences.begin(), licences.end(),
                                          [&](const Licence* licence) { return licence->state == asked.state; }));
    const auto whole = qualify(rules_, reviewer, day_);
    out.is_fit.push_back(whole.is_eligible() && qualify(rules_, reviewer, day_, needs).is_eligible());
    if (!whole.is_eligible()) {
      ++counts[{WhyNot::not_eligible, whole.bar()->rule->id}];
    } else if (!out.is_fit.back()) {
      ++counts[{WhyNot::other_licence, ""}];
    }
  }
  for (const auto& [key, count] : counts) out.unfit.push_back({key.first, key.second, count});
  return out;
}

std::size_t DayTable::row(const CaseNeed& need) {
  const Asked asked{need.needs.licence_types, preferred_state(need)};
  std::vector<std::string> wanted;
  wanted.reserve(need.needs.specialties.size());
  for (const std::string& specialty : need.needs.specialties) wanted.push_back(specialty_key(specialty));
  const auto [at, is_new] = rows_.try_emplace({wanted, asked}, costs.size());
  if (!is_new) return at->second;

  const Fitness& fit = fitness(asked);
  std::vector<int> rank(reviewers_.size(), wanted.empty() ? 0 : -1);
  for (std::size_t i = wanted.size(); i-- > 0;) {
    const auto found = by_specialty_.find(wanted[i]);
    if (found == by_specialty_.end()) continue;
    for (const std::size_t r : found->second) rank[r] = static_cast<int>(i);
  }
  std::vector<Cost> out(reviewers_.size(), kNever);
  for (std::size_t r = 0; r < out.size(); ++r) {
    if (!fit.is_fit[r]) continue;
    out[r] = rank[r] < 0 ? weights_.other_specialty : weights_.next_specialty * rank[r];
    if (!asked.state.empty() && !fit.is_of_state[r]) out[r] += weights_.other_state;
  }
  costs.push_back(std::move(out));
  ranks.push_back(std::move(rank));
  unfit.push_back(fit.unfit);
  return at->second;
}

DayTable::Barred DayTable::barred_from(const CaseNeed& need, ConflictIndex& conflicts) const {
  Barred out;
  for (const std::string& id : need.earlier_reviewers) {
    if (const auto found = by_id_.find(id); found != by_id_.end())
      out.emplace_back(found->second, WhyNot::reviewed_before);
  }
  for (const auto& [reviewer, outcome] : conflicts.find(need.parties, need.clearances))
    out.emplace_back(reviewer, outcome == ConflictOutcome::barred ? WhyNot::conflict : WhyNot::conflict_open);
  for (const std::string& kind : need.item_kinds) {
    if (const auto found = by_excluded_item_.find(kind); found != by_excluded_item_.end()) {
      for (const std::size_t reviewer : found->second) out.emplace_back(reviewer, WhyNot::excluded_items);
    }
  }
  std::sort(out.begin(), out.end());  // the first reason of each stands first
  const auto same = [](const auto& a, const auto& b) { return a.first == b.first; };
  out.erase(std::unique(out.begin(), out.end(), same), out.end());
  return out;
}

}  // namespace openimr::cases
