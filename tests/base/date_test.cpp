#include "base/date.h"

#include <climits>
#include <concepts>
#include <string>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/place.h"
#include "base/result.h"

namespace openimr {
namespace {

// What must not compile: a day is no number, a count of days is no day, and days are not added to each other by chance.
template <class A, class B>
concept can_add = requires(A a, B b) { a + b; };
template <class A, class B>
concept can_subtract = requires(A a, B b) { a - b; };
template <class A, class B>
concept can_compare = requires(A a, B b) { a < b; };
template <class A, class B>
concept can_equal = requires(A a, B b) { a == b; };
template <class D>
concept can_plus = requires(Date day, D days) { day.plus(days); };
template <class D>
concept can_be_since = requires(Date day, D other) { day.since(other); };

static_assert(!can_add<Date, Date>);
static_assert(!can_add<Date, int>);
static_assert(!can_add<Date, CalendarDays>, "say plus(), so that the reader sees which days are meant");
static_assert(!can_add<CalendarDays, int>);
static_assert(!can_add<CalendarDays, CalendarDays>);
static_assert(!can_subtract<Date, Date>, "say since(), so that the reader sees the order");
static_assert(!can_compare<Date, int>);
static_assert(!can_compare<Date, CalendarDays>);
static_assert(!can_compare<CalendarDays, int>);
static_assert(!can_equal<Date, std::string>);
static_assert(!can_plus<int> && can_plus<CalendarDays>);
static_assert(!can_plus<Date>);
static_assert(!can_be_since<CalendarDays> && can_be_since<Date>);
static_assert(!std::convertible_to<int, Date> && !std::convertible_to<Date, int>);
static_assert(!std::convertible_to<int, CalendarDays> && !std::convertible_to<CalendarDays, int>);
static_assert(!std::default_initializable<Date>, "there is no day that is no day");
static_assert(!std::constructible_from<Date, int, int, int>, "a day that may not exist comes through Date::of");
static_assert(!can_compare<Span, Place> && !std::convertible_to<Place, Span>);
static_assert(!std::convertible_to<Result<int>, int>, "a result is asked before it is used");
static_assert(!std::convertible_to<int, ErrorCode>);

TEST(DateOf, ExistsOnlyWhereTheDayDoes) {
  const struct {
    int year, month, day;
    const char* iso;  // empty: no such day
  } cases[] = {{2015, 8, 25, "2015-08-25"},
               {2016, 2, 29, "2016-02-29"},
               {2015, 2, 29, ""},
               {2100, 2, 29, ""},
               {2000, 2, 29, "2000-02-29"},
               {1900, 2, 29, ""},
               {2015, 2, 30, ""},
               {2015, 4, 31, ""},
               {2015, 13, 1, ""},
               {2015, 0, 1, ""},
               {2015, 1, 0, ""},
               {2015, 1, 32, ""},
               {2015, -1, 1, ""},
               {2015, 1, -1, ""},
               {2015, 257, 1, ""},
               {2015, 1, 257, ""},
               {1899, 12, 31, ""},
               {1900, 1, 1, "1900-01-01"},
               {2100, 12, 31, "2100-12-31"},
               {2101, 1, 1, ""},
               {INT_MAX, 1, 1, ""},
               {INT_MIN, 1, 1, ""},
               {2015, INT_MAX, 1, ""},
               {2015, 1, INT_MIN, ""}};
  for (const auto& c : cases) {
    const auto date = Date::of(c.year, c.month, c.day);
    EXPECT_EQ(date ? date->iso() : "", c.iso) << c.year << '-' << c.month << '-' << c.day;
  }
}

TEST(DateFromIso, ReadsItsFormAndNothingElse) {
  EXPECT_EQ(Date::from_iso("2015-08-25"), Date::of(2015, 8, 25));
  for (const char* text : {"",           "2015",        "2015-8-25",        "2015-08-5",  "15-08-2015",
                           "2015/08/25", "2015-08-25 ", " 2015-08-25",      "2015-08-2x", "2015-02-30",
                           "2015-00-10", "2015-10-00",  "2015-13-01",       "08-25-2015", "2015-0825-",
                           "20150-8-25", "2015-08-2-",  "2015-08--2",       "2015---08-", "-015-08-25",
                           "2015-0--25", "+015-08-25",  "2015-08-25T00:00", "0000-00-00"}) {
    EXPECT_EQ(Date::from_iso(text), std::nullopt) << "'" << text << "'";
  }
}

TEST(DateArithmetic, CountsCalendarDays) {
  const Date day = Date::of(2015, 8, 25).value();
  EXPECT_EQ(day.plus({7}).iso(), "2015-09-01");
  EXPECT_EQ(day.plus(weeks(3)).iso(), "2015-09-15");
  EXPECT_EQ(day.plus({-25}).iso(), "2015-07-31");
  EXPECT_EQ(Date::of(2016, 3, 1).value().since(Date::of(2016, 2, 1).value()), CalendarDays{29});
  EXPECT_EQ(Date::of(2015, 3, 1).value().since(Date::of(2015, 2, 1).value()), CalendarDays{28});
  EXPECT_EQ(Date::of(2014, 9, 9).value().since(Date::of(2015, 8, 19).value()), CalendarDays{-344});
  EXPECT_LT(weeks(2), CalendarDays{15});
}

// The civil calendar the slow way: day after day from 1900.
TEST(DateProperty, FollowsTheCalendarDayByDay) {
  const auto leap = [](int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; };
  const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const Date first = Date::of(1900, 1, 1).value();
  int count = 0;
  for (int year = 1900; year <= 2100; ++year) {
    for (int month = 1; month <= 12; ++month) {
      const int length = lengths[month - 1] + (month == 2 && leap(year) ? 1 : 0);
      for (int day = 1; day <= length; ++day, ++count) {
        const Date expected = first.plus({count});
        ASSERT_EQ(Date::of(year, month, day), expected) << year << ' ' << month << ' ' << day;
        ASSERT_EQ(expected.since(first).count, count);
        ASSERT_EQ(Date::from_iso(expected.iso()), expected);
      }
      ASSERT_FALSE(Date::of(year, month, length + 1));
    }
  }
}

TEST(DateRangeTest, IsADayWhereBothEndsAreOne) {
  const Date day = Date::of(2015, 8, 1).value();
  EXPECT_TRUE((DateRange{day, day}).is_day());
  EXPECT_FALSE((DateRange{day, day.plus({30})}).is_day());
}

TEST(SpanTest, IsHalfOpen) {
  const Span span{2, 5};
  EXPECT_FALSE(span.empty());
  EXPECT_TRUE((Span{2, 2}).empty() && (Span{3, 2}).empty());
  EXPECT_TRUE(span.contains({2, 5}) && span.contains({3, 4}));
  EXPECT_FALSE(span.contains({1, 3}) || span.contains({4, 6}));
  EXPECT_TRUE(span.overlaps({4, 6}) && span.overlaps({1, 3}));
  EXPECT_FALSE(span.overlaps({5, 6}) || span.overlaps({0, 2}));
}

}  // namespace
}  // namespace openimr
