#include "program/limit.h"

#include <gtest/gtest.h>

namespace openimr::program {
namespace {

TEST(Limit, IsReadAndWrittenInTheSameWords) {
  for (const char* words : {"30 calendar days", "1 calendar day", "5 business days", "1 business day", "72 hours",
                            "1 hour", "12 months", "0 calendar days", "none"}) {
    const auto limit = limit_from(words);
    ASSERT_TRUE(limit) << words;
    EXPECT_EQ(words_of(*limit), words);
  }
  for (const char* words : {"", "30", "days", "30 days", "-3 calendar days", "30calendar days", "five business days",
                            "99999999999 hours", "3 calendar days "})
    EXPECT_FALSE(limit_from(words)) << words;
}

TEST(Limit, NamesItsUnit) {
  EXPECT_EQ(unit_of(*limit_from("1 calendar day")), "calendar days");
  EXPECT_EQ(unit_of(*limit_from("5 business days")), "business days");
  EXPECT_EQ(unit_of(*limit_from("72 hours")), "hours");
  EXPECT_EQ(unit_of(*limit_from("12 months")), "months");
  EXPECT_EQ(unit_of(Uncounted{}), "none");
}

TEST(Moment, IsADayWithOrWithoutATime) {
  for (const char* text : {"2015-08-25", "2015-08-25T00:00", "2015-08-25T14:30", "2015-08-25T23:59"}) {
    const auto moment = Moment::from_iso(text);
    ASSERT_TRUE(moment) << text;
    EXPECT_EQ(moment->iso(), text);
  }
  for (const char* text : {"", "2015-08-32", "2015-08-25T24:00", "2015-08-25T1:30", "2015-08-25T14:60",
                           "2015-08-25 14:30", "2015-08-25T14:30Z", "2015-08-25T-1:30"})
    EXPECT_FALSE(Moment::from_iso(text)) << text;
}

}  // namespace
}  // namespace openimr::program
