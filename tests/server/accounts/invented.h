// Invented accounts in a store of the test's own, at times that the test sets.
#pragma once

#include "server/accounts/second_factor.h"
#include "server/accounts/sign_in.h"
#include "store/on_both.h"

namespace openimr::server {

using namespace std::chrono_literals;

constexpr Instant kNine{std::chrono::milliseconds(1'445'245'200'000)};  // 2015-10-19T09:00:00Z
inline const std::string kPassword = "seven green kettles";
inline const std::string kAddress = "192.0.2.7";

// The key in what an authenticator app reads.
inline std::string key_in(const std::string& url) {
  const auto begin = url.find("secret=") + 7;
  return url.substr(begin, url.find('&', begin) - begin);
}

// Everything that a process has for signing in, on one connection to the store.
struct Process {
  explicit Process(const std::string& address, store::StoreOptions options = {})
      : store(store::opened(address, std::move(options))),
        accounts(store, PasswordCost::for_tests()),
        sessions(store, cache),
        door(accounts, sessions, tries) {}

  // Makes an account with a second factor, and gives its key.
  std::string made(const std::string& id, const std::string& role = "intake") {
    const By by{"console", kNine - 24h};
    const auto done = accounts.create({id, role, "Invented " + id, kPassword}, by);
    if (!done) throw std::runtime_error(done.error().to_string());
    return key_in(accounts.set_second_factor(id, by).value());
  }
  SignInOutcome enter(const std::string& id, const std::string& password, const std::string& code, Instant now,
                      const std::string& address = kAddress) {
    auto outcome = door.with_password({id, password, code, address}, now);
    if (!outcome) throw std::runtime_error(outcome.error().to_string());
    return std::move(*outcome);
  }
  SignInAnswer answer(const std::string& id, const std::string& password, const std::string& code, Instant now,
                      const std::string& address = kAddress) {
    return enter(id, password, code, now, address).answer;
  }
  // A session of the account, whose next code this uses up.
  OpenedSession session(const std::string& id, const std::string& key, Instant now) {
    auto outcome = enter(id, kPassword, code_of(key, step_of(now)), now);
    if (!outcome.opened) throw std::runtime_error("not signed in");
    return std::move(*outcome.opened);
  }
  bool holds(const std::string& token, Instant now) { return sessions.who(token, now).value().has_value(); }
  // The types of a stream's events.
  std::vector<std::string> events(const std::string& stream) {
    std::vector<std::string> out;
    const auto all = store.read(store::StreamId::of(stream).value()).value();
    for (const store::Event& event : all) out.push_back(event.type);
    return out;
  }

  store::Store store;
  SessionCache cache;
  Tries tries;
  Accounts accounts;
  Sessions sessions;
  SignIn door;
};

}  // namespace openimr::server
