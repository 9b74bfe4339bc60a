#include "base/date.h"

#include <cctype>

#include <fmt/core.h>

namespace openimr {

std::optional<Date> Date::of(int year, int month, int day) {
  if (year < 1900 || year > 2100 || month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
  const std::chrono::year_month_day ymd{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                                        std::chrono::day{static_cast<unsigned>(day)}};
  if (!ymd.ok()) return std::nullopt;
  return Date(std::chrono::sys_days{ymd});
}

std::optional<Date> Date::from_iso(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  int number[3] = {0, 0, 0};
  int part = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i == 4 || i == 7) {
      ++part;
    } else if (std::isdigit(static_cast<unsigned char>(text[i])) == 0) {
      return std::nullopt;
    } else {
      number[part] = number[part] * 10 + (text[i] - '0');
    }
  }
  return of(number[0], number[1], number[2]);
}

std::string Date::iso() const {
  const std::chrono::year_month_day ymd{day_};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(ymd.year()), static_cast<unsigned>(ymd.month()),
                     static_cast<unsigned>(ymd.day()));
}

}  // namespace openimr
