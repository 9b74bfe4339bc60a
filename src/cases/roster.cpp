#include "cases/roster.h"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace openimr::cases {

Result<store::StreamId> roster_stream(std::string_view id) {
  if (!Actor::of("review:" + std::string(id)))
    return fail({ErrorCode::wrong_use, "this is no reviewer's id", std::string(id), "", 0, 0,
                 "Use letters, digits, '.', '_' and '-'."});
  return store::StreamId::of("reviewer/" + std::string(id));
}

store::NewEvent to_store(const RosterEvent& event) {
  nlohmann::json payload = {{"on", event.on.iso()}};
  if (!event.why.empty()) payload["why"] = event.why;
  if (!event.document.empty()) payload["document"] = event.document;
  return {event.type, event.recorded, event.who.text(), payload.dump()};
}

Result<RosterEvent> roster_event_from(const store::Event& event) {
  const auto payload = nlohmann::json::parse(event.payload, nullptr, false);
  const auto text = [&](const char* key) {
    const bool is_there = payload.is_object() && payload.contains(key) && payload[key].is_string();
    return is_there ? payload[key].get<std::string>() : std::string();
  };
  auto who = Actor::of(event.actor);
  const auto on = program::Moment::from_iso(text("on"));
  const bool has_data = event.type == kRegistered || event.type == kChanged;
  if (!who || !on || (has_data ? !store::Hash::from_hex(text("document")) : event.type != kLeft))
    return fail({ErrorCode::invalid, "this is no event of a reviewer",
                 fmt::format("{}, version {}", event.stream, event.version.number), "", 0, 0,
                 "Check the store: openimr store verify."});
  return RosterEvent{event.type, std::move(*who), *on, event.at, text("why"), text("document")};
}

void apply(RosterEntry& entry, const RosterEvent& event) {
  ++entry.version;
  if (event.type != kChanged) entry.since = event.on;
  entry.is_active = event.type != kLeft;
  if (!event.document.empty()) entry.document = event.document;
}

std::vector<store::Entry> entries_of(const RosterEntry& entry) {
  if (!entry.is_active) return {};
  return {{std::string(kActiveReviewers), entry.id}};
}

std::string_view change_for(const RosterEntry& entry, std::string_view document) {
  if (!entry.is_active) return kRegistered;
  return entry.document == document ? std::string_view() : kChanged;
}

Result<void> may_keep_roster(const std::vector<program::Programme>& programmes, const Actor& who) {
  std::vector<std::string> known;
  for (const program::Programme& programme : programmes) {
    for (const program::Act& act : programme.life().acts()) {
      if (act.event == "reviewer-proposed") known.insert(known.end(), act.roles.begin(), act.roles.end());
    }
  }
  std::sort(known.begin(), known.end());
  known.erase(std::unique(known.begin(), known.end()), known.end());
  if (std::binary_search(known.begin(), known.end(), who.role)) return {};
  return fail({ErrorCode::wrong_use, "this is not for this role", who.role, "", 0, 0,
               fmt::format("It is for: {}.", fmt::join(known, ", "))});
}

}  // namespace openimr::cases
