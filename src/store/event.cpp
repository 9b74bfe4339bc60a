#include "store/event.h"

#include <utility>

#include <nlohmann/json.hpp>

#include "base/clean_text.h"

namespace openimr::store {
namespace {

constexpr std::size_t kLongestType = 100;
constexpr std::size_t kLongestActor = 200;
constexpr std::size_t kMostPayload = 16U << 20U;

// UTF-8 without the zero byte, which PostgreSQL cannot keep.
bool is_text(std::string_view text) {
  return first_invalid_utf8(text) == std::string_view::npos && text.find('\0') == std::string_view::npos;
}

tl::unexpected<Error> wrong(std::string message, std::string remedy) {
  return fail({ErrorCode::wrong_use, std::move(message), "", "", 0, 0, std::move(remedy)});
}

}  // namespace

Hash hash_of(const Event& event) {
  return Hasher()
      .text("openimr event 1")
      .text(event.stream)
      .number(event.version.number)
      .text(event.type)
      .number(event.at.time_since_epoch().count())
      .text(event.actor)
      .text(event.payload)
      .text(event.key)
      .number(event.appended)
      .hash(event.previous)
      .finish();
}

Result<void> check(const NewEvent& event) {
  if (event.type.empty() || event.type.size() > kLongestType || !is_text(event.type))
    return wrong("an event has no sound type", "Give it a type of 1 to 100 bytes of UTF-8.");
  if (event.actor.size() > kLongestActor || !is_text(event.actor))
    return wrong("the actor of an event is no sound text", "Give at most 200 bytes of UTF-8.");
  if (event.payload.size() > kMostPayload)
    return wrong("the payload of an event is larger than 16 MiB", "Put what is large as a document, and its id here.");
  if (!is_text(event.payload) || !nlohmann::json::accept(event.payload))
    return wrong("the payload of an event is no JSON text", "Give one JSON value in UTF-8.");
  return {};
}

std::vector<Event> chained(const StreamId& stream, Version after, const Hash& previous,
                           const std::vector<NewEvent>& events, const EventKey& key) {
  std::vector<Event> out;
  out.reserve(events.size());
  Hash last = previous;
  for (const NewEvent& event : events) {
    const bool first = out.empty();
    out.push_back({stream.text(),
                   {after.number + static_cast<std::int64_t>(out.size()) + 1},
                   event.type,
                   event.at,
                   event.actor,
                   event.payload,
                   first ? key.text() : std::string(),
                   first ? static_cast<std::int64_t>(events.size()) : 0,
                   last,
                   {}});
    out.back().hash = last = hash_of(out.back());
  }
  return out;
}

}  // namespace openimr::store
