#include "server/accounts/accounts.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "server/accounts/second_factor.h"
#include "server/accounts/who.h"

namespace openimr::server {
namespace {

// Each conflict means that somebody else has written, so this many have at the same time.
constexpr int kMostConflicts = 100;
constexpr std::string_view kPrefix = "account/";
constexpr std::size_t kLongestName = 200;

tl::unexpected<Error> no_such(const std::string& id) {
  return fail({ErrorCode::not_found, "there is no such account", id, "", 0, 0,
               "See openimr account list, or make it: openimr account create."});
}

tl::unexpected<Error> is_so_already(const std::string& id, const char* what) {
  return fail({ErrorCode::wrong_use, what, id, "", 0, 0, "Nothing was changed."});
}

std::vector<AccountEvent> one(const char* type, const By& by) {
  return {{.type = type, .actor = by.actor, .at = by.at}};
}

Result<void> check(const NewAccount& account) {
  if (!is_role(account.role))
    return fail({ErrorCode::wrong_use, "there is no such role", account.role, "", 0, 0,
                 fmt::format("The roles are: {}.", fmt::join(kRoles, ", "))});
  if (account.name.empty() || account.name.size() > kLongestName)
    return fail({ErrorCode::wrong_use, "the name of the person is missing, or too long", "", "", 0, 0,
                 fmt::format("Give a name of 1 to {} bytes.", kLongestName)});
  if (account.password.empty()) return {};
  return check_password(account.password, account.id, account.name);
}

}  // namespace

Result<void> Accounts::refresh(Account& account) const {
  const auto stream = account_stream(account.id);
  if (!stream) return fail(stream.error());
  const auto events = store_.read(*stream, {account.version});
  if (!events) return fail(events.error());
  for (const store::Event& event : *events) {
    if (auto done = apply(account, event); !done) return done;
  }
  return {};
}

Result<Account> Accounts::find(std::string_view id) const {
  Account out{.id = std::string(id)};
  if (auto done = refresh(out); !done) return fail(done.error());
  return out;
}

Result<AccountSecrets> Accounts::secrets(const Account& account) const {
  const auto document = store::Hash::from_hex(account.document);
  if (!document) return no_such(account.id);
  const auto text = store_.get({*document});
  if (!text) return fail(text.error());
  return secrets_from(*text);
}

Result<Account> Accounts::of_openid(const std::string& subject) const {
  const auto found = store_.list("openid/" + subject, "", "", {}, 2);
  if (!found) return fail(found.error());
  // Of two that claim the same subject neither is meant.
  if (found->size() != 1) return Account{};
  return find(found->front().stream.substr(kPrefix.size()));
}

Result<std::vector<Account>> Accounts::list(std::string_view after, int limit) const {
  const std::string from = after.empty() ? "" : fmt::format("{}{}", kPrefix, after);
  const auto streams = store_.streams(kPrefix, from, limit);
  if (!streams) return fail(streams.error());
  std::vector<Account> out;
  for (const store::StreamHead& head : *streams) {
    auto account = find(head.stream.text().substr(kPrefix.size()));
    if (!account) return fail(account.error());
    out.push_back(std::move(*account));
  }
  return out;
}

Result<std::string> Accounts::put(const AccountSecrets& secrets) const {
  const auto kept = store_.put(to_text(secrets));
  if (!kept) return fail(kept.error());
  return kept->hash.hex();
}

Result<bool> Accounts::append(const Account& account, const std::vector<AccountEvent>& events) const {
  const auto stream = account_stream(account.id);
  if (!stream) return fail(stream.error());
  std::vector<store::NewEvent> kept;
  bool changes_lists = false;
  Account behind = account;
  for (const AccountEvent& event : events) {
    kept.push_back(to_store(event));
    changes_lists = changes_lists || event.type == "openid-set";
    if (event.type == "openid-set") behind.openid = event.openid;
  }
  const auto entries = entries_of(behind);
  const auto done = store_.append(*stream, {account.version}, kept, {}, changes_lists ? &entries : nullptr);
  if (!done) return fail(done.error());
  return done->outcome == store::Appended::Outcome::kept;
}

Result<void> Accounts::change(const std::string& id, const Change& change) const {
  for (int attempt = 0; attempt <= kMostConflicts; ++attempt) {
    const auto account = find(id);
    if (!account) return fail(account.error());
    if (!account->is_there()) return no_such(id);
    const auto events = change(*account);
    if (!events) return fail(events.error());
    const auto done = append(*account, *events);
    if (!done) return fail(done.error());
    if (*done) return {};
  }
  return fail(
      {ErrorCode::unavailable, "others keep changing the account", id, "", 0, 0, "Do it again when they are done."});
}

Result<void> Accounts::create(const NewAccount& account, const By& by) const {
  if (const auto stream = account_stream(account.id); !stream) return fail(stream.error());
  if (auto sound = check(account); !sound) return sound;
  AccountSecrets secrets{account.name, "", ""};
  if (!account.password.empty()) {
    auto hash = hash_password(account.password, cost_);
    if (!hash) return fail(hash.error());
    secrets.password = std::move(*hash);
  }
  const auto document = put(secrets);
  if (!document) return fail(document.error());
  const auto done = append(
      {.id = account.id},
      {{.type = "account-created", .actor = by.actor, .at = by.at, .role = account.role, .document = *document}});
  if (!done) return fail(done.error());
  if (*done) return {};
  return fail({ErrorCode::wrong_use, "there is an account with this id already", account.id, "", 0, 0,
               "Take another id, or set its password: openimr account password."});
}

Result<void> Accounts::set_password(const std::string& id, std::string_view password, const By& by) const {
  std::string hash;
  return change(id, [&](const Account& account) -> Result<std::vector<AccountEvent>> {
    auto all = secrets(account);
    if (!all) return fail(all.error());
    if (auto sound = check_password(password, id, all->name); !sound) return fail(sound.error());
    if (hash.empty()) {
      auto made = hash_password(password, cost_);
      if (!made) return fail(made.error());
      hash = std::move(*made);
    }
    all->password = hash;
    const auto document = put(*all);
    if (!document) return fail(document.error());
    return std::vector{AccountEvent{.type = "password-changed", .actor = by.actor, .at = by.at, .document = *document}};
  });
}

Result<std::string> Accounts::set_second_factor(const std::string& id, const By& by) const {
  const std::string key = new_second_factor();
  auto done = change(id, [&](const Account& account) -> Result<std::vector<AccountEvent>> {
    auto all = secrets(account);
    if (!all) return fail(all.error());
    all->second_factor = key;
    const auto document = put(*all);
    if (!document) return fail(document.error());
    return std::vector{
        AccountEvent{.type = "second-factor-set", .actor = by.actor, .at = by.at, .document = *document}};
  });
  if (!done) return fail(done.error());
  return otpauth_url(id, key);
}

Result<void> Accounts::set_openid(const std::string& id, const std::string& subject, const By& by) const {
  return change(id, [&](const Account&) -> Result<std::vector<AccountEvent>> {
    const auto taken = of_openid(subject);
    if (!taken) return fail(taken.error());
    if (taken->is_there() && taken->id != id)
      return is_so_already(taken->id, "another account signs in with this subject");
    return std::vector{AccountEvent{.type = "openid-set", .actor = by.actor, .at = by.at, .openid = subject}};
  });
}

Result<void> Accounts::disable(const std::string& id, const By& by) const {
  return change(id, [&](const Account& account) -> Result<std::vector<AccountEvent>> {
    if (account.is_disabled) return is_so_already(id, "the account is disabled already");
    return one("disabled", by);
  });
}

Result<void> Accounts::enable(const std::string& id, const By& by) const {
  return change(id, [&](const Account& account) -> Result<std::vector<AccountEvent>> {
    if (!account.is_disabled) return is_so_already(id, "the account is not disabled");
    return one("enabled", by);
  });
}

Result<void> Accounts::unlock(const std::string& id, const By& by) const {
  return change(id, [&](const Account& account) -> Result<std::vector<AccountEvent>> {
    if (!account.is_locked(by.at)) return is_so_already(id, "the account is not locked");
    return one("unlocked", by);
  });
}

Result<int> Accounts::remake_lists() const {
  int count = 0;
  for (std::string last;;) {
    const auto page = list(last);
    if (!page) return fail(page.error());
    if (page->empty()) return count;
    for (const Account& account : *page) {
      const auto done =
          store_.replace_entries(account_stream(account.id).value(), {account.version}, entries_of(account));
      if (!done) return fail(done.error());
    }
    count += static_cast<int>(page->size());
    last = page->back().id;
  }
}

}  // namespace openimr::server
