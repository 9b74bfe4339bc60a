#include "program/calendar.h"

#include <gtest/gtest.h>

#include "support/programmes.h"

namespace openimr::program {
namespace {

Date day(const char* iso) {
  return *Date::from_iso(iso);
}

const Calendar& calendar(const char* id) {
  for (const Calendar& each : testing::programme("ca-dwc-imr").calendars()) {
    if (each.id() == id) return each;
  }
  ADD_FAILURE() << id;
  return testing::programme("ca-dwc-imr").calendars().front();
}

TEST(Calendar, KnowsWhyADayIsClosed) {
  struct Row {
    const char* calendar;
    const char* day;
    const char* why;
  };
  const Row rows[] = {
      {"business", "2023-11-10", "Veterans Day"},  // November 11 on a Saturday: the Friday before
      {"business", "2023-11-11", "Saturday"},
      {"business", "2024-03-31", "Sunday"},
      {"business", "2024-04-01", "Cesar Chavez Day"},  // kept on the Monday
      {"business", "2025-11-28", "the day after Thanksgiving"},
      {"business", "2025-11-26", ""},
      {"business", "2021-12-25", "Christmas Day"},
      {"business", "2021-12-24", ""},  // a Saturday gives no other day
      {"business", "2024-02-12", ""},  // Lincoln's Birthday is the courts' alone
      {"court", "2024-02-12", "Lincoln's Birthday"},
      {"court", "2023-02-13", "Lincoln's Birthday"},
      {"business", "2025-06-19", ""},
      {"court", "2025-06-19", "Juneteenth"},
      {"court", "2019-06-19", ""},  // before its first year
      {"court", "2025-09-26", "Native American Day"},
      {"court", "2020-10-12", "Columbus Day"},
      {"court", "2022-10-10", ""},  // after its last year
      {"court", "2015-05-25", "Memorial Day"},
      {"court", "2016-05-30", "Memorial Day"},
      {"court", "2017-01-02", "New Year's Day"},
      {"court", "2015-09-07", "Labor Day"},
      {"court", "2015-01-19", "Martin Luther King Jr. Day"},
      {"court", "2015-02-16", "Presidents' Day"},
  };
  for (const Row& row : rows) EXPECT_EQ(calendar(row.calendar).why_closed(day(row.day)), row.why) << row.day;
}

TEST(Calendar, AHolidayOnASaturdayMayBeKeptInTheYearBefore) {
  const auto& federal = testing::programme("medicare-qic").calendars().front();
  EXPECT_EQ(federal.why_closed(day("2021-12-31")), "New Year's Day");  // January 1, 2022 was a Saturday
  EXPECT_EQ(federal.why_closed(day("2022-12-30")), "");
}

TEST(Calendar, CountsOpenDays) {
  const Calendar& business = calendar("business");
  EXPECT_EQ(business.after(day("2025-11-26"), {5}).iso(), "2025-12-05");
  EXPECT_EQ(business.after(day("2024-03-28"), {5}).iso(), "2024-04-05");
  EXPECT_EQ(business.after(day("2025-11-29"), {1}).iso(), "2025-12-01");
  EXPECT_EQ(business.after(day("2025-11-29"), {0}).iso(), "2025-11-29");
  EXPECT_EQ(business.open_from(day("2025-11-27")).iso(), "2025-12-01");
  EXPECT_EQ(business.open_from(day("2025-11-26")).iso(), "2025-11-26");
}

}  // namespace
}  // namespace openimr::program
