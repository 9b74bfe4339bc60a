// Sessions: who is signed in, by the token in their cookie. They are streams of the store, "session/HASH" by the hash
// of the token, so that a session holds in every process and ends in all of them at once:
//
//   session-opened  {account, generation}
//   session-seen    {}                     a request came; noted once a minute at most
//   session-kept    {generation}           goes on although the account's other sessions ended
//   session-ended   {}
//
// A session also ends when nothing was asked for half an hour, after twelve hours in any case, and with its account's
// generation (accounts/account.h): a new password, a new second factor, an account disabled.
#pragma once

#include <chrono>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "server/accounts/accounts.h"
#include "server/accounts/who.h"

namespace openimr::server {

struct SessionLimits {
  std::chrono::minutes idle{30};
  std::chrono::hours whole{12};
  std::chrono::seconds seen_every{60};
};

struct Session {
  Who who;
  std::string id;    // the hash of the token; may be logged
  std::string csrf;  // what X-CSRF-Token has to hold in every change; follows from the token
  Instant opened{};
  Instant seen{};
  Instant until{};  // ends then in any case
};

struct OpenedSession {
  std::string token;  // for the cookie and for nothing else; 256 random bits
  Session session;
};

// What this process knows of sessions already; whether it still holds is asked of the store each time. For all threads.
class SessionCache {
 public:
  struct Known {
    std::int64_t version = 0;  // of the session's stream
    std::int64_t generation = 0;
    bool has_ended = false;
    Session session{};
    Account account{};
  };
  std::optional<Known> find(const std::string& id) const;
  void keep(const Known& known);

 private:
  static constexpr std::size_t kMost = 20'000;
  mutable std::mutex mutex_;
  std::map<std::string, Known> known_;
};

class Sessions {
 public:
  Sessions(store::Store& store, SessionCache& cache, SessionLimits limits = {})
      : store_(store), cache_(cache), limits_(limits) {}

  // A new session of an account that has just signed in; always with a new token.
  Result<OpenedSession> open(const Account& account, const std::string& name, Instant now);
  // The session of a token; nothing where there is none, or it has ended. Fails only as the store does.
  Result<std::optional<Session>> who(std::string_view token, Instant now);
  // Ends it, in every process. Nothing happens where there is none.
  Result<void> end(std::string_view token, Instant now);
  // Lets the session go on under the account's generation of now.
  Result<void> keep(std::string_view token, Instant now);

  const SessionLimits& limits() const { return limits_; }

 private:
  Result<std::optional<SessionCache::Known>> known(std::string_view token);

  store::Store& store_;
  SessionCache& cache_;
  SessionLimits limits_;
};

// What X-CSRF-Token has to hold in the session of the token.
std::string csrf_of(std::string_view token);
// Compares without telling by its time where the difference is.
bool same_secret(std::string_view one, std::string_view other);
// 256 random bits as 43 letters, digits, '-' and '_'.
std::string new_token();

}  // namespace openimr::server
