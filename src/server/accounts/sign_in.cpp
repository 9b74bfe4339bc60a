#include "server/accounts/sign_in.h"

#include "server/accounts/second_factor.h"

namespace openimr::server {
namespace {

constexpr int kMostConflicts = 100;

tl::unexpected<Error> too_busy() {
  return fail(
      {ErrorCode::unavailable, "others keep changing the account", "", "", 0, 0, "Do it again when they are done."});
}

bool is_open(const Account& account, Instant now) {
  return account.is_there() && !account.is_disabled && !account.is_locked(now);
}

}  // namespace

// Notes the failure, by the account where there is one and by the address, and locks.
Result<SignInAnswer> SignIn::failed(Account account, const std::string& address, Instant now) {
  tries_.failed(address, now);
  for (int attempt = 0; is_open(account, now); ++attempt) {
    if (attempt > kMostConflicts) return too_busy();
    const auto done = accounts_.append(account, failure_of(account, now));
    if (!done) return fail(done.error());
    if (*done) break;
    if (auto read = accounts_.refresh(account); !read) return fail(read.error());
  }
  return SignInAnswer::refused;
}

// The account is who it says. Whatever happened to it meanwhile counts: a lock, another password, a code used.
Result<SignInOutcome> SignIn::enter(Account account, const AccountSecrets& secrets, std::int64_t step, Instant now) {
  const std::string read = account.document;
  for (int attempt = 0; attempt <= kMostConflicts; ++attempt) {
    if (!is_open(account, now) || account.document != read || (step != 0 && step <= account.last_step))
      return SignInOutcome{};
    const auto done = accounts_.append(
        account, {{.type = "signed-in", .actor = account.role + ":" + account.id, .at = now, .step = step}});
    if (!done) return fail(done.error());
    if (*done) {
      auto opened = sessions_.open(account, secrets.name, now);
      if (!opened) return fail(opened.error());
      return SignInOutcome{SignInAnswer::signed_in, std::move(*opened)};
    }
    if (auto again = accounts_.refresh(account); !again) return fail(again.error());
  }
  return too_busy();
}

// None of an account that is not open: a password is then compared all the same, and never fits.
Result<AccountSecrets> SignIn::secrets_of_open(const Account& account, Instant now) const {
  if (!is_open(account, now)) return AccountSecrets{};
  return accounts_.secrets(account);
}

Result<SignInOutcome> SignIn::with_password(const SignInTry& what, Instant now) {
  if (const auto wait = tries_.wait(what.address, now); wait.count() > 0)
    return SignInOutcome{SignInAnswer::too_many_tries, {}, wait};
  const auto refused = [&](const Account& account) -> Result<SignInOutcome> {
    const auto answer = failed(account, what.address, now);
    if (!answer) return fail(answer.error());
    return SignInOutcome{*answer};
  };
  auto account = account_stream(what.account) ? accounts_.find(what.account) : Result<Account>(Account{});
  if (!account) return fail(account.error());
  const auto secrets = secrets_of_open(*account, now);
  if (!secrets) return fail(secrets.error());
  if (!password_fits(what.password, secrets->password, accounts_.cost())) return refused(*account);
  if (!account->has_second_factor) {
    if (factor_ == SecondFactor::asked && is_of_the_organization(account->role))
      return SignInOutcome{SignInAnswer::second_factor_not_set};
    return enter(std::move(*account), *secrets, 0, now);
  }
  if (what.code.empty()) return SignInOutcome{SignInAnswer::second_factor_needed};
  const auto step = step_of_code(secrets->second_factor, what.code, now, account->last_step);
  if (!step) return refused(*account);
  auto outcome = enter(*account, *secrets, *step, now);
  return outcome && outcome->answer == SignInAnswer::refused ? refused(*account) : outcome;
}

Result<SignInOutcome> SignIn::with_openid(const std::string& subject, bool by_second_factor, Instant now) {
  auto account = accounts_.of_openid(subject);
  if (!account) return fail(account.error());
  if (!account->is_there() || account->is_disabled) return SignInOutcome{};
  if (is_of_the_organization(account->role) && !by_second_factor)
    return SignInOutcome{SignInAnswer::second_factor_needed};
  const auto secrets = accounts_.secrets(*account);
  if (!secrets) return fail(secrets.error());
  return enter(std::move(*account), *secrets, 0, now);
}

Result<SignInAnswer> SignIn::confirm(const std::string& id, std::string_view password, const std::string& address,
                                     Instant now) {
  if (tries_.wait(address, now).count() > 0) return SignInAnswer::too_many_tries;
  const auto account = accounts_.find(id);
  if (!account) return fail(account.error());
  const auto secrets = secrets_of_open(*account, now);
  if (!secrets) return fail(secrets.error());
  if (!password_fits(password, secrets->password, accounts_.cost())) return failed(*account, address, now);
  return SignInAnswer::signed_in;
}

}  // namespace openimr::server
