#include "server/setting_value.h"

#include <array>
#include <charconv>
#include <limits>

namespace openimr::server {
namespace {

struct Unit {
  std::string_view name;
  std::uint64_t size;
};
// The largest first.
constexpr std::array kBytes =
    std::to_array<Unit>({{"GiB", 1U << 30U}, {"MiB", 1U << 20U}, {"KiB", 1U << 10U}, {"", 1}});
constexpr std::array kTimes = std::to_array<Unit>({{"h", 3'600'000}, {"min", 60'000}, {"s", 1'000}, {"ms", 1}});

template <std::size_t N>
std::optional<std::uint64_t> read(std::string_view text, const std::array<Unit, N>& units) {
  const auto end = std::min(text.find_first_not_of("0123456789"), text.size());
  const auto number = read_number(text.substr(0, end));
  std::string_view unit = text.substr(end);
  if (unit.starts_with(' ')) unit.remove_prefix(1);
  if (!number) return {};
  for (const auto& [name, size] : units)
    if (name == unit && *number <= std::numeric_limits<std::uint64_t>::max() / size) return *number * size;
  return {};
}

template <std::size_t N>
std::string written(std::uint64_t value, const std::array<Unit, N>& units) {
  for (const auto& [name, size] : units)
    if (value != 0 && value % size == 0) return std::to_string(value / size) + std::string(name);
  return '0' + std::string(units.back().name);
}

}  // namespace

std::optional<std::uint64_t> read_number(std::string_view text) {
  std::uint64_t number = 0;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (failed != std::errc() || end != text.data() + text.size()) return {};
  return number;
}

std::optional<std::uint64_t> read_bytes(std::string_view text) {
  return read(text, kBytes);
}

std::optional<std::chrono::milliseconds> read_time(std::string_view text) {
  constexpr std::uint64_t kLongest = std::uint64_t{10} * 365 * 24 * 3'600'000;  // ten years
  const auto time = read(text, kTimes);
  if (!time || *time > kLongest) return {};
  return std::chrono::milliseconds(*time);
}

std::string bytes_text(std::uint64_t bytes) {
  return written(bytes, kBytes);
}

std::string time_text(std::chrono::milliseconds time) {
  return written(static_cast<std::uint64_t>(time.count()), kTimes);
}

}  // namespace openimr::server
