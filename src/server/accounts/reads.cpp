#include "server/accounts/reads.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace openimr::server {
namespace {

using nlohmann::json;

Result<store::StreamId> stream_of(const std::string& case_number) {
  return store::StreamId::of("reads/" + case_number);
}

std::string text_of(const json& payload, const char* key) {
  const auto found = payload.find(key);
  return found != payload.end() && found->is_string() ? found->get<std::string>() : "";
}

}  // namespace

bool ReadsWritten::has(const std::string& key) const {
  const std::lock_guard lock(mutex_);
  return keys_.count(key) > 0;
}

void ReadsWritten::add(const std::string& key) {
  const std::lock_guard lock(mutex_);
  if (keys_.size() >= kMost) keys_.clear();
  keys_.insert(key);
}

Result<void> append_to_log(store::Store& store, const store::StreamId& stream, const store::NewEvent& event,
                           const store::EventKey& key) {
  auto version = store.version(stream);
  while (version) {
    const auto done = store.append(stream, *version, {event}, key);
    if (!done) return fail(done.error());
    if (done->outcome != store::Appended::Outcome::conflict) return {};
    version = done->version;
  }
  return fail(version.error());
}

Result<void> Reads::note(const Session& session, const std::string& case_number, const std::string& document,
                         Instant now) {
  const auto stream = stream_of(case_number);
  if (!stream) return fail(stream.error());
  const std::string key = store::Hasher()
                              .text("openimr read 1")
                              .text(session.id)
                              .text(case_number)
                              .text(document)
                              .number(now.time_since_epoch() / kReadsTogether)
                              .finish()
                              .hex();
  if (written_.has(key)) return {};
  const store::NewEvent event{"document-read", now, session.who.actor().text(), json{{"document", document}}.dump()};
  if (auto done = append_to_log(store_, *stream, event, store::EventKey::of(key).value()); !done) return done;
  written_.add(key);
  return {};
}

Result<std::vector<ReadOfCase>> Reads::of(const std::string& case_number) const {
  const auto stream = stream_of(case_number);
  if (!stream) return fail(stream.error());
  const auto events = store_.read(*stream);
  if (!events) return fail(events.error());
  std::vector<ReadOfCase> out;
  for (const store::Event& event : *events) {
    const json payload = json::parse(event.payload, nullptr, false);
    const bool is_read = event.type == "document-read";
    if (!payload.is_object() || (!is_read && event.type != "glass-broken"))
      return fail({ErrorCode::invalid, "this is no event of a log of reads",
                   fmt::format("{}, version {}", event.stream, event.version.number), "", 0, 0,
                   "Check the store: openimr store verify."});
    out.push_back({event.at, event.actor, is_read ? "read" : "break-glass", text_of(payload, "document"),
                   text_of(payload, "why")});
  }
  return out;
}

}  // namespace openimr::server
