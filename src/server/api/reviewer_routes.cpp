// listReviewers, getReviewer, keepReviewer, endReviewer: by id; the name stands in a reviewer's own data alone.
#include <algorithm>

#include <fmt/format.h>

#include "cases/qualification.h"
#include "cases/reviewer_file.h"
#include "office/item_names.h"
#include "office/roster.h"
#include "server/api/organization_routes.h"
#include "server/api/wrong_fields.h"

namespace openimr::server {
namespace {

using cases::Reviewer;
using Json = nlohmann::json;

void add_once(Json& list, const std::string& text) {
  if (std::find(list.begin(), list.end(), text) == list.end()) list.push_back(text);
}

Json specialties_of(const Reviewer& reviewer) {
  Json out = Json::array();
  for (const cases::Certification& each : reviewer.certifications)
    add_once(out,
             each.subspecialty.empty() ? each.specialty : fmt::format("{} ({})", each.specialty, each.subspecialty));
  return out;
}

Json states_of(const Reviewer& reviewer) {
  Json out = Json::array();
  for (const cases::Licence& each : reviewer.licences) add_once(out, each.state);
  return out;
}

cases::Qualification qualified(const Call& call, const Reviewer& reviewer) {
  return cases::qualify(call.office.law().usual().reviewers(), reviewer, call.now.day);
}

// Who calls, once their role may keep reviewers under a programme.
Result<cases::RosterEvent> roster_event(const Call& call, std::string why = "") {
  const cases::Actor who = call.who.actor();
  if (auto may = cases::may_keep_roster(call.office.programmes(), who); !may) return fail(may.error());
  return cases::RosterEvent{"", who, call.now, call.at, std::move(why)};
}

Reply list(Call& call) {
  const auto reviewers = office::active_reviewers(call.office);
  if (!reviewers) return refuse(reviewers.error());
  Json rows = Json::array();
  for (const Reviewer& each : *reviewers) {
    const auto load = office::load_of(call.office, each.id, call.now.day);
    if (!load) return refuse(load.error());
    const auto found = qualified(call, each);
    const cases::RuleAnswer* bar = found.bar();
    rows.push_back({{"reviewer", each.id},
                    {"specialties", specialties_of(each)},
                    {"states", states_of(each)},
                    {"may_review", bar == nullptr},
                    {"bar", bar == nullptr ? Json() : Json(fmt::format("{}: {}", bar->rule->id, bar->words))},
                    {"today", load->today},
                    {"this_week", load->this_week}});
  }
  return json(Json{{"today", call.now.day.iso()}, {"reviewers", std::move(rows)}});
}

Reply show(Call& call) {
  const std::string id(call.parameter("id"));
  const auto reviewer = office::reviewer_of(call.office, id);
  if (!reviewer) return refuse(reviewer.error());
  const auto entry = office::roster_entry(call.office, id);
  if (!entry) return refuse(entry.error());
  Json rules = Json::array();
  for (const cases::RuleAnswer& each : qualified(call, *reviewer).answers)
    rules.push_back({{"rule", each.rule->id},
                     {"holds", each.answer == cases::Answer::holds},
                     {"words", fmt::format("{} (asked: {})", each.words, each.rule->says)},
                     {"section", each.rule->section}});
  return json(Json{{"reviewer", cases::to_json(*reviewer)}, {"active", entry->is_active}, {"rules", std::move(rules)}});
}

// A problem of the first in a list, as one of themselves: "0/licences/1/state: ...", "0: ...".
Error without_place(Error error) {
  if (error.message.starts_with("0/")) error.message.erase(0, 2);
  if (error.message.starts_with("0: ")) error.message.erase(0, 3);
  return error;
}

// The reviewer of the body, under the id of the address. An exclusion that names no item would hold for none, and
// nobody would notice.
tl::expected<Reviewer, Problem> reviewer_in(const Call& call) {
  WrongFields wrong;
  Json body = call.body;
  const std::string id(call.parameter("id"));
  if (body.value("id", Json(id)) != id) wrong.add("id", "This is another one than that of the address.");
  body["id"] = id;
  std::vector<Error> problems;
  const auto found = cases::reviewers_from_json(Json::array({body}).dump(), "",
                                                call.office.packs().data["schema"]["reviewer"], problems);
  for (const Error& each : problems) wrong.add(without_place(each));
  if (!found && problems.empty()) return refuse(problem_of_input(found.error()));
  const std::vector<std::string> excluded = found ? found->front().excluded_items : std::vector<std::string>{};
  const auto known = excluded.empty() ? std::set<std::string>{} : office::all_item_names(call.shared.engine.vocabulary);
  for (std::size_t i = 0; i < excluded.size(); ++i) {
    if (!known.contains(excluded[i]))
      wrong.add(fmt::format("exclusions/items/{}", i), "No item is called so (docs/assignment.md).");
  }
  if (!wrong.empty()) return refuse(wrong.problem());
  return found->front();
}

Reply keep(Call& call) {
  const auto by = roster_event(call);
  if (!by) return refuse(by.error());
  const auto reviewer = reviewer_in(call);
  if (!reviewer) return refuse(reviewer.error());
  const auto done = office::keep_reviewer(call.office, *by, *reviewer);
  if (!done) return refuse(done.error());
  return no_content();
}

Reply end(Call& call) {
  const auto by = roster_event(call, call.body.at("why").get<std::string>());
  if (!by) return refuse(by.error());
  const auto done = office::end_reviewer(call.office, *by, std::string(call.parameter("id")));
  if (!done) return refuse(done.error());
  return no_content();
}

}  // namespace

void add_reviewer_routes(Routes& routes) {
  routes.add(Method::get, "/api/reviewers", Action::list_reviewers, list, {.lane = Lane::slow});
  routes.add(Method::get, "/api/reviewers/{id}", Action::get_reviewer, show);
  routes.add(Method::put, "/api/reviewers/{id}", Action::keep_reviewer, keep);
  routes.add(Method::delete_, "/api/reviewers/{id}", Action::end_reviewer, end);
}

}  // namespace openimr::server
