// The cases and reviewers of a day as the numbers that transport.h takes, and the way back to reasons. Internal to the
// assignment; its tests and its peers in bench/ ask it too.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "cases/assignment.h"
#include "cases/transport.h"

namespace openimr::cases {

// Points of leaving a place of the case empty on this day.
Cost cost_of_waiting(const CaseNeed& need, Date day, const Weights& weights);

class DayTable {
 public:
  // Both lists are sorted, and stay where they are while the table is used.
  DayTable(const program::ReviewerRules& reviewer_rules, const program::ConflictRules& conflict_rules,
           const std::vector<CaseNeed>& cases, const std::vector<Reviewer>& reviewers, Date day, const Weights& weights,
           const std::vector<Load>& loads);  // by reviewer

  std::vector<Demand> demands;           // by case
  std::vector<Supply> supplies;          // by reviewer
  std::vector<std::vector<Cost>> costs;  // the rows of demands: kNever where not eligible or of another licence
  std::vector<std::vector<int>> ranks;   // by row and reviewer: which of the wanted specialties; -1: none of them
  std::vector<std::vector<WhyNotCount>> unfit;  // by row: those whose cost is kNever

  // Reviewers who may not have this very case, rising; each with the first reason. Some may be unfit besides.
  using Barred = std::vector<std::pair<std::size_t, WhyNot>>;
  std::vector<Barred> barred;  // by case

  // The state whose licence is preferred for the case; empty: none.
  std::string preferred_state(const CaseNeed& need) const;

 private:
  // What is asked of a licence.
  struct Asked {
    std::vector<std::string> types;
    std::string state;
    auto operator<=>(const Asked&) const = default;
  };
  struct Fitness {
    std::vector<bool> is_fit, is_of_state;  // by reviewer
    std::vector<WhyNotCount> unfit;
  };

  void add_reviewer(std::size_t r, const Load& load);
  const Fitness& fitness(const Asked& asked);
  std::size_t row(const CaseNeed& need);
  Barred barred_from(const CaseNeed& need, ConflictIndex& conflicts) const;

  const program::ReviewerRules& rules_;
  const std::vector<Reviewer>& reviewers_;
  Date day_;
  const Weights& weights_;
  std::map<std::string, std::vector<std::size_t>> by_specialty_, by_excluded_item_;  // reviewers, rising
  std::map<std::string, std::size_t> by_id_;
  std::map<Asked, Fitness> fitness_;
  std::map<std::pair<std::vector<std::string>, Asked>, std::size_t> rows_;  // cases with equal needs share one
};

}  // namespace openimr::cases
