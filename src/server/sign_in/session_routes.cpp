#include "server/sign_in/session_routes.h"

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "server/sign_in/cookies.h"
#include "server/sign_in/openid.h"
#include "server/sign_in/origin.h"
#include "server/sign_in/refusals.h"

namespace openimr::server {
namespace {

using nlohmann::json;

constexpr std::uint64_t kBodyLimit = 4096;
// The page where one signs in; it says what went wrong in words of its own, by the code.
constexpr const char* kSignInPage = "/sign-in";

std::string moment_of(Instant at) {
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", std::chrono::floor<std::chrono::seconds>(at));
}

std::string text_of(const Call& call, const char* field) {
  return call.body.value(field, "");
}

bool secure(const Call& call) {
  return is_secure(call.request, call.shared.public_url);
}

std::string_view token_of(const Call& call) {
  return value_of(kSessionCookie, call.request, secure(call));
}

// Accounts and sessions of the call, for as long as it runs.
struct Room {
  Accounts accounts;
  Sessions sessions;
  SignIn door;

  explicit Room(Call& call)
      : accounts(call.office.store(), call.shared.password_cost),
        sessions(call.office.store(), call.shared.sessions, call.shared.session_limits),
        door(accounts, sessions, call.shared.tries, call.shared.second_factor) {}
  Room(const Room&) = delete;
  Room& operator=(const Room&) = delete;
};

Response shown(const Call& call, const Session& session) {
  return json_text(json{{"account", session.who.account},
                        {"name", session.who.name},
                        {"role", session.who.role},
                        {"csrf", session.csrf},
                        {"today", call.now.day.iso()},
                        {"idle_minutes", call.shared.session_limits.idle.count()},
                        {"until", moment_of(session.until)}}
                       .dump());
}

Reply get_session(Call& call) {
  return shown(call, *call.session);
}

// Where the door opened: the session there was ends, and the new one's token goes into the cookie.
Reply entered(Call& call, Room& room, const SignInOutcome& outcome) {
  if (auto problem = refusal_of(outcome.answer)) {
    if (outcome.wait.count() == 0) return refuse(std::move(*problem));
    Response out = answer(call.request, std::move(*problem));
    out.headers.set("Retry-After", std::to_string(outcome.wait.count()));
    return out;
  }
  if (auto done = room.sessions.end(token_of(call), call.at); !done) return refuse(done.error());
  call.who = outcome.opened->session.who;
  Response out = shown(call, outcome.opened->session);
  out.headers.add("Set-Cookie", set_cookie(kSessionCookie, outcome.opened->token, secure(call)));
  return out;
}

Reply sign_in(Call& call) {
  Room room(call);
  const auto outcome = room.door.with_password(
      {text_of(call, "account"), text_of(call, "password"), text_of(call, "code"), call.request.peer}, call.at);
  if (!outcome) return refuse(outcome.error());
  return entered(call, room, *outcome);
}

Reply sign_out(Call& call) {
  Room room(call);
  if (auto done = room.sessions.end(token_of(call), call.at); !done) return refuse(done.error());
  Response out = no_content();
  out.headers.add("Set-Cookie", clear_cookie(kSessionCookie, secure(call)));
  return out;
}

Reply change_password(Call& call) {
  Room room(call);
  const auto right = room.door.confirm(call.who.account, text_of(call, "password"), call.request.peer, call.at);
  if (!right) return refuse(right.error());
  if (auto problem = refusal_of(*right)) return refuse(std::move(*problem));
  const By by{call.who.actor().text(), call.at};
  if (auto done = room.accounts.set_password(call.who.account, text_of(call, "new_password"), by); !done) {
    Problem problem = problem_of(done.error());
    if (problem.code == "wrong_use") problem.code = "password_refused";
    return refuse(std::move(problem));
  }
  if (auto done = room.sessions.keep(token_of(call), call.at); !done) return refuse(done.error());
  return no_content();
}

Reply back_to_sign_in(const Call& call, const char* problem) {
  Response out = see_other(fmt::format("{}?problem={}", kSignInPage, problem));
  out.headers.add("Set-Cookie", clear_cookie(kOpenIdCookie, secure(call)));
  return out;
}

const char* problem_with(const Error& error) {
  const bool is_away = error.code == ErrorCode::unavailable || error.code == ErrorCode::invalid;
  return is_away ? "openid_unavailable" : "openid_refused";
}

Refusal not_offered() {
  return refuse(not_found("Sign-in by OpenID Connect is not offered here."));
}

// The browser goes to the issuer with a question whose answer counts in this browser alone.
Reply begin_openid(Call& call) {
  if (call.shared.openid == nullptr) return not_offered();
  const auto begun = call.shared.openid->begin(call.at);
  if (!begun) return back_to_sign_in(call, problem_with(begun.error()));
  Response out = see_other(begun->address);
  out.headers.add("Set-Cookie", set_cookie(kOpenIdCookie, begun->secret, secure(call)));
  return out;
}

Reply finish_openid(Call& call) {
  if (call.shared.openid == nullptr) return not_offered();
  const auto& query = call.request.query;
  const auto secret = value_of(kOpenIdCookie, call.request, secure(call));
  const auto person = call.shared.openid->finish(secret, query["state"], query["code"], call.at);
  if (!person) return back_to_sign_in(call, problem_with(person.error()));
  Room room(call);
  const auto outcome = room.door.with_openid(person->subject, person->by_second_factor, call.at);
  if (!outcome) return refuse(outcome.error());
  if (outcome->answer != SignInAnswer::signed_in) return back_to_sign_in(call, "openid_refused");
  const Reply in = entered(call, room, *outcome);
  if (!in) return in;
  Response home = see_other("/");
  home.headers.add("Set-Cookie", std::string(in->headers["Set-Cookie"]));
  home.headers.add("Set-Cookie", clear_cookie(kOpenIdCookie, secure(call)));
  return home;
}

}  // namespace

void add_session_routes(Routes& routes) {
  // Hashing a password takes long on purpose, and an issuer as long as it likes: neither holds up a page.
  const RouteOptions slow{.lane = Lane::slow, .body_limit = kBodyLimit};
  routes.add(Method::get, "/api/session", Action::get_session, get_session);
  routes.add(Method::post, "/api/session", Action::sign_in, sign_in, slow);
  routes.add(Method::delete_, "/api/session", Action::sign_out, sign_out, {.body_limit = kBodyLimit});
  routes.add(Method::post, "/api/session/password", Action::change_password, change_password, slow);
  routes.add(Method::get, "/api/session/openid", Action::begin_openid, begin_openid, slow);
  routes.add(Method::get, "/api/session/openid/callback", Action::finish_openid, finish_openid, slow);
}

}  // namespace openimr::server
