// Eight bytes of a text at a time, as one number whose lowest byte is the first.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace openimr {

static_assert(std::endian::native == std::endian::little, "the first byte of a text is the lowest of its number");

inline constexpr std::size_t kEight = sizeof(std::uint64_t);
inline constexpr std::uint64_t kEachByte = 0x0101010101010101ULL;
inline constexpr std::uint64_t kTopBits = 0x80 * kEachByte;

// The last bytes of the text from `at` on, 0 behind them.
[[gnu::noinline]] inline std::uint64_t last_bytes(std::string_view text, std::size_t at) {
  std::uint64_t out = 0;
  if (at < text.size()) std::memcpy(&out, text.data() + at, text.size() - at);
  return out;
}

// The eight bytes from `at` on, 0 where the text has ended.
inline std::uint64_t eight_at(std::string_view text, std::size_t at) {
  if (at + kEight > text.size()) return last_bytes(text, at);
  std::uint64_t out;
  std::memcpy(&out, text.data() + at, kEight);
  return out;
}

// The top bit of each byte that is one of these; behind a byte beyond ASCII it says nothing.
template <char First, char Last = First>
constexpr std::uint64_t among(std::uint64_t ascii) {
  return (ascii + kEachByte * (0x80 - First)) & ~(ascii + kEachByte * (0x7F - Last)) & kTopBits;
}

// How many bytes stand before the first whose top bit is not set: eight where all are.
constexpr std::size_t bytes_before_gap(std::uint64_t top_bits) {
  return static_cast<std::size_t>(std::countr_zero(~top_bits & kTopBits)) / 8;
}

// Top bits as the lowest eight of a number, the first byte's as the lowest.
constexpr std::uint64_t gathered(std::uint64_t top_bits) {
  return ((top_bits >> 7U) * 0x0102040810204080ULL) >> 56U;
}

}  // namespace openimr
