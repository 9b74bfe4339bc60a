#include "server/clock.h"

#include <ctime>

namespace openimr::server {
namespace {

constexpr int kMinutes = 60;
constexpr int kFirstYear = 1900;

store::Instant real_time() {
  return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

}  // namespace

Clock clock_from(const std::optional<Date>& today) {
  if (!today) return real_time;
  const store::Instant noon = std::chrono::sys_days(today->civil()) + std::chrono::hours(12);
  return [noon, begin = std::chrono::steady_clock::now()] {
    return noon + std::chrono::floor<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begin);
  };
}

program::Moment local_moment(store::Instant at) {
  const std::time_t seconds = std::chrono::system_clock::to_time_t(at);
  std::tm local{};
  localtime_r(&seconds, &local);
  const auto day = Date::of(local.tm_year + kFirstYear, local.tm_mon + 1, local.tm_mday);
  return {*day, local.tm_hour * kMinutes + local.tm_min};
}

}  // namespace openimr::server
