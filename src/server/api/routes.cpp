#include "server/api/routes.h"

#include <algorithm>

#include <fmt/format.h>

namespace openimr::server {
namespace {

constexpr std::string_view kCookie = "openimr_session";
constexpr std::string_view kSecureCookie = "__Host-openimr_session";

bool is_change(Method method) {
  return method != Method::get && method != Method::head && method != Method::options;
}

std::string_view operation_of(Action action) {
  const auto table = rights_table();
  const auto row =
      std::find_if(table.begin(), table.end(), [&](const RightsRow& each) { return each.action == action; });
  return row == table.end() ? std::string_view() : row->operation;
}

Problem refusal_of(Answer answer) {
  switch (answer) {
    case Answer::sign_in_first:
      return unauthenticated("Sign in first.");
    case Answer::no_such_case:
      return not_found("There is no such case.");
    case Answer::break_glass_first:
      return {403, "break_glass_first", "",
              "The records of this case are not part of your work. Break the glass, with the reason."};
    case Answer::not_for_role:
    case Answer::allowed:
      break;
  }
  return forbidden("Your role does not do this.");
}

// A change that another site made the browser send is refused: it does not know the token.
bool is_from_our_page(const Request& request, const Session& session) {
  const std::string_view site = request.headers["Sec-Fetch-Site"];
  if (!site.empty() && site != "same-origin" && site != "none") return false;
  return same_secret(request.headers["X-CSRF-Token"], session.csrf);
}

Reply answered(const Request& request, Shared& shared, Method method, Action action, const ApiHandler& handler) {
  auto office = shared.offices.lend();
  if (!office) return refuse(office.error());
  const Instant at = shared.clock();
  Call call{.request = request,
            .shared = shared,
            .office = **office,
            .at = at,
            .now = shared.local(at),
            .who = {},
            .session = {},
            .body = {},
            .known = {}};
  const auto token = request.cookie(request.secure ? kSecureCookie : kCookie);
  if (token) {
    auto session = Sessions(call.office.store(), shared.sessions, shared.session_limits).who(*token, at);
    if (!session) return refuse(session.error());
    call.session = std::move(*session);
    if (call.session) call.who = call.session->who;
  }
  if (request.parameters.has("number")) {
    const auto found = shared.cases.find(call.office, std::string(request.parameters["number"]));
    if (!found && found.error().code != ErrorCode::not_found && found.error().code != ErrorCode::wrong_use)
      return refuse(found.error());
    if (found) {
      const auto programme = call.office.ledger().programme((*found)->programme);
      if (!programme) return refuse(programme.error());
      call.known = *found;
      call.programme = *programme;
    }
  }
  if (auto may = check_right(call, action); !may) return refuse(std::move(may.error()));
  if (is_change(method) && call.session && !is_from_our_page(request, *call.session))
    return refuse(
        {403, "csrf", "", "The request did not come from one of our pages. Reload the page, then try again."});
  auto body = shared.description.body(operation_of(action), request);
  if (!body) return refuse(std::move(body.error()));
  call.body = std::move(*body);
  Reply out = handler(call);
  if (out) out->role = call.who.role;
  return out;
}

}  // namespace

tl::expected<void, Problem> check_right(const Call& call, Action action) {
  CaseStanding standing;
  if (call.known != nullptr && call.who.is_signed_in()) {
    const auto found = standing_to(call.who, *call.known, Access(call.office.store()), call.at);
    if (!found) return refuse(found.error());
    standing = *found;
  }
  const Answer answer = may(call.who, action, standing);
  if (answer == Answer::allowed) return {};
  return refuse(refusal_of(answer));
}

void Routes::add(Method method, std::string_view pattern, Action action, ApiHandler handler, RouteOptions options) {
  router_.add(
      method, pattern,
      [&shared = shared_, method, action, handler = std::move(handler)](const Request& request) {
        Reply reply = answered(request, shared, method, action, handler);
        return reply ? std::move(*reply) : answer(request, std::move(reply.error()));
      },
      std::move(options));
}

}  // namespace openimr::server
