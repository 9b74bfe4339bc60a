// The accounts in a store: made, changed and looked up. An object is as light as its reference to the store.
//
// Every function may fail as the store does (unavailable, invalid), and with wrong_use and a remedy where what it was
// given does not do; not_found where there is no such account. Two who change an account at once are both kept.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "server/accounts/account.h"
#include "server/accounts/password.h"
#include "store/store.h"

namespace openimr::server {

// Who does it, and when.
struct By {
  std::string actor;  // "intake:iris", or "console" for who works at the command line
  Instant at;
};

struct NewAccount {
  std::string id;
  std::string role;
  std::string name;
  std::string password{};  // empty: by OpenID Connect alone, until one is set
};

class Accounts {
 public:
  explicit Accounts(store::Store& store, PasswordCost cost = {}) : store_(store), cost_(cost) {}

  // Of version 0 where there is none.
  Result<Account> find(std::string_view id) const;
  // Brings an account up to the events that were added since; reads nothing else.
  Result<void> refresh(Account& account) const;
  Result<AccountSecrets> secrets(const Account& account) const;
  // The account that this subject (openid_subject()) may sign in to; of version 0 where there is none.
  Result<Account> of_openid(const std::string& subject) const;
  // By id, in pages: those that come after `after`.
  Result<std::vector<Account>> list(std::string_view after = {}, int limit = 1000) const;

  Result<void> create(const NewAccount& account, const By& by) const;
  // All sessions end.
  Result<void> set_password(const std::string& id, std::string_view password, const By& by) const;
  // A new key, and what authenticator apps read of it. It is told this once. All sessions end.
  Result<std::string> set_second_factor(const std::string& id, const By& by) const;
  Result<void> set_openid(const std::string& id, const std::string& subject, const By& by) const;
  Result<void> disable(const std::string& id, const By& by) const;
  Result<void> enable(const std::string& id, const By& by) const;
  Result<void> unlock(const std::string& id, const By& by) const;

  // Appends where the account still has the version that was read. False where it has another one by now.
  Result<bool> append(const Account& account, const std::vector<AccountEvent>& events) const;
  // The lists of all accounts, made anew after a restore. Gives how many accounts there are.
  Result<int> remake_lists() const;

  PasswordCost cost() const { return cost_; }

 private:
  using Change = std::function<Result<std::vector<AccountEvent>>(const Account&)>;
  Result<void> change(const std::string& id, const Change& change) const;
  Result<std::string> put(const AccountSecrets& secrets) const;

  store::Store& store_;
  PasswordCost cost_;
};

}  // namespace openimr::server
