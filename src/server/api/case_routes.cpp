// /api/cases/{number}, its history, eligibility and access, and who looked into it.
#include <fmt/format.h>

#include "cases/known_application.h"
#include "cases/lists.h"
#include "server/api/case_view.h"
#include "server/api/routes.h"
#include "server/http/etag.h"

namespace openimr::server {
namespace {

using OrderedJson = nlohmann::ordered_json;

// Who sees the same of a case: the views that differ are those of roles, and of each reviewer.
std::string view_of(const Who& who) {
  return who.is_reviewer() ? who.role + ":" + who.account : who.role;
}

Reply get_case(Call& call) {
  const std::string tag = fmt::format("\"{}\"", call.c().version);
  const std::string view = fmt::format("{}/{}", view_of(call.who), call.now.iso());
  auto text = call.shared.cases.text_of(
      call.known, view, [&] { return case_view(call).dump(-1, ' ', false, OrderedJson::error_handler_t::replace); });
  Response out;
  out.headers.set("Content-Type", "application/json");
  out.headers.set("ETag", tag);
  out.body = Body(std::move(text));
  return out;
}

Reply list_events(Call& call) {
  const auto history = call.office.ledger().history(call.c().number);
  if (!history) return refuse(history.error());
  auto events = OrderedJson::array();
  for (const cases::KeptEvent& each : *history) {
    if (auto shown = event_view(call, each)) events.push_back(std::move(*shown));
  }
  return json_in_order({{"events", std::move(events)}});
}

std::string_view name_of(program::Truth passed) {
  switch (passed) {
    case program::Truth::yes:
      return "holds";
    case program::Truth::no:
      return "fails";
    case program::Truth::unknown:
      break;
  }
  return "unknown";
}

Reply get_eligibility(Call& call) {
  const auto same = office::others_of_dispute(call.office, call.c());
  if (!same) return refuse(same.error());
  const bool is_looked_up = !cases::dispute_list(call.c()).empty();
  const auto facts = cases::known_application(call.c(), is_looked_up ? std::optional(*same) : std::nullopt);
  const auto judgement = program::judge(*call.programme, facts);
  if (!judgement) return refuse(judgement.error());
  auto rules = OrderedJson::array();
  for (const program::JudgedRule& each : judgement->rules)
    rules.push_back({{"rule", each.rule->id},
                     {"says", each.rule->checks},
                     {"answer", name_of(each.passed)},
                     {"words", fmt::format("{}", fmt::join(each.why, "; "))},
                     {"section", each.rule->section},
                     {"standing", guidelines::name_of(each.rule->standing)}});
  return json_text(
      OrderedJson({{"proposes", program::name_of(judgement->proposal)}, {"rules", std::move(rules)}}).dump());
}

Reply grant_access(Call& call) {
  const By by{call.who.actor().text(), call.at};
  const auto done = Access(call.office.store()).grant(call.c().number, call.body.at("account").get<std::string>(), by);
  if (!done) return refuse(done.error());
  return no_content();
}

Reply break_glass(Call& call) {
  const By by{call.who.actor().text(), call.at};
  const auto done = Access(call.office.store())
                        .break_glass(call.c().number, call.who.account, call.body.at("why").get<std::string>(), by);
  if (!done) return refuse(done.error());
  return no_content();
}

Reply list_reads(Call& call) {
  const auto reads = Reads(call.office.store(), call.shared.reads).of(call.c().number);
  if (!reads) return refuse(reads.error());
  const auto text_or_null = [](const std::string& text) { return text.empty() ? OrderedJson() : OrderedJson(text); };
  auto out = OrderedJson::array();
  for (const ReadOfCase& each : *reads)
    out.push_back({{"at", iso_of(each.at)},
                   {"who", each.who},
                   {"what", each.what},
                   {"document", text_or_null(each.document)},
                   {"why", text_or_null(each.why)}});
  return json_text(OrderedJson({{"reads", std::move(out)}}).dump());
}

}  // namespace

void add_case_routes(Routes& routes) {
  routes.add(Method::get, "/api/cases/{number}", Action::get_case, get_case);
  routes.add(Method::get, "/api/cases/{number}/events", Action::list_events, list_events);
  routes.add(Method::get, "/api/cases/{number}/eligibility", Action::get_eligibility, get_eligibility);
  routes.add(Method::post, "/api/cases/{number}/access", Action::grant_access, grant_access);
  routes.add(Method::post, "/api/cases/{number}/break-glass", Action::break_glass, break_glass);
  routes.add(Method::get, "/api/cases/{number}/reads", Action::list_reads, list_reads);
}

}  // namespace openimr::server
