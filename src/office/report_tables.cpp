#include "office/report_tables.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include <fmt/format.h>

#include "base/wilson.h"

namespace openimr::office {
namespace {

using nlohmann::json;

constexpr double kHundred = 100;

json tenths(std::optional<double> value) {
  return value ? json(std::round(*value * 10) / 10) : json();
}

json percent(std::size_t part, std::size_t whole) {
  return whole == 0 ? json() : tenths(kHundred * static_cast<double>(part) / static_cast<double>(whole));
}

json ages_row(const char* name, const cases::Ages& ages) {
  const auto slow = ages.percentile(90);
  return {name, ages.cases(), tenths(ages.mean()), tenths(ages.median()), slow ? json(*slow) : json()};
}

Rows by_priority(const char* name, const char* title, std::string when_empty) {
  return {{{name, title},
           {"says", "", false, kLeastWords},
           number_column("cases", "cases"),
           number_column("standard", "standard"),
           number_column("expedited", "expedited")},
          {},
          std::move(when_empty)};
}

void add_row(Rows& rows, const std::string& id, const std::string& says, const cases::ByPriority& cases) {
  rows.rows.push_back({id, says, cases.all(), cases.standard, cases.expedited});
}

json items_row(const cases::ItemFigures& figures) {
  return {figures.category, figures.all(), figures.upheld, figures.overturned,
          percent(figures.overturned, figures.all())};
}

// Rows of so many items, of which a part is counted, with the interval of its share.
Rows share_table(const std::string& name, const std::string& part, std::string when_empty) {
  return {{{name, name},
           number_column("items", "items"),
           {part, part, true},
           {part + "_percent", "%", true},
           number_column("low", "from %"),
           number_column("high", "to %")},
          {},
          std::move(when_empty)};
}

void add_share(Rows& rows, const std::string& name, std::size_t part, std::size_t whole) {
  const auto share = share_of(part, whole);
  const auto of_share = [&](double Share::* part) { return share ? tenths(kHundred * ((*share).*part)) : json(); };
  rows.rows.push_back({name, whole, part, of_share(&Share::value), of_share(&Share::low), of_share(&Share::high)});
}

// Below this a month says little of how far they agree.
constexpr std::size_t kFewItems = 30;

json hundredths(double value) {
  return std::round(value * kHundred) / kHundred;
}

}  // namespace

Column number_column(const char* name, const char* title) {
  return {name, title, true};
}

Rows ages_table(const cases::Timeliness& found) {
  return {{{"age", "age of the case, in days"},
           number_column("cases", "cases"),
           number_column("mean", "mean"),
           number_column("median", "median"),
           number_column("percentile_90", "9 in 10 within")},
          {ages_row("from assignment", found.from_assignment), ages_row("from complete records", found.from_complete)},
          ""};
}

Rows deadlines_table(const cases::Timeliness& found) {
  Rows out{{{"rule", "rule"},
            {"duty", "duty", false, kLeastWords},
            number_column("in_time", "in time"),
            number_column("in_time_percent", "%"),
            number_column("late", "late"),
            number_column("missed", "missed"),
            number_column("most_days_late", "worst")},
           {},
           "No deadline was due."};
  for (const cases::RuleFigures& each : found.rules)
    out.rows.push_back({each.rule, each.duty, each.in_time, percent(each.in_time, each.all()), each.late, each.missed,
                        each.most_days_late});
  return out;
}

Rows penalties_table(const cases::Timeliness& found) {
  Rows out{{{"rule", "rule"},
            {"violation", "violation", false, kLeastWords},
            number_column("cases", "cases"),
            number_column("days", "days"),
            number_column("at_most", "at most"),
            {"section", "section", false, kLeastWords}},
           {},
           "The law names no penalty for any of these."};
  for (const cases::PenaltyFigures& each : found.penalties)
    out.rows.push_back({each.rule, each.violation, each.cases, each.days, each.amount.words(), each.section});
  return out;
}

Rows month_table(const cases::Volume& found) {
  Rows out = by_priority("what", "", "");
  add_row(out, "received", "applications that arrived", found.received);
  add_row(out, "determined", "determinations that were issued", found.determined);
  add_row(out, "published", "of these, published since", found.published);
  for (const cases::Counted& ended : found.ended) add_row(out, ended.id, ended.says, ended.cases);
  return out;
}

Rows counted_table(const char* name, const char* title, const std::vector<cases::Counted>& list,
                   std::string when_empty) {
  Rows out = by_priority(name, title, std::move(when_empty));
  for (const cases::Counted& each : list) add_row(out, each.id, each.says, each.cases);
  return out;
}

Rows items_table(const cases::Outcomes& found) {
  Rows out{{{"category", "category"},
            number_column("items", "items"),
            number_column("upheld", "upheld"),
            number_column("overturned", "overturned"),
            number_column("overturned_percent", "overturned %")},
           {},
           "No item was decided."};
  for (const cases::ItemFigures& each : found.categories) out.rows.push_back(items_row(each));
  if (found.items.all() == 0) return out;
  out.rows.push_back(items_row(found.items));
  out.rows.back()[0] = "all";
  return out;
}

Rows drafts_table(const cases::Outcomes& found) {
  Rows out = share_table("draft", "overridden", "No item had a draft that addressed it.");
  if (found.drafted() == 0) return out;
  add_share(out, "upheld", found.draft_upheld.overturned, found.draft_upheld.all());
  add_share(out, "overturned", found.draft_overturned.upheld, found.draft_overturned.all());
  add_share(out, "all", found.overridden(), found.drafted());
  return out;
}

Rows reviewers_table(const std::vector<cases::ItemFigures>& found) {
  Rows out = share_table("reviewer", "overturned", "No item was decided.");
  for (const cases::ItemFigures& each : found) add_share(out, each.category, each.overturned, each.all());
  return out;
}

Rows agreement_table(const std::vector<ComparedRow>& list, std::string when_empty) {
  Rows out{{{"compared", "compared", false, kLeastWords},
            number_column("items", "items"),
            number_column("pairs", "pairs"),
            number_column("both_upheld", "both upheld"),
            number_column("both_overturned", "both overturned"),
            number_column("apart", "apart"),
            number_column("agreed_percent", "alike %"),
            number_column("kappa", "kappa"),
            number_column("low", "from"),
            number_column("high", "to")},
           {},
           std::move(when_empty)};
  for (const auto& [name, compared] : list) {
    const Judged& pairs = compared.pairs;
    if (pairs.all() == 0) continue;
    const auto kappa = kappa_of(pairs, compared.items);
    const auto interval = kappa ? kappa->interval : std::nullopt;
    out.rows.push_back({name, compared.items, pairs.all(), pairs.both_no, pairs.both_yes, pairs.apart(),
                        percent(pairs.agreed(), pairs.all()), kappa ? hundredths(kappa->value) : json(),
                        interval ? hundredths(interval->low) : json(), interval ? hundredths(interval->high) : json()});
  }
  return out;
}

std::string agreement_note(const std::vector<ComparedRow>& list) {
  std::string out = "Kappa (95 % interval): 0 is chance, 1 always alike.";
  const auto any = [&](const auto& is) {
    return std::any_of(list.begin(), list.end(),
                       [&](const ComparedRow& row) { return row.compared.pairs.all() > 0 && is(row.compared); });
  };
  if (any([](const cases::Compared& each) { return each.items < kFewItems; }))
    out += fmt::format(" Fewer than {} items say little.", kFewItems);
  if (any([](const cases::Compared& each) { return !kappa_of(each.pairs, each.items); }))
    out += " None: all said the same.";
  return out;
}

}  // namespace openimr::office
