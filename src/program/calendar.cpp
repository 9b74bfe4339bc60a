#include "program/calendar.h"

#include <algorithm>
#include <array>
#include <utility>

namespace openimr::program {
namespace {

constexpr int kLast = 5;

int year_of(Date day) {
  return static_cast<int>(day.civil().year());
}

std::optional<Date> nth_weekday(int year, int month, std::chrono::weekday weekday, int nth) {
  const std::chrono::year_month in{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)}};
  const auto days = nth == kLast ? std::chrono::sys_days(in / weekday[std::chrono::last])
                                 : std::chrono::sys_days(in / weekday[static_cast<unsigned>(nth)]);
  const std::chrono::year_month_day day{days};
  return Date::of(static_cast<int>(day.year()), static_cast<int>(static_cast<unsigned>(day.month())),
                  static_cast<int>(static_cast<unsigned>(day.day())));
}

}  // namespace

std::string_view name_of(std::chrono::weekday weekday) {
  static constexpr std::array<std::string_view, 7> kNames = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                             "Thursday", "Friday", "Saturday"};
  return kNames[weekday.c_encoding()];
}

std::optional<Date> Holiday::in_year(int of_year) const {
  if (year && *year != of_year) return std::nullopt;
  auto found = day > 0 ? Date::of(of_year, month, day) : nth_weekday(of_year, month, weekday, nth);
  if (!found || !in_force.holds_on(*found)) return std::nullopt;
  if (found->weekday() == std::chrono::Sunday) return found->plus(sunday).plus(behind);
  if (found->weekday() == std::chrono::Saturday) return found->plus(saturday).plus(behind);
  return found->plus(behind);
}

Calendar::Calendar(std::string id, std::string title, std::string section, Standing standing,
                   std::vector<std::chrono::weekday> closed, std::vector<Holiday> holidays)
    : id_(std::move(id)),
      title_(std::move(title)),
      section_(std::move(section)),
      standing_(standing),
      closed_(std::move(closed)),
      holidays_(std::move(holidays)) {}

std::string_view Calendar::why_closed(Date day) const {
  for (const Holiday& holiday : holidays_) {
    // New Year's Day may be kept on December 31.
    for (const int year : {year_of(day), year_of(day) + 1}) {
      if (holiday.in_year(year) == day) return holiday.name;
    }
  }
  const auto weekday = day.weekday();
  return std::find(closed_.begin(), closed_.end(), weekday) == closed_.end() ? std::string_view() : name_of(weekday);
}

Date Calendar::open_from(Date day) const {
  while (!is_open(day)) day = day.plus({1});
  return day;
}

Date Calendar::after(Date day, BusinessDays count) const {
  for (int left = count.count; left > 0; --left) day = open_from(day.plus({1}));
  return day;
}

}  // namespace openimr::program
