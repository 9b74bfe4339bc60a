#include "program/money.h"

#include <gtest/gtest.h>

#include "base/date.h"

namespace openimr::program {
namespace {

template <class A, class B>
concept Add = requires(A a, B b) { a + b; };
template <class A, class B>
concept Compare = requires(A a, B b) { a < b; };
template <class From>
concept BecomesMoney = std::is_convertible_v<From, Money>;

// What would be a mistake does not compile.
static_assert(Add<Money, Money> && Compare<Money, Money>);
static_assert(!Add<Money, int> && !Add<int, Money> && !Add<Money, double> && !Add<Money, CalendarDays>);
static_assert(!Compare<Money, int> && !Compare<Money, CalendarDays>);
static_assert(!BecomesMoney<int> && !BecomesMoney<double> && !BecomesMoney<CalendarDays>);
static_assert(!std::is_convertible_v<Money, int> && !std::is_convertible_v<Money, double>);

TEST(Money, IsReadAndWrittenInTheSameWords) {
  struct Row {
    const char* words;
    std::int64_t cents;
  };
  const Row rows[] = {{"USD 0", 0},          {"USD 420", 42000},       {"USD 420.50", 42050},
                      {"USD 420.05", 42005}, {"USD 50000", 5'000'000}, {"USD 9999999.99", 999'999'999},
                      {"USD 0.01", 1}};
  for (const Row& row : rows) {
    const auto money = Money::from_text(row.words);
    ASSERT_TRUE(money) << row.words;
    EXPECT_EQ(money->cents, row.cents) << row.words;
    EXPECT_EQ(money->words(), row.words);
  }
  EXPECT_EQ(Money::from_text("USD 420.00")->words(), "USD 420");
  EXPECT_EQ(Money{-150}.words(), "USD -1.50");
}

TEST(Money, IsNothingElse) {
  for (const char* text : {"", "USD", "USD ", "420", "USD -5", "USD 4.5", "USD 4.555", "USD .50", "USD 4.", "USD 1,000",
                           "EUR 420", "usd 420", " USD 420", "USD 420 ", "USD 10000000", "unknown"})
    EXPECT_FALSE(Money::from_text(text)) << text;
}

TEST(Money, AddsToMoneyAndIsMultipliedByACount) {
  EXPECT_EQ((Money{50'000} + Money{1}).words(), "USD 500.01");
  EXPECT_EQ(Money{50'000}.times(3).words(), "USD 1500");
  EXPECT_EQ(Money{50'000}.times(0), Money{});
}

}  // namespace
}  // namespace openimr::program
