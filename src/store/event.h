// Events, and the chain that holds those of a stream together.
#pragma once

#include <string>
#include <vector>

#include "store/ids.h"

namespace openimr::store {

// What is to be appended.
struct NewEvent {
  std::string type;     // 1 to 100 bytes of UTF-8: "determination-signed"
  Instant at;           // when it happened, as given
  std::string actor;    // who: at most 200 bytes of UTF-8
  std::string payload;  // a JSON text, kept byte for byte; at most 16 MiB
};

// An event as it is kept. An append of several events is kept whole or not at all; its first event holds its key and
// how many events it had, the others an empty key and 0.
//
// The hash of an event is BLAKE2b (32 bytes) of its canonical bytes, which are, in the form of Hasher:
//   text "openimr event 1", text stream, number version, text type, number at (milliseconds since 1970, UTC),
//   text actor, text payload, text key, number appended, hash previous
// and `previous` is the hash of the event before, or 32 zero bytes in the first. So whoever knows the hash of a
// stream's last event knows every byte of the stream.
struct Event {
  std::string stream;
  Version version;
  std::string type;
  Instant at;
  std::string actor;
  std::string payload;
  std::string key;
  std::int64_t appended = 0;
  Hash previous;
  Hash hash;
  auto operator<=>(const Event&) const = default;
};

Hash hash_of(const Event& event);

// Whether the event may be appended. Says which part is wrong, and never what stands in the payload.
Result<void> check(const NewEvent& event);

// The events as they will be kept behind `previous`, the hash of the event with the version `after`.
std::vector<Event> chained(const StreamId& stream, Version after, const Hash& previous,
                           const std::vector<NewEvent>& events, const EventKey& key);

}  // namespace openimr::store
