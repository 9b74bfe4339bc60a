#include "cases/event.h"

#include <algorithm>

#include "cases/payload.h"

namespace openimr::cases {
namespace {

constexpr std::string_view kPrefix = "case/";

bool is_name(std::string_view text) {
  constexpr std::size_t kMost = 80;
  return !text.empty() && text.size() <= kMost && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_' ||
           c == '-';
  });
}

}  // namespace

Result<Actor> Actor::of(std::string_view text) {
  const auto colon = text.find(':');
  if (colon == std::string_view::npos || !is_name(text.substr(0, colon)) || !is_name(text.substr(colon + 1)))
    return fail({ErrorCode::wrong_use, "this names no actor", std::string(text), "", 0, 0,
                 "Write ROLE:ID, for example intake:iris."});
  return Actor{std::string(text.substr(0, colon)), std::string(text.substr(colon + 1))};
}

std::string CaseEvent::text(std::string_view field) const {
  const auto found = what.find(field);
  return found != what.end() && found->is_string() ? found->get<std::string>() : "";
}

Result<store::StreamId> stream_of(std::string_view case_number) {
  if (!is_name(case_number))
    return fail({ErrorCode::wrong_use, "this is no case number", std::string(case_number), "", 0, 0,
                 "Use letters, digits, '.', '_' and '-'."});
  return store::StreamId::of(std::string(kPrefix) + std::string(case_number));
}

store::NewEvent to_store(const CaseEvent& event) {
  nlohmann::json payload = {{"on", event.on.iso()}, {"state", event.state}};
  if (!event.starts.empty()) payload["starts"] = event.starts;
  if (!event.meets.empty()) payload["meets"] = event.meets;
  if (!event.why.empty()) payload["why"] = event.why;
  if (!event.what.empty()) payload["what"] = event.what;
  return {event.type, event.recorded, event.who.text(), payload.dump()};
}

Result<CaseEvent> from_store(const store::Event& event) {
  const auto damaged = [&](const char* what) {
    return fail({ErrorCode::invalid, what, event.stream + ", version " + std::to_string(event.version.number), "", 0, 0,
                 "Check the store: openimr store verify."});
  };
  Payload payload;
  if (!read_payload(event.payload, payload)) return damaged("the content of an event is not what it should be");
  auto who = Actor::of(event.actor);
  if (!who) return damaged("an event names no actor");
  const auto on = program::Moment::from_iso(payload.on);
  if (!on) return damaged("an event has no day");
  return CaseEvent{event.type,
                   std::move(*who),
                   *on,
                   event.at,
                   std::move(payload.why),
                   std::move(payload.what),
                   std::move(payload.state),
                   std::move(payload.starts),
                   std::move(payload.meets)};
}

}  // namespace openimr::cases
