// The reviewer's desk.
#include <algorithm>

#include "cases/clocks.h"
#include "office/drafting.h"
#include "server/api/desk.h"
#include "server/api/routes.h"

namespace openimr::server {
namespace {

using Json = nlohmann::ordered_json;

// In the log of reads: the desk shows words of all records.
constexpr const char* kDesk = "desk";

// Whose desk it is: one's own, or that of the only reviewer of the case.
std::string reviewer_of(const Call& call) {
  if (call.who.is_reviewer()) return call.who.account;
  return call.c().reviewers.size() == 1 ? call.c().reviewers.front().id : "";
}

Json head_of(const DeskOf& desk) {
  const cases::Case& c = desk.call.c();
  const program::State* state = desk.call.programme->life().state(c.state);
  const auto due = cases::due_of(*desk.call.programme, c);
  return {{"case_number", c.number},
          {"version", c.version},
          {"state", c.state},
          {"says", state == nullptr ? c.state : state->says},
          {"due", due ? Json(due->iso()) : Json()},
          {"today", desk.call.now.day.iso()},
          {"me", desk.reviewer.empty() ? Json() : Json(desk.reviewer)},
          {"draft_ready", desk.draft != nullptr},
          {"own_finding_first", true}};
}

Reply desk_answer(const DeskOf& desk) {
  auto documents = desk_documents(desk);
  if (!documents) return refuse(documents.error());
  Json out = head_of(desk);
  out["items"] = desk_items(desk);
  out["summary"] = desk_summary(desk);
  out["documents"] = std::move(*documents);
  out["timeline"] = desk_timeline(desk);
  out["facts"] = desk_facts(desk);
  out["warnings"] = desk_warnings(desk);
  Response response = json(out);
  response.headers.set("ETag", tag_of_version(desk.call.c().version));
  return response;
}

Reply get_desk(Call& call) {
  DeskOf desk{call, reviewer_of(call), nullptr, nullptr};
  std::shared_ptr<const office::Reviewed> reviewed;
  if (!call.c().records.empty()) {
    auto read = call.shared.records.of(call.office, call.shared.engine, call.found());
    if (!read) return refuse(read.error());
    reviewed = std::move(*read);
    desk.reviewed = reviewed.get();
  }
  nlohmann::json draft;
  if (!call.c().draft.empty()) {
    auto kept = office::draft_of(call.office.store(), call.c());
    if (!kept) return refuse(kept.error());
    draft = std::move(*kept);
    desk.draft = &draft;
  }
  if (const auto noted =
          Reads(call.office.store(), call.shared.reads).note(*call.session, call.c().number, kDesk, call.at);
      !noted)
    return refuse(noted.error());
  return desk_answer(desk);
}

}  // namespace

void add_desk_routes(Routes& routes) {
  routes.add(Method::get, "/api/cases/{number}/desk", Action::get_desk, get_desk, {.lane = Lane::slow});
}

}  // namespace openimr::server
