#include "base/numbers.h"

#include <cstdint>
#include <cstring>

#include "base/ascii.h"

namespace openimr {

namespace {

// Whether one of the eight bytes from here on is a digit: of each, less than ten is left when "0" is taken away bit by
// bit.
bool holds_digit(const char* eight) {
  constexpr std::uint64_t kEach = 0x0101010101010101ULL;
  std::uint64_t bytes = 0;
  std::memcpy(&bytes, eight, sizeof bytes);
  bytes ^= kEach * '0';
  return ((bytes - kEach * 10) & ~bytes & (kEach * 0x80)) != 0;
}

}  // namespace

std::vector<Span> numbers_in(std::string_view text) {
  std::vector<Span> out;
  const auto size = static_cast<std::uint32_t>(text.size());
  for (std::uint32_t at = 0; at < size; ++at) {
    while (at + 8 <= size && !holds_digit(text.data() + at)) at += 8;
    if (at == size || !is_digit(text[at])) continue;
    const std::uint32_t begin = at;
    while (at < size && is_digit(text[at])) ++at;
    out.push_back({begin, at});
  }
  return out;
}

}  // namespace openimr
