// fileApplication: an injured worker, or intake for them, applies for review.
#include <fmt/format.h>

#include "server/api/application_fields.h"
#include "server/api/filing.h"
#include "server/api/receipt.h"
#include "server/api/routes.h"

namespace openimr::server {
namespace {

using Json = nlohmann::json;

Reply file(Call& call) {
  const program::Programme& programme = call.office.law().usual();
  const WrongFields wrong = check_application(call.body, programme, call.now.day);
  if (!wrong.empty()) return refuse(wrong.problem());
  const auto key = call.key();
  if (!key) return refuse(key.error());
  cases::CaseEvent event = call.event("application-received");
  event.what = call.body;
  event.what["programme"] = programme.id();
  const auto filed = file_application(call.office, event, *key);
  if (!filed) return refuse(filed.error());
  if (call.who.is_party()) {
    const auto granted =
        Access(call.office.store()).grant(filed->number, call.who.account, {call.who.actor().text(), call.at});
    if (!granted) return refuse(granted.error());
  }
  std::vector<std::string> next = what_happens_next(programme, *filed);
  if (call.who.is_staff()) {
    const auto others = office::others_of_dispute(call.office, *filed);
    if (!others) return refuse(others.error());
    for (const std::string& other : *others)
      next.push_back(fmt::format("The same claim and denial stand in {}: look whether this is a duplicate.", other));
  }
  Response out =
      json(Json{{"case_number", filed->number}, {"received", filed->received->iso()}, {"next", std::move(next)}}, 201);
  out.headers.set("Location", "/api/cases/" + filed->number);
  return out;
}

}  // namespace

void add_application_routes(Routes& routes) {
  routes.add(Method::post, "/api/applications", Action::file_application, file);
}

}  // namespace openimr::server
