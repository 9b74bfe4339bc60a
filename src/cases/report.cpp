#include "cases/report.h"

#include <algorithm>
#include <numeric>

#include "program/panel.h"

namespace openimr::cases {
namespace {

constexpr int kMonths = 12;

// The entry for a row of one of the programme's lists; null: for what stands in none of its rows.
template <class Row>
ByPriority& entry_for(std::vector<Counted>& list, std::string_view id, std::string_view says,
                      const std::vector<Row>& rows, const Row* row) {
  const auto found = std::find_if(list.begin(), list.end(), [&](const Counted& each) { return each.id == id; });
  if (found != list.end()) return found->cases;
  const std::size_t place = row == nullptr ? rows.size() : static_cast<std::size_t>(row - rows.data());
  const auto next = std::find_if(list.begin(), list.end(), [&](const Counted& each) { return each.place > place; });
  return list.insert(next, Counted{std::string(id), std::string(says), {}, place})->cases;
}

void count_state(std::vector<Counted>& list, const program::Programme& programme, const Case& c) {
  const program::State* state = programme.life().state(c.state);
  entry_for(list, c.state, state != nullptr ? state->says : "", programme.life().states(), state).count(c);
}

void count_reason(std::vector<Counted>& list, const program::Programme& programme, const std::string& rule,
                  const Case& c) {
  const auto& rules = programme.eligibility();
  const auto found = std::find_if(rules.begin(), rules.end(), [&](const auto& each) { return each.id == rule; });
  const program::EligibilityRule* row = found == rules.end() ? nullptr : &*found;
  entry_for(list, rule, row != nullptr ? row->checks : "", rules, row).count(c);
}

void count(ItemFigures& figures, Decision decision) {
  ++(decision == Decision::overturned ? figures.overturned : figures.upheld);
}

ItemFigures& category_in(std::vector<ItemFigures>& list, const std::string& category) {
  const auto found =
      std::find_if(list.begin(), list.end(), [&](const ItemFigures& each) { return each.category == category; });
  return found != list.end() ? *found : list.emplace_back(ItemFigures{category});
}

}  // namespace

std::optional<Month> Month::from_iso(std::string_view text) {
  const auto first = Date::from_iso(std::string(text) + "-01");
  if (!first || !Date::from_iso(std::string(text) + "-28")) return std::nullopt;
  return of(*first);
}

Month Month::of(Date day) {
  const auto civil = day.civil();
  const int year = static_cast<int>(civil.year());
  const auto month = static_cast<int>(static_cast<unsigned>(civil.month()));
  const Date first = Date::of(year, month, 1).value();
  const auto next = month < kMonths ? Date::of(year, month + 1, 1) : Date::of(year + 1, 1, 1);
  return {first, next.value_or(day.plus({1}))};
}

std::optional<double> Ages::mean() const {
  if (days_.empty()) return std::nullopt;
  return std::accumulate(days_.begin(), days_.end(), 0.0) / static_cast<double>(days_.size());
}

std::optional<double> Ages::median() const {
  if (days_.empty()) return std::nullopt;
  auto sorted = days_;
  std::sort(sorted.begin(), sorted.end());
  const std::size_t middle = sorted.size() / 2;
  if (sorted.size() % 2 == 1) return sorted[middle];
  return (sorted[middle - 1] + sorted[middle]) / 2.0;
}

std::optional<int> Ages::percentile(int hundredths) const {
  if (days_.empty()) return std::nullopt;
  auto sorted = days_;
  std::sort(sorted.begin(), sorted.end());
  const std::size_t rank = (sorted.size() * static_cast<std::size_t>(hundredths) + 99) / 100;
  return sorted[std::max<std::size_t>(rank, 1) - 1];
}

void add_received(Volume& report, const program::Programme& programme, const Case& c) {
  report.received.count(c);
  count_state(report.became, programme, c);
}

void add_determined(Volume& report, const Case& c) {
  report.determined.count(c);
  if (c.published) report.published.count(c);
}

void add_ended(Volume& report, const program::Programme& programme, const Case& c) {
  count_state(report.ended, programme, c);
  for (const std::string& rule : c.ineligible_for) count_reason(report.reasons, programme, rule, c);
}

void add(Outcomes& report, const program::Programme& programme, const Case& c, const CategoryOf& category_of) {
  std::vector<Decision> decisions;
  for (std::size_t i = 0; i < c.items.size(); ++i) {
    const Item& item = c.items[i];
    const auto decision = item.is_open() ? decision_on(programme, c, i) : std::nullopt;
    if (!decision) continue;
    decisions.push_back(*decision);
    count(report.items, *decision);
    count(category_in(report.categories, category_of(item.text)), *decision);
    if (!item.drafted) {
      ++report.without_draft;
    } else {
      count(*item.drafted == Decision::overturned ? report.draft_overturned : report.draft_upheld, *decision);
    }
  }
  std::stable_sort(report.categories.begin(), report.categories.end(),
                   [](const ItemFigures& a, const ItemFigures& b) { return a.all() > b.all(); });
  const auto outcome = determination::outcome_of(decisions);
  if (!outcome) return;
  const program::OutcomeWord* word = program::word_for(programme, *outcome);
  const std::string_view name = word != nullptr ? word->says : determination::name_of(*outcome);
  entry_for(report.cases, name, word != nullptr ? word->means : "", programme.outcomes(), word).count(c);
}

}  // namespace openimr::cases
