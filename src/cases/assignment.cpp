#include "cases/assignment.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "cases/day_table.h"

namespace openimr::cases {
namespace {

constexpr std::size_t kNextBest = 3;

std::string counted(int n, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", n, n == 1 ? one : many);
}

std::string ordinal(int rank) {
  static constexpr std::array<std::string_view, 3> kFirst = {"first", "second", "third"};
  return rank < 3 ? std::string(kFirst[static_cast<std::size_t>(rank)]) : fmt::format("{}th", rank + 1);
}

// What was found, told case by case.
class Teller {
 public:
  Teller(const program::ReviewerRules& rules, const std::vector<CaseNeed>& cases,
         const std::vector<Reviewer>& reviewers, Date day, const DayTable& table, const Transport& found,
         std::vector<Load> loads)
      : rules_(rules),
        cases_(cases),
        reviewers_(reviewers),
        day_(day),
        table_(table),
        found_(found),
        loads_(std::move(loads)),
        taken_(reviewers.size(), 0) {
    for (const auto& row : found.filled) {
      for (const std::size_t r : row) ++taken_[r];
    }
    told_.assign(reviewers.size(), 0);
  }

  Assignment tell() {
    Assignment out;
    out.cost = found_.cost;
    out.rounds = found_.rounds;
    for (std::size_t c = 0; c < cases_.size(); ++c) {
      const Others others = look(c);
      for (const std::size_t r : found_.filled[c]) out.proposals.push_back(proposal(c, r, others));
      const int empty = cases_[c].reviewers - static_cast<int>(found_.filled[c].size());
      if (empty > 0)
        out.unassigned.push_back(
            {cases_[c].number, empty, table_.demands[c].empty, why_waits(others.why_not), others.why_not});
    }
    return out;
  }

 private:
  struct Others {
    std::vector<WhyNotCount> why_not;
    std::vector<std::pair<CostSum, std::size_t>> free;  // pairing and next step of load; the cheapest, rising
  };

  bool is_full(std::size_t r) const { return taken_[r] >= table_.supplies[r].size(); }

  // All reviewers of a case but those who were found for it.
  Others look(std::size_t c) const {
    Others out;
    const std::size_t row = table_.demands[c].costs;
    const std::vector<Cost>& costs = table_.costs[row];
    out.why_not = table_.unfit[row];
    std::array<int, static_cast<std::size_t>(WhyNot::costs_more) + 1> counts{};
    auto barred = table_.barred[c].begin();
    auto mine = found_.filled[c].begin();
    for (std::size_t r = 0; r < costs.size(); ++r) {
      const bool is_barred = barred != table_.barred[c].end() && barred->first == r;
      const WhyNot why_barred = is_barred ? (barred++)->second : WhyNot::costs_more;
      const bool is_mine = mine != found_.filled[c].end() && *mine == r;
      if (is_mine) ++mine;
      if (is_mine || costs[r] == kNever) continue;
      const WhyNot why = is_barred                  ? why_barred
                         : is_full(r)               ? WhyNot::at_capacity
                         : table_.ranks[row][r] < 0 ? WhyNot::other_specialty
                                                    : WhyNot::costs_more;
      ++counts[static_cast<std::size_t>(why)];
      if (why == WhyNot::other_specialty || why == WhyNot::costs_more) keep_cheapest(out, costs[r], r);
    }
    for (std::size_t i = 0; i < counts.size(); ++i) {
      if (counts[i] > 0) out.why_not.push_back({static_cast<WhyNot>(i), "", counts[i]});
    }
    return out;
  }

  void keep_cheapest(Others& out, Cost pairing, std::size_t r) const {
    const std::pair<CostSum, std::size_t> one(CostSum{pairing} + table_.supplies[r][taken_[r]], r);
    if (out.free.size() == kNextBest && out.free.back() < one) return;
    out.free.insert(std::upper_bound(out.free.begin(), out.free.end(), one), one);
    if (out.free.size() > kNextBest) out.free.pop_back();
  }

