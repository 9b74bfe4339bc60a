#include "store/ids.h"

#include <algorithm>

#include "store/hex.h"

namespace openimr::store {
namespace {

constexpr std::size_t kLongestStream = 200;
constexpr std::size_t kLongestKey = 100;
constexpr int kBitsOfByte = 8;

bool is_of_stream(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_' ||
         c == ':' || c == '/' || c == '-';
}

constexpr int kDigits = 16;

// Of what hex() writes; else -1.
int digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return -1;
}

}  // namespace

std::string Hash::hex() const {
  return to_hex(bytes);
}

std::optional<Hash> Hash::from_hex(std::string_view text) {
  Hash out;
  if (text.size() != 2 * kSize) return std::nullopt;
  for (std::size_t i = 0; i < kSize; ++i) {
    const int high = digit(text[2 * i]);
    const int low = digit(text[2 * i + 1]);
    if (high < 0 || low < 0) return std::nullopt;
    out.bytes[i] = static_cast<unsigned char>(high * kDigits + low);
  }
  return out;
}

Hasher::Hasher() {
  crypto_generichash_init(&state_, nullptr, 0, Hash::kSize);
}

void Hasher::raw(const void* bytes, std::size_t size) {
  crypto_generichash_update(&state_, static_cast<const unsigned char*>(bytes), size);
}

Hasher& Hasher::text(std::string_view part) {
  number(static_cast<std::int64_t>(part.size()));
  raw(part.data(), part.size());
  return *this;
}

Hasher& Hasher::number(std::int64_t part) {
  std::array<unsigned char, sizeof part> bytes{};
  auto left = static_cast<std::uint64_t>(part);
  for (unsigned char& byte : bytes) {
    byte = static_cast<unsigned char>(left);
    left >>= kBitsOfByte;
  }
  raw(bytes.data(), bytes.size());
  return *this;
}

Hasher& Hasher::hash(const Hash& part) {
  raw(part.bytes.data(), part.bytes.size());
  return *this;
}

Hash Hasher::finish() {
  Hash out;
  crypto_generichash_final(&state_, out.bytes.data(), out.bytes.size());
  return out;
}

Result<StreamId> StreamId::of(std::string_view text) {
  if (text.empty() || text.size() > kLongestStream || !std::all_of(text.begin(), text.end(), is_of_stream)) {
    return fail({ErrorCode::wrong_use, "no name of a stream", std::string(text.substr(0, kLongestStream)), "", 0, 0,
                 "Take 1 to 200 of the characters A-Z a-z 0-9 . _ : / -."});
  }
  return StreamId(text);
}

Result<EventKey> EventKey::of(std::string_view text) {
  const bool printable = std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c <= '~'; });
  if (text.empty() || text.size() > kLongestKey || !printable) {
    return fail({ErrorCode::wrong_use, "no key of an append", std::string(text.substr(0, kLongestKey)), "", 0, 0,
                 "Take 1 to 100 printable ASCII characters without spaces."});
  }
  return EventKey(text);
}

DocumentId DocumentId::of(std::string_view bytes) {
  return {Hasher().text("openimr document 1").text(bytes).finish()};
}

}  // namespace openimr::store
