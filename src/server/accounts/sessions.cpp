#include "server/accounts/sessions.h"

#include <array>

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <sodium.h>

#include "store/hex.h"

namespace openimr::server {
namespace {

using nlohmann::json;
using Known = SessionCache::Known;

constexpr std::size_t kTokenBytes = 32;
constexpr std::size_t kTokenLetters = 43;
constexpr int kBase64 = sodium_base64_VARIANT_URLSAFE_NO_PADDING;

std::string id_of(std::string_view token) {
  return store::Hasher().text("openimr session 1").text(token).finish().hex();
}

store::StreamId stream_of(const std::string& id) {
  return store::StreamId::of("session/" + id).value();
}

store::NewEvent event(const char* type, const Who& who, Instant at, const json& what = json::object()) {
  return {type, at, who.actor().text(), what.dump()};
}

// Fails with invalid where an event is none of ours.
Result<void> apply(Known& known, const store::Event& each) {
  const json what = json::parse(each.payload, nullptr, false);
  const bool has_generation = each.type == "session-opened" || each.type == "session-kept";
  const bool is_ours = has_generation || each.type == "session-seen" || each.type == "session-ended";
  const bool is_sound = !has_generation || (what.is_object() && what.value("generation", json()).is_number_integer());
  if (!is_ours || !is_sound)
    return fail({ErrorCode::invalid, "this is no event of a session", fmt::format("version {}", each.version.number),
                 "", 0, 0, "Check the store: openimr store verify."});
  if (each.type == "session-opened") {
    known.account.id = what.value("account", "");
    known.session.opened = each.at;
  }
  if (has_generation) known.generation = what["generation"].get<std::int64_t>();
  if (each.type == "session-ended") known.has_ended = true;
  known.session.seen = std::max(known.session.seen, each.at);
  known.version = each.version.number;
  return {};
}

}  // namespace

std::string new_token() {
  std::array<unsigned char, kTokenBytes> bytes{};
  randombytes_buf(bytes.data(), bytes.size());
  std::array<char, kTokenLetters + 1> text{};
  sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), kBase64);
  sodium_memzero(bytes.data(), bytes.size());
  return std::string(text.data());
}

std::string csrf_of(std::string_view token) {
  return store::Hasher().text("openimr csrf 1").text(token).finish().hex();
}

bool same_secret(std::string_view one, std::string_view other) {
  return one.size() == other.size() && sodium_memcmp(one.data(), other.data(), one.size()) == 0;
}

std::optional<Known> SessionCache::find(const std::string& id) const {
  const std::lock_guard lock(mutex_);
  const auto found = known_.find(id);
  return found == known_.end() ? std::nullopt : std::optional(found->second);
}

void SessionCache::keep(const Known& known) {
  const std::lock_guard lock(mutex_);
  if (known_.size() >= kMost && known_.count(known.session.id) == 0) known_.clear();
  known_[known.session.id] = known;
}

// What the store says of the token's session now. What this process knows already is read no more; whether there is
// anything newer is asked each time.
Result<std::optional<Known>> Sessions::known(std::string_view token) {
  if (token.size() != kTokenLetters) return std::optional<Known>{};
  const std::string id = id_of(token);
  const auto stream = stream_of(id);
  const auto version = store_.version(stream);
  if (!version) return fail(version.error());
  if (version->number == 0) return std::optional<Known>{};
  Known out = cache_.find(id).value_or(Known{});
  const std::int64_t before = out.version;
  const Accounts accounts(store_);
  if (out.version < version->number) {
    const auto events = store_.read(stream, {out.version});
    if (!events) return fail(events.error());
    for (const store::Event& each : *events) {
      if (auto done = apply(out, each); !done) return fail(done.error());
    }
    out.session.id = id;
    out.session.csrf = csrf_of(token);
    out.session.until = out.session.opened + limits_.whole;
  }
  const auto account_version = store_.version(account_stream(out.account.id).value());
  if (!account_version) return fail(account_version.error());
  const bool is_news = out.version != before || account_version->number > out.account.version;
  if (account_version->number > out.account.version) {
    const std::string document = out.account.document;
    if (auto done = accounts.refresh(out.account); !done) return fail(done.error());
    if (out.account.document != document) {
      const auto secrets = accounts.secrets(out.account);
      if (!secrets) return fail(secrets.error());
      out.session.who = {out.account.id, secrets->name, out.account.role};
    }
  }
  if (is_news) cache_.keep(out);
  return std::optional(std::move(out));
}

Result<OpenedSession> Sessions::open(const Account& account, const std::string& name, Instant now) {
  OpenedSession out{new_token(), {}};
  out.session = {.who = {account.id, name, account.role},
                 .id = id_of(out.token),
                 .csrf = csrf_of(out.token),
                 .opened = now,
                 .seen = now,
                 .until = now + limits_.whole};
  const json what = {{"account", account.id}, {"generation", account.generation}};
  const auto done = store_.append(stream_of(out.session.id), {}, {event("session-opened", out.session.who, now, what)});
  if (!done) return fail(done.error());
  return out;
}

Result<std::optional<Session>> Sessions::who(std::string_view token, Instant now) {
  using Found = std::optional<Session>;
  auto found = known(token);
  if (!found) return fail(found.error());
  if (!*found) return Found{};
  Known& it = **found;
  const bool holds = !it.has_ended && it.generation == it.account.generation && !it.account.is_disabled;
  if (!holds || now >= it.session.until || now >= it.session.seen + limits_.idle) return Found{};
  if (now >= it.session.seen + limits_.seen_every) {
    // Where somebody else has written meanwhile, they have seen it too, or it has ended: the next request tells.
    const auto done =
        store_.append(stream_of(it.session.id), {it.version}, {event("session-seen", it.session.who, now)});
    if (!done) return fail(done.error());
    if (done->outcome == store::Appended::Outcome::conflict) return who(token, now);
    it.version = done->version.number;
    it.session.seen = now;
    cache_.keep(it);
  }
  return Found(std::move(it.session));
}

Result<void> Sessions::end(std::string_view token, Instant now) {
  while (true) {
    const auto found = known(token);
    if (!found) return fail(found.error());
    if (!*found || (*found)->has_ended) return {};
    const Session& session = (*found)->session;
    const auto done =
        store_.append(stream_of(session.id), {(*found)->version}, {event("session-ended", session.who, now)});
    if (!done) return fail(done.error());
    if (done->outcome == store::Appended::Outcome::kept) return {};
  }
}

Result<void> Sessions::keep(std::string_view token, Instant now) {
  while (true) {
    const auto found = known(token);
    if (!found) return fail(found.error());
    if (!*found || (*found)->has_ended) return {};
    const Session& session = (*found)->session;
    const json what = {{"generation", (*found)->account.generation}};
    const auto done =
        store_.append(stream_of(session.id), {(*found)->version}, {event("session-kept", session.who, now, what)});
    if (!done) return fail(done.error());
    if (done->outcome == store::Appended::Outcome::kept) return {};
  }
}

}  // namespace openimr::server
