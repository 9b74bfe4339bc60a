#include "server/accounts/account.h"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "server/accounts/who.h"

namespace openimr::server {
namespace {

using nlohmann::json;

std::int64_t number_of(Instant at) {
  return at.time_since_epoch().count();
}

tl::unexpected<Error> damaged(const store::Event& event) {
  return fail({ErrorCode::invalid, "this is no event of an account",
               fmt::format("{}, version {}", event.stream, event.version.number), "", 0, 0,
               "Check the store: openimr store verify."});
}

struct Fields {
  json all;
  std::string text(const char* key) const {
    const auto found = all.find(key);
    return found != all.end() && found->is_string() ? found->get<std::string>() : "";
  }
  std::int64_t number(const char* key) const {
    const auto found = all.find(key);
    return found != all.end() && found->is_number_integer() ? found->get<std::int64_t>() : 0;
  }
};

void forget_failures(Account& account) {
  account.failures.clear();
  account.locks = 0;
  account.locked_until = {};
}

bool counts(Instant failure, Instant now) {
  return failure > now - kFailuresWithin;
}

}  // namespace

Result<store::StreamId> account_stream(std::string_view id) {
  if (!cases::Actor::of("account:" + std::string(id)))
    return fail({ErrorCode::wrong_use, "this is no account's id", std::string(id), "", 0, 0,
                 "Use 1 to 80 letters, digits, '.', '_' and '-'."});
  return store::StreamId::of("account/" + std::string(id));
}

store::NewEvent to_store(const AccountEvent& event) {
  json payload = json::object();
  if (!event.role.empty()) payload["role"] = event.role;
  if (!event.document.empty()) payload["document"] = event.document;
  if (event.type == "openid-set") payload["openid"] = event.openid;
  if (event.step != 0) payload["step"] = event.step;
  if (event.until != Instant{}) payload["until"] = number_of(event.until);
  return {event.type, event.at, event.actor, payload.dump()};
}

Result<void> apply(Account& account, const store::Event& event) {
  const Fields fields{json::parse(event.payload, nullptr, false)};
  if (!fields.all.is_object()) return damaged(event);
  const std::string document = fields.text("document");
  const bool has_document =
      event.type == "account-created" || event.type == "password-changed" || event.type == "second-factor-set";
  if (has_document && !store::Hash::from_hex(document)) return damaged(event);
  if (has_document) account.document = document;
  if (event.type == "account-created") {
    account.role = fields.text("role");
    account.created = event.at;
    if (!is_role(account.role)) return damaged(event);
  } else if (event.type == "password-changed") {
    ++account.generation;
  } else if (event.type == "second-factor-set") {
    ++account.generation;
    account.has_second_factor = true;
  } else if (event.type == "openid-set") {
    account.openid = fields.text("openid");
  } else if (event.type == "sign-in-failed") {
    std::erase_if(account.failures, [&](Instant failure) { return !counts(failure, event.at); });
    account.failures.push_back(event.at);
  } else if (event.type == "locked") {
    account.failures.clear();
    ++account.locks;
    account.locked_until = Instant(std::chrono::milliseconds(fields.number("until")));
  } else if (event.type == "signed-in") {
    forget_failures(account);
    account.last_step = std::max(account.last_step, fields.number("step"));
    account.last_sign_in = event.at;
  } else if (event.type == "unlocked") {
    forget_failures(account);
  } else if (event.type == "disabled") {
    ++account.generation;
    account.is_disabled = true;
  } else if (event.type == "enabled") {
    account.is_disabled = false;
  } else {
    return damaged(event);
  }
  account.version = event.version.number;
  return {};
}

std::vector<AccountEvent> failure_of(const Account& account, Instant now) {
  const std::string actor = account.role + ":" + account.id;
  std::vector<AccountEvent> out = {{.type = "sign-in-failed", .actor = actor, .at = now}};
  const auto recent = std::count_if(account.failures.begin(), account.failures.end(),
                                    [&](Instant failure) { return counts(failure, now); });
  if (static_cast<std::size_t>(recent) + 1 < kFailuresToLock) return out;
  auto lock = kFirstLock;
  for (int i = 0; i < account.locks && lock < kLongestLock; ++i) lock *= 2;
  out.push_back({.type = "locked", .actor = actor, .at = now, .until = now + std::min(lock, kLongestLock)});
  return out;
}

std::string openid_subject(std::string_view issuer, std::string_view subject) {
  return store::Hasher().text("openimr openid 1").text(issuer).text(subject).finish().hex();
}

std::vector<store::Entry> entries_of(const Account& account) {
  if (account.openid.empty()) return {};
  return {{"openid/" + account.openid, ""}};
}

std::string to_text(const AccountSecrets& secrets) {
  return json{{"name", secrets.name}, {"password", secrets.password}, {"second_factor", secrets.second_factor}}.dump();
}

Result<AccountSecrets> secrets_from(std::string_view text) {
  const Fields fields{json::parse(text, nullptr, false)};
  if (!fields.all.is_object() || fields.text("name").empty())
    return fail({ErrorCode::invalid, "a document is not what belongs to an account", "", "", 0, 0,
                 "Check the store: openimr store verify."});
  return AccountSecrets{fields.text("name"), fields.text("password"), fields.text("second_factor")};
}

}  // namespace openimr::server