  Proposal proposal(std::size_t c, std::size_t r, const Others& others) {
    const std::size_t row = table_.demands[c].costs;
    Proposal out{cases_[c].number, reviewers_[r].id, table_.costs[row][r], {}, others.why_not, {}};
    out.why = {specialty(cases_[c], table_.ranks[row][r]), licence(cases_[c], r), load(r)};
    if (cases_[c].due) out.why.push_back(due(*cases_[c].due));
    const CostSum now = CostSum{out.cost} + table_.supplies[r][taken_[r] - 1];
    for (const auto& [cost, other] : others.free) out.next_best.push_back({reviewers_[other].id, cost - now});
    return out;
  }

  static std::string specialty(const CaseNeed& need, int rank) {
    const auto& wanted = need.needs.specialties;
    if (wanted.empty()) return "the case asks for no specialty";
    if (rank < 0) return fmt::format("of none of the specialties wanted: {}", fmt::join(wanted, ", "));
    return fmt::format("{}: the {} of {}", wanted[static_cast<std::size_t>(rank)], ordinal(rank),
                       counted(static_cast<int>(wanted.size()), "specialty wanted", "specialties wanted"));
  }

  std::string licence(const CaseNeed& need, std::size_t r) const {
    const std::string state = table_.preferred_state(need);
    const auto usable = usable_licences(rules_, reviewers_[r], day_, need.needs);
    for (const Licence* each : usable) {
      if (each->state == state) return fmt::format("{} of {}, the state preferred", each->type, each->state);
    }
    if (usable.empty()) return "no licence is asked for";
    const std::string shown = fmt::format("{} of {}", usable[0]->type, usable[0]->state);
    return state.empty() ? shown : fmt::format("{}; {} is preferred", shown, state);
  }

  std::string load(std::size_t r) {
    return fmt::format("case {} today of {}", loads_[r].today + ++told_[r], reviewers_[r].per_day);
  }

  std::string due(Date last) const {
    const int days = last.since(day_).count;
    if (days < 0) return fmt::format("was due on {}, {} ago", last.iso(), counted(-days, "day", "days"));
    return fmt::format("due on {}, in {}", last.iso(), counted(days, "day", "days"));
  }

  static std::string why_waits(const std::vector<WhyNotCount>& why_not) {
    int full = 0, dear = 0;
    for (const WhyNotCount& each : why_not) {
      if (each.why == WhyNot::at_capacity) full += each.reviewers;
      if (each.why == WhyNot::other_specialty || each.why == WhyNot::costs_more) dear += each.reviewers;
    }
    if (full == 0 && dear == 0) return "no reviewer may take it";
    if (dear == 0)
      return fmt::format("{} at capacity",
                         counted(full, "reviewer may take it and is", "reviewers may take it and are"));
    return fmt::format("{} free, and cost more than waiting", counted(dear, "reviewer of another specialty or state is",
                                                                      "reviewers of another specialty or state are"));
  }

  const program::ReviewerRules& rules_;
  const std::vector<CaseNeed>& cases_;
  const std::vector<Reviewer>& reviewers_;
  Date day_;
  const DayTable& table_;
  const Transport& found_;
  std::vector<Load> loads_;         // by reviewer, before the assignment
  std::vector<std::size_t> taken_;  // by reviewer, in it
  std::vector<int> told_;           // of those, so far
};

}  // namespace

Assignment assign(const program::ReviewerRules& reviewer_rules, const program::ConflictRules& conflict_rules,
                  std::vector<CaseNeed> cases, std::vector<Reviewer> reviewers, Date day, const Weights& weights,
                  const std::map<std::string, Load>& loads) {
  std::sort(cases.begin(), cases.end(), [](const auto& a, const auto& b) { return a.number < b.number; });
  std::sort(reviewers.begin(), reviewers.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
  std::vector<Load> by_place;
  for (const Reviewer& reviewer : reviewers) {
    const auto load = loads.find(reviewer.id);
    by_place.push_back(load == loads.end() ? Load{} : load->second);
  }
  const DayTable table(reviewer_rules, conflict_rules, cases, reviewers, day, weights, by_place);
  const Transport found = transport(table.demands, table.supplies, table.costs);
  return Teller(reviewer_rules, cases, reviewers, day, table, found, by_place).tell();
}

}  // namespace openimr::cases
