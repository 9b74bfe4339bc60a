#include "cases/demo_plan.h"

#include <algorithm>

#include <fmt/format.h>

namespace openimr::cases {
namespace {

using nlohmann::json;

// Of a thousand applications.
constexpr struct {
  Route route;
  int weight;
} kMix[] = {{Route::regular, 685}, {Route::asked, 50},  {Route::duplicate, 55},  {Route::ineligible, 60},
            {Route::deferred, 20}, {Route::joined, 10}, {Route::terminated, 45}, {Route::records_late, 50},
            {Route::appealed, 18}, {Route::remanded, 7}};

constexpr int kExpedited = 25;    // of a thousand
constexpr int kFormulary = 300;   // of a thousand whose items are all drugs
constexpr int kAttorney = 450;    // of a thousand workers
constexpr int kSecondItem = 370;  // of a thousand cases, and so on: 1.6 items on average
constexpr int kMostItems = 5;

const RequestKind& kind_by_chance(Dice& dice) {
  int all = 0;
  for (const RequestKind& each : request_kinds()) all += each.weight;
  int drawn = dice.below(all);
  for (const RequestKind& each : request_kinds()) {
    if (drawn < each.weight) return each;
    drawn -= each.weight;
  }
  return request_kinds().front();
}

std::vector<PlannedItem> items_by_chance(Dice& dice, Route route) {
  std::vector<PlannedItem> out;
  do {
    const RequestKind& kind = kind_by_chance(dice);
    std::string text(dice.pick(kind.requests));
    const bool overturned = dice.chance(kind.overturned);
    const bool again = std::any_of(out.begin(), out.end(), [&](const PlannedItem& each) { return each.text == text; });
    if (!again) out.push_back({&kind, std::move(text), overturned});
  } while (static_cast<int>(out.size()) < kMostItems && dice.chance(kSecondItem));
  if (route == Route::carried_out) out.front().overturned = true;
  return out;
}

json party(std::string_view role, std::string name, std::string_view address, const char* by) {
  return {{"role", role}, {"name", std::move(name)}, {"address", address}, {"by", by}};
}

json parties_by_chance(Dice& dice, int worker) {
  json out = json::array();
  const std::string name = fmt::format("{} Invented-{:04}", dice.pick(first_names()), worker + 1);
  out.push_back(party("employee", name, "1 Example Street, Sampletown CA 00000", "mail"));
  out.push_back(party("claims_administrator", std::string(dice.pick(claims_administrators())),
                      "2 Example Street, Sampletown CA 00000", "electronic"));
  out.push_back(party("requesting_physician", std::string(dice.pick(physicians())),
                      "3 Example Street, Sampletown CA 00000", "mail"));
  if (dice.chance(kAttorney))
    out.push_back(
        party("employee_attorney", "Sample & Example, Attorneys", "4 Example Street, Sampletown CA 00000", "mail"));
  return out;
}

// A class of dispute other than the ordinary one, with a deadline of its own on the day; empty where there is none.
std::string other_dispute(const program::Programme& programme, Date on) {
  for (const program::DeadlineRule& rule : programme.deadlines()) {
    for (const program::RuleLimit& limit : rule.limits) {
      if (!limit.dispute.empty() && limit.dispute != "ordinary" && rule.in_force.holds_on(on)) return limit.dispute;
    }
  }
  return "";
}

}  // namespace

Route route_by_chance(Dice& dice) {
  int drawn = dice.below(1000);
  for (const auto& [route, weight] : kMix) {
    if (drawn < weight) return route;
    drawn -= weight;
  }
  return Route::regular;
}

void add_application(Plan& plan, const program::Programme& programme, Dice worker_dice, Dice item_dice, int worker) {
  plan.items = items_by_chance(item_dice, plan.route);
  const Date decision = plan.applied.plus({-item_dice.between(5, 28)});
  const bool drugs =
      std::all_of(plan.items.begin(), plan.items.end(), [](const auto& each) { return each.kind->is_drug; });
  const std::string other = drugs && item_dice.chance(kFormulary) ? other_dispute(programme, plan.applied) : "";
  json items = json::array();
  for (const PlannedItem& each : plan.items)
    items.push_back({{"text", each.text},
                     {"reasons", "Medical necessity is not shown in the records that were submitted."},
                     {"guideline", each.kind->citation}});
  // Worked out apart from the day on which the case arrived, so that two cases of one worker tell the same of them.
  const Date injury = Date::of(2009, 1, 5)->plus({worker_dice.below(1800)});
  const int age = worker_dice.between(24, 66);
  const bool female = worker_dice.chance(450);
  plan.application = {{"programme", programme.id()},
                      {"priority", item_dice.chance(kExpedited) ? "expedited" : "standard"},
                      {"dispute", other.empty() ? "ordinary" : other},
                      {"injury", injury.iso()},
                      {"request", decision.plus({-item_dice.between(3, 10)}).iso()},
                      {"ur_decision", decision.iso()},
                      {"ur_served_by", "mail"},
                      {"age", age},
                      {"sex", female ? "female" : "male"},
                      {"claim", fmt::format("EX-{:07}", worker + 1)},
                      {"parties", parties_by_chance(worker_dice, worker)},
                      {"items", std::move(items)}};
}

}  // namespace openimr::cases
