// The words of the store, each a type of its own: a version cannot be taken for a count, nor a stream for a key.
#pragma once

#include <array>
#include <chrono>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <sodium.h>

#include "base/result.h"

namespace openimr::store {

// A moment in UTC. It always comes from outside: the store has no clock.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;

// BLAKE2b of 32 bytes.
struct Hash {
  static constexpr std::size_t kSize = 32;
  std::array<unsigned char, kSize> bytes{};

  std::string hex() const;
  // Reads what hex() writes, and nothing else.
  static std::optional<Hash> from_hex(std::string_view text);
  auto operator<=>(const Hash&) const = default;
};

// Hashes a list of parts. A text stands behind its length (8 bytes, little endian), so that no two lists give the same
// bytes; a number is 8 bytes, little endian; a hash is its 32 bytes.
class Hasher {
 public:
  Hasher();
  Hasher& text(std::string_view part);
  Hasher& number(std::int64_t part);
  Hasher& hash(const Hash& part);
  Hash finish();

 private:
  void raw(const void* bytes, std::size_t size);
  crypto_generichash_state state_{};
};

// The name of a stream: 1 to 200 of the characters A-Z a-z 0-9 . _ : / -, for example "case/EX-100".
class StreamId {
 public:
  static Result<StreamId> of(std::string_view text);
  const std::string& text() const { return text_; }
  auto operator<=>(const StreamId&) const = default;

 private:
  explicit StreamId(std::string_view text) : text_(text) {}
  std::string text_;
};

// How many events a stream has; the first event has version 1, a stream that is not there version 0.
struct Version {
  std::int64_t number = 0;
  auto operator<=>(const Version&) const = default;
};

// Names one append of a stream for good, so that it can be repeated when its answer was lost: 1 to 100 printable ASCII
// characters. Made by who appends, for each append anew. The empty key names nothing.
class EventKey {
 public:
  EventKey() = default;
  static Result<EventKey> of(std::string_view text);
  const std::string& text() const { return text_; }
  bool empty() const { return text_.empty(); }
  auto operator<=>(const EventKey&) const = default;

 private:
  explicit EventKey(std::string_view text) : text_(text) {}
  std::string text_;
};

// A document is named by the hash of its bytes (the text "openimr document 1", then the bytes, as Hasher has them).
struct DocumentId {
  Hash hash;
  static DocumentId of(std::string_view bytes);
  auto operator<=>(const DocumentId&) const = default;
};

}  // namespace openimr::store
