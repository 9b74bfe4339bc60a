// Signing in: account and password, and for the organization's own people a code of the second factor. What failed is
// not said, and takes as long whether the account exists or not.
#pragma once

#include <optional>
#include <string>

#include "server/accounts/accounts.h"
#include "server/accounts/sessions.h"
#include "server/accounts/tries.h"

namespace openimr::server {

enum class SignInAnswer : std::uint8_t {
  signed_in,
  refused,                // account, password or code is wrong, or the account is locked or disabled
  second_factor_needed,   // the password is right; the code is missing
  second_factor_not_set,  // the password is right; the account may not sign in before it has a second factor
  too_many_tries,         // from this address
};

struct SignInTry {
  std::string account;
  std::string password;
  std::string code{};
  std::string address{};  // of the network
};

struct SignInOutcome {
  SignInAnswer answer = SignInAnswer::refused;
  std::optional<OpenedSession> opened{};  // signed_in
  std::chrono::seconds wait{};            // too_many_tries
};

// Whether the organization's own people need a second factor. They need none in a demo, and nowhere else.
enum class SecondFactor : bool { not_asked, asked };

class SignIn {
 public:
  SignIn(const Accounts& accounts, Sessions& sessions, Tries& tries, SecondFactor factor = SecondFactor::asked)
      : accounts_(accounts), sessions_(sessions), tries_(tries), factor_(factor) {}

  Result<SignInOutcome> with_password(const SignInTry& what, Instant now);
  // The issuer has said who it is (openid_subject()). Without a second factor the organization's own people are
  // refused.
  Result<SignInOutcome> with_openid(const std::string& subject, bool by_second_factor, Instant now);
  // The password once more, of who is signed in: before a signature, before another password. Fails and locks as
  // signing in does.
  Result<SignInAnswer> confirm(const std::string& account, std::string_view password, const std::string& address,
                               Instant now);

 private:
  Result<AccountSecrets> secrets_of_open(const Account& account, Instant now) const;
  Result<SignInAnswer> failed(Account account, const std::string& address, Instant now);
  Result<SignInOutcome> enter(Account account, const AccountSecrets& secrets, std::int64_t step, Instant now);

  const Accounts& accounts_;
  Sessions& sessions_;
  Tries& tries_;
  SecondFactor factor_;
};

}  // namespace openimr::server
