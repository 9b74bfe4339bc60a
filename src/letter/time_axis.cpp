#include "letter/time_axis.h"

#include <algorithm>
#include <array>

#include <fmt/core.h>

namespace openimr::letter {
namespace {

constexpr int kLongTime = 5 * 365;  // days

struct Month {
  int year;
  int month;  // 1 to 12
  Date day() const { return *Date::of(year, month, 1); }
  Month later(int months) const {
    const int all = year * 12 + month - 1 + months;
    return {all / 12, all % 12 + 1};
  }
};

Month month_of(Date day) {
  const std::string iso = day.iso();
  return {std::stoi(iso.substr(0, 4)), std::stoi(iso.substr(5, 2))};
}

std::pair<Date, Date> shown_time(const std::vector<facts::TimelineRow>& rows) {
  std::vector<Date> days;
  for (const auto& row : rows) {
    for (const auto& point : row.points) {
      days.push_back(point.date.first);
      days.push_back(point.date.last);
    }
  }
  std::sort(days.begin(), days.end());
  days.erase(std::unique(days.begin(), days.end()), days.end());
  const std::size_t twentieth = days.size() / 20;
  const Date early = days[twentieth];
  const Date late = days[days.size() - 1 - twentieth];
  const int whole = days.back().since(days.front()).count;
  const bool crowded = whole > kLongTime && late.since(early).count * 3 < whole;
  return crowded ? std::pair(early, late) : std::pair(days.front(), days.back());
}

}  // namespace

TimeAxis::TimeAxis(const std::vector<facts::TimelineRow>& rows)
    : from_(shown_time(rows).first), to_(shown_time(rows).second) {
  from_ = month_of(from_).day();
  to_ = month_of(to_).later(1).day().plus({-1});
}

double TimeAxis::share(Date day) const {
  return std::clamp(static_cast<double>(day.since(from_).count) / to_.plus({1}).since(from_).count, 0.0, 1.0);
}

std::vector<Tick> TimeAxis::ticks(std::size_t most) const {
  constexpr std::array kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  for (const int step : {1, 3, 6, 12, 24, 60, 120, 240, 600}) {
    std::vector<Tick> out;
    Month month = month_of(from_);
    while ((month.year * 12 + month.month - 1) % step != 0) month = month.later(1);
    for (; month.year < 2100 && month.day() <= to_; month = month.later(step)) {
      out.push_back({month.day(), step >= 12 ? std::to_string(month.year)
                                             : fmt::format("{} {}", kMonths[static_cast<std::size_t>(month.month) - 1],
                                                           month.year)});
    }
    if (out.size() <= most) return out;
  }
  return {};
}

}  // namespace openimr::letter
