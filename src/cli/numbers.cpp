#include "cli/numbers.h"

#include <fmt/format.h>

namespace openimr::cli {

std::string grouped(std::uint64_t number) {
  std::string out = std::to_string(number);
  for (std::size_t at = out.size(); at > 3; at -= 3) out.insert(at - 3, ",");
  return out;
}

std::string counted(std::uint64_t number, std::string_view what) {
  return fmt::format("{} {}{}", grouped(number), what, number == 1 ? "" : "s");
}

std::string clock_time(std::chrono::duration<double> time) {
  const auto seconds = static_cast<std::uint64_t>(time.count());
  constexpr std::uint64_t kMinute = 60;
  constexpr std::uint64_t kHour = 3600;
  if (seconds < kHour) return fmt::format("{}:{:02}", seconds / kMinute, seconds % kMinute);
  return fmt::format("{}:{:02}:{:02}", seconds / kHour, seconds / kMinute % kMinute, seconds % kMinute);
}

}  // namespace openimr::cli
