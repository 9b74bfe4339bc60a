// /api/programme, /api/work and /api/my-cases: what there is to do.
#include <algorithm>
#include <array>

#include "cases/lists.h"
#include "program/placeholders.h"
#include "server/api/paging.h"
#include "server/api/routes.h"

namespace openimr::server {
namespace {

using OrderedJson = nlohmann::ordered_json;
using cases::Case;

constexpr std::string_view kStreams = "case/";

template <class List>
OrderedJson named(const List& list) {
  auto out = OrderedJson::array();
  for (const auto& each : list) out.push_back({{"id", each.id}, {"says", each.says}});
  return out;
}

OrderedJson states_of(const program::Programme& programme) {
  auto out = OrderedJson::array();
  for (const program::State& state : programme.life().states())
    out.push_back({{"id", state.id},
                   {"says", state.says},
                   {"work", state.work.empty() ? OrderedJson() : OrderedJson(state.work)},
                   {"end", state.is_end}});
  return out;
}

OrderedJson ways_of(const program::Programme& programme) {
  auto out = OrderedJson::array();
  for (const program::WayOfService& way : programme.service()) out.push_back({{"id", way.by}, {"says", way.says}});
  return out;
}

OrderedJson outcomes_of(const program::Programme& programme) {
  auto out = OrderedJson::array();
  for (const program::OutcomeWord& word : programme.outcomes()) {
    if (word.level == program::OutcomeWord::Level::item) out.push_back({{"id", word.says}, {"says", word.means}});
  }
  return out;
}

// Facts of a notice that a case may not know: whoever sends it gives them.
constexpr std::array<std::string_view, 5> kGiven = {"reasons", "questions", "due_records", "corrections",
                                                    "duplicate_of"};

bool asks_for(const program::Notice& notice, std::string_view fact) {
  return std::any_of(notice.says.begin(), notice.says.end(), [&](const program::NoticeBlock& block) {
    return block.each == fact || std::any_of(block.text.begin(), block.text.end(),
                                             [&](const auto& part) { return part.is_name && part.text == fact; });
  });
}

OrderedJson notices_of(const program::Programme& programme) {
  auto out = OrderedJson::array();
  for (const program::Notice& notice : programme.correspondence().notices) {
    auto facts = OrderedJson::array();
    for (const std::string_view fact : kGiven) {
      if (asks_for(notice, fact)) facts.push_back({{"id", fact}, {"says", program::placeholder(fact)->means}});
    }
    out.push_back({{"id", notice.id}, {"says", notice.title}, {"to", notice.to}, {"facts", std::move(facts)}});
  }
  return out;
}

// Whether the programme has the reviewer find for themselves before the draft is seen.
bool is_own_finding_first(const program::Programme& programme) {
  const auto& acts = programme.life().acts();
  return std::any_of(acts.begin(), acts.end(), [](const program::Act& act) {
    return act.event == "item-decided" &&
           std::find(act.needs.begin(), act.needs.end(), "own-finding-first") != act.needs.end();
  });
}

Reply get_programme(Call& call) {
  const program::Programme& law = call.office.law().usual();
  const OrderedJson out = {{"id", law.id()},
                           {"title", law.title()},
                           {"own_finding_first", is_own_finding_first(law)},
                           {"states", states_of(law)},
                           {"roles", named(law.life().roles())},
                           {"parties", named(law.parties())},
                           {"channels", ways_of(law)},
                           {"outcomes", outcomes_of(law)},
                           {"notices", notices_of(law)}};
  return json_text(out.dump());
}

OrderedJson work_row(const Call& call, const Case& c, const std::string& due) {
  const auto programme = call.office.ledger().programme(c.programme);
  const program::State* state = programme ? (*programme)->life().state(c.state) : nullptr;
  auto items = OrderedJson::array();
  for (const cases::Item& item : c.items) items.push_back(item.text);
  const bool shows_reviewer = call.who.is_staff() && !c.reviewers.empty();
  return {{"case_number", c.number},
          {"state", c.state},
          {"says", state == nullptr ? c.state : state->says},
          {"priority", c.priority},
          {"received", c.received ? OrderedJson(c.received->iso()) : OrderedJson()},
          {"due", due == cases::kNoDay ? OrderedJson() : OrderedJson(due)},
          {"items", std::move(items)},
          {"reviewer", shows_reviewer ? OrderedJson(c.reviewers.front().id) : OrderedJson()}};
}

// The list that holds a role's work; a reviewer's is their own.
tl::expected<std::string, Problem> work_of(const Call& call, std::string& role) {
  if (call.who.is_reviewer()) {
    role = call.who.role;
    return "reviewer/" + call.who.account;
  }
  role = call.request.query.has("role") ? std::string(call.request.query["role"]) : call.who.role;
  const auto& roles = call.office.law().usual().life().roles();
  const bool is_known = std::any_of(roles.begin(), roles.end(), [&](const auto& each) { return each.id == role; });
  if (!is_known) return refuse(bad_request("There is no such role."));
  return "work/" + role;
}

Reply list_work(Call& call) {
  std::string role;
  const auto list = work_of(call, role);
  if (!list) return refuse(list.error());
  const auto page = page_asked(call.request);
  if (!page) return refuse(page.error());
  const std::string today = call.now.day.iso();
  const std::string tomorrow = call.now.day.plus({1}).iso();
  const bool overdue_only = call.request.query["overdue"] == "true";
  store::Store& store = call.office.store();
  const auto overdue = store.count(*list, "", today);
  if (!overdue) return refuse(overdue.error());
  const auto due_today = store.count(*list, today, tomorrow);
  if (!due_today) return refuse(due_today.error());
  const auto total = store.count(*list);
  if (!total) return refuse(total.error());
  const auto places = store.list(*list, "", overdue_only ? today : "", page->after, page->limit);
  if (!places) return refuse(places.error());
  auto rows = OrderedJson::array();
  for (const store::ListPlace& place : *places) {
    const auto c = call.shared.cases.find(call.office, place.stream.substr(kStreams.size()));
    if (!c) return refuse(c.error());
    rows.push_back(work_row(call, **c, place.sort));
  }
  return json_in_order({{"role", role},
                        {"today", today},
                        {"total", *total},
                        {"overdue", *overdue},
                        {"due_today", *due_today},
                        {"rows", std::move(rows)},
                        {"next", next_cursor(*places, page->limit)}});
}

Reply list_my_cases(Call& call) {
  const auto page = page_asked(call.request);
  if (!page) return refuse(page.error());
  const auto numbers =
      Access(call.office.store()).cases_of(call.who.account, page->after ? page->after->sort : "", page->limit);
  if (!numbers) return refuse(numbers.error());
  auto rows = OrderedJson::array();
  for (const std::string& number : *numbers) {
    const auto found = call.shared.cases.find(call.office, number);
    if (!found) return refuse(found.error());
    const Case& c = **found;
    const auto programme = call.office.ledger().programme(c.programme);
    const program::State* state = programme ? (*programme)->life().state(c.state) : nullptr;
    rows.push_back({{"case_number", c.number},
                    {"says", state == nullptr ? c.state : state->says},
                    {"received", c.received ? OrderedJson(c.received->iso()) : OrderedJson()},
                    {"ended", state != nullptr && state->is_end}});
  }
  const bool more = static_cast<int>(numbers->size()) == page->limit;
  const OrderedJson next = more ? OrderedJson(cursor_of({numbers->back(), ""})) : OrderedJson();
  return json_text(OrderedJson({{"rows", std::move(rows)}, {"next", next}}).dump());
}

}  // namespace

void add_work_routes(Routes& routes) {
  routes.add(Method::get, "/api/programme", Action::get_programme, get_programme);
  routes.add(Method::get, "/api/work", Action::list_work, list_work);
  routes.add(Method::get, "/api/my-cases", Action::list_my_cases, list_my_cases);
}

}  // namespace openimr::server
