#include "server/api/routes.h"

#include <algorithm>

#include <fmt/format.h>

#include "server/sign_in/cookies.h"
#include "server/sign_in/origin.h"
#include "server/sign_in/refusals.h"

namespace openimr::server {
namespace {

bool is_change(Method method) {
  return method != Method::get && method != Method::head && method != Method::options;
}

std::string_view operation_of(Action action) {
  const auto table = rights_table();
  const auto row =
      std::find_if(table.begin(), table.end(), [&](const RightsRow& each) { return each.action == action; });
  return row == table.end() ? std::string_view() : row->operation;
}

// Who asks, about which case, and that they may. All of it is known before the body is read.
tl::expected<Call, Problem> admitted(const Request& request, Shared& shared, office::Office& office, Method method,
                                     Action action) {
  if (is_change(method) && is_from_another_site(request, shared.public_url)) return refuse(refusal_of_another_site());
  const Instant at = shared.clock();
  Call call{.request = request,
            .shared = shared,
            .office = office,
            .at = at,
            .now = shared.local(at),
            .who = {},
            .session = {},
            .body = {},
            .known = {}};
  const auto token = value_of(kSessionCookie, request, is_secure(request, shared.public_url));
  if (!token.empty()) {
    auto session = Sessions(call.office.store(), shared.sessions, shared.session_limits).who(token, at);
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
  // Whoever signs in has no session yet, or leaves it.
  if (is_change(method) && action != Action::sign_in && call.session &&
      !same_secret(request.headers["X-CSRF-Token"], call.session->csrf))
    return refuse(refusal_without_csrf());
  return call;
}

Reply answered(const Request& request, Shared& shared, office::Office& office, Method method, Action action,
               const ApiHandler& handler) {
  auto call = admitted(request, shared, office, method, action);
  if (!call) return refuse(std::move(call.error()));
  auto body = shared.description.body(operation_of(action), request);
  if (!body) return refuse(std::move(body.error()));
  call->body = std::move(*body);
  Reply out = handler(*call);
  if (out) out->role = call->who.role;
  return out;
}

// With an office lent. One whose store does not answer is not lent again: the next call connects anew.
template <class Ask>
auto with_office(Shared& shared, const Ask& ask) -> decltype(ask(std::declval<office::Office&>())) {
  auto office = shared.offices.lend();
  if (!office) return refuse(office.error());
  auto out = ask(**office);
  if (!out && out.error().status == 503) office->discard();
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
  if (auto problem = refusal_of(may(call.who, action, standing))) return refuse(std::move(*problem));
  return {};
}

void Routes::add(Method method, std::string_view pattern, Action action, ApiHandler handler, RouteOptions options) {
  if (options.body_limit > 0 && !options.admit) {
    options.admit = [&shared = shared_, method, action](const Request& request) -> std::optional<Response> {
      auto call = with_office(shared, [&](office::Office& office) {
        return admitted(request, shared, office, method, action).map([](const Call&) {});
      });
      if (call) return {};
      return answer(request, std::move(call.error()));
    };
  }
  router_.add(
      method, pattern,
      [&shared = shared_, method, action, handler = std::move(handler)](const Request& request) {
        Reply reply = with_office(
            shared, [&](office::Office& office) { return answered(request, shared, office, method, action, handler); });
        return reply ? std::move(*reply) : answer(request, std::move(reply.error()));
      },
      std::move(options));
}

}  // namespace openimr::server
