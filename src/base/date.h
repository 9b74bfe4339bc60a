// Calendar dates and counts of days. A date is a day without a time zone; a count of days is a type of its own, so that
// the two cannot be mixed up and neither can be mistaken for a number.
#pragma once

#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace openimr {

struct CalendarDays {
  int count = 0;
  auto operator<=>(const CalendarDays&) const = default;
};

constexpr CalendarDays weeks(int n) {
  return {7 * n};
}

class Date {
 public:
  // Nothing where the day does not exist (February 30) or the year lies outside 1900 to 2100.
  static std::optional<Date> of(int year, int month, int day);
  // Reads "2015-08-25" and nothing else.
  static std::optional<Date> from_iso(std::string_view text);

  std::string iso() const;
  std::chrono::year_month_day civil() const { return day_; }
  std::chrono::weekday weekday() const { return std::chrono::weekday(day_); }
  Date plus(CalendarDays days) const { return Date(day_ + std::chrono::days(days.count)); }
  // Days from `earlier` to this date; negative where `earlier` is later.
  CalendarDays since(Date earlier) const { return {static_cast<int>((day_ - earlier.day_).count())}; }
  auto operator<=>(const Date&) const = default;

 private:
  explicit Date(std::chrono::sys_days day) : day_(day) {}
  std::chrono::sys_days day_;
};

// What a record says of a date: a day, or only a month or a year. Both ends belong to it.
struct DateRange {
  Date first;
  Date last;
  bool is_day() const { return first == last; }
  auto operator<=>(const DateRange&) const = default;
};

}  // namespace openimr
