// Dates that count from another day. Everything here is told on Wednesday, 2015-08-19.
#include "facts/relative_dates.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gtest/gtest.h>

#include "facts/show.h"
#include "support/engine.h"

namespace openimr::facts {
namespace {

Date day(int year, int month, int day_of_month) {
  return Date::of(year, month, day_of_month).value();
}

Anchors anchors() {
  return {day(2015, 8, 19), day(2015, 7, 8), day(2015, 6, 1), day(2014, 1, 5)};
}

std::string shown(const std::optional<DateRange>& range) {
  if (!range) return "none";
  return range->is_day() ? range->first.iso() : range->first.iso() + ".." + range->last.iso();
}

TEST(RelativeDates, AreAsWideAsTheirWords) {
  const struct {
    const char* words;
    const char* date;
  } cases[] = {
      // days
      {"today", "2015-08-19"},
      {"this morning", "2015-08-19"},
      {"yesterday", "2015-08-18"},
      {"last night", "2015-08-18"},
      {"the day before yesterday", "2015-08-17"},
      {"tomorrow", "2015-08-20"},
      {"1 day ago", "2015-08-18"},
      {"3 days ago", "2015-08-16"},
      {"three days ago", "2015-08-16"},
      {"a day ago", "2015-08-18"},
      {"ten days ago", "2015-08-09"},
      {"about 10 days ago", "2015-08-08..2015-08-10"},
      {"several days ago", "2015-08-11..2015-08-17"},
      {"a few days ago", "2015-08-14..2015-08-17"},
      {"a couple of days ago", "2015-08-16..2015-08-17"},
      {"2 to 3 days ago", "2015-08-16..2015-08-17"},
      // weeks, half a week to either side
      {"a week ago", "2015-08-08..2015-08-15"},
      {"two weeks ago", "2015-08-01..2015-08-08"},
      {"2 weeks ago", "2015-08-01..2015-08-08"},
      {"6 wks ago", "2015-07-04..2015-07-11"},
      {"two weeks earlier", "2015-08-01..2015-08-08"},
      {"two weeks prior", "2015-08-01..2015-08-08"},
      {"approximately two weeks ago", "2015-07-29..2015-08-12"},
      {"more than two weeks ago", "2015-07-29..2015-08-05"},
      {"several weeks ago", "2015-06-24..2015-08-05"},
      {"a few weeks ago", "2015-07-15..2015-08-05"},
      {"2-3 weeks ago", "2015-07-29..2015-08-05"},
      // months, half a month
      {"one month ago", "2015-07-04..2015-08-04"},
      {"three months ago", "2015-05-05..2015-06-04"},
      {"3 months ago", "2015-05-05..2015-06-04"},
      {"six months ago", "2015-02-02..2015-03-05"},
      {"about three months ago", "2015-04-19..2015-06-19"},
      {"over three months ago", "2015-04-19..2015-05-20"},
      {"several months ago", "2014-12-19..2015-06-19"},
      // years, half a year
      {"a year ago", "2014-02-17..2015-02-17"},
      {"two years ago", "2013-02-17..2014-02-17"},
      {"10 years ago", "2005-02-17..2006-02-17"},
      // a named week, month, year or season is all of it
      {"last week", "2015-08-10..2015-08-16"},
      {"this week", "2015-08-17..2015-08-19"},
      {"next week", "2015-08-24..2015-08-30"},
      {"last weekend", "2015-08-15..2015-08-16"},
      {"last month", "2015-07-01..2015-07-31"},
      {"previous month", "2015-07-01..2015-07-31"},
      {"this month", "2015-08-01..2015-08-19"},
      {"earlier this month", "2015-08-01..2015-08-19"},
      {"next month", "2015-09-01..2015-09-30"},
      {"last year", "2014-01-01..2014-12-31"},
      {"this year", "2015-01-01..2015-08-19"},
      {"earlier this year", "2015-01-01..2015-08-19"},
      {"last spring", "2015-03-01..2015-05-31"},
      {"last winter", "2014-12-01..2015-02-28"},
      {"past week", "2015-08-12..2015-08-19"},
      {"past month", "2015-07-20..2015-08-19"},
      {"last monday", "2015-08-17"},
      {"on friday", "2015-08-14"},
      {"on wednesday", "2015-08-12"},
      // the latest of its name
      {"in june", "2015-06-01..2015-06-30"},
      {"in august", "2015-08-01..2015-08-19"},
      {"in october", "2014-10-01..2014-10-31"},
      {"last december", "2014-12-01..2014-12-31"},
      {"since may", "2015-05-01..2015-05-31"},
      {"in early june", "2015-06-01..2015-06-10"},
      {"in mid june", "2015-06-11..2015-06-20"},
      {"in late june", "2015-06-20..2015-06-30"},
      {"in june of last year", "2014-06-01..2014-06-30"},
      {"on june 5", "2015-06-05"},
      {"on june 5th", "2015-06-05"},
      {"on august 20", "2014-08-20"},
      {"since march 2", "2015-03-02"},
      {"on june 31", "none"},
      // a time up to now
      {"over the past three months", "2015-05-05..2015-08-19"},
      {"for the last 2 weeks", "2015-08-01..2015-08-19"},
      {"in the past 6 months", "2015-02-02..2015-08-19"},
      {"the last few weeks", "2015-07-15..2015-08-19"},
      // a time to come
      {"in 2 weeks", "2015-08-30..2015-09-06"},
      {"in six weeks", "2015-09-27..2015-10-04"},
      {"two days from now", "2015-08-21"},
      // other days to count from
      {"last visit", "2015-07-08"},
      {"his last visit", "2015-07-08"},
      {"the previous visit", "2015-07-08"},
      {"her last appointment", "2015-07-08"},
      {"when last seen", "2015-07-08"},
      {"two weeks after surgery", "2015-06-12..2015-06-19"},
      {"3 days after the surgery", "2015-06-04"},
      {"two weeks before surgery", "2015-05-14..2015-05-21"},
      {"3 days prior to the operation", "2015-05-29"},
      {"2 days after the injury", "2014-01-07"},
      {"one month after his injury", "2014-01-20..2014-02-20"},
      {"three days following the accident", "2014-01-08"},
      // none
      {"three tablets ago", "none"},
      {"in may 2014", "none"},
      {"the visit", "none"},
      {"last", "none"},
      {"", "none"},
  };
  for (const auto& c : cases) EXPECT_EQ(shown(relative_date(c.words, anchors())), c.date) << c.words;
}

TEST(RelativeDates, CountFromNothingWhereTheDayIsUnknown) {
  for (const char* words : {"three months ago", "yesterday", "last visit", "in june", "last month",
                            "two weeks after surgery", "two days after the injury", "in 2 weeks"})
    EXPECT_EQ(shown(relative_date(words, {})), "none") << words;
}

TEST(RelativeDates, AreFoundInText) {
  const struct {
    const char* text;
    const char* found;
  } cases[] = {
      {"Norco was started three months ago and stopped last week.", "three months ago|last week"},
      {"Two weeks after surgery he fell. Yesterday it hurt.", "Two weeks after surgery|Yesterday"},
      {"He has had pain since last month.", "last month"},
      {"At the last visit, spasm was noted.", "the last visit"},
      {"He takes it 3 times a day for 2 weeks.", ""},
      {"He may walk. March on. May 20 percent.", ""},
      {"Take one tablet last thing at night.", ""},
  };
  for (const auto& c : cases) {
    const CleanText text(c.text);
    std::vector<std::string> found;
    for (const Span span : find_relative_dates(text)) found.emplace_back(text.original_text(span));
    EXPECT_EQ(fmt::format("{}", fmt::join(found, "|")), c.found) << c.text;
  }
}

// A fact dated so says by which words.
TEST(RelativeDates, DateTheFactsOfTheirClause) {
  const struct {
    const char* text;  // of a note of 2015-08-19, with one of 2015-07-08 before it
    const char* name;
    const char* date;
    const char* words;
  } cases[] = {
      {"Muscle spasm was found at the last visit.", "finding", "2015-07-08", "the last visit"},
      {"He had a flare-up two weeks ago.", "acute_exacerbation", "2015-08-01..2015-08-08", "two weeks ago"},
      {"Lumbar MRI was done last month.", "treatment", "2015-07-01..2015-07-31", "last month"},
      {"Lumbar fusion was performed two years ago.", "surgery", "2013-02-17..2014-02-17", "two years ago"},
      {"He fell last week, and has muscle spasm.", "finding", "2015-08-19", "-"},
      {"Muscle spasm is found.", "finding", "2015-08-19", "-"},
      {"Pain was 8/10 at the last visit.", "pain_score", "2015-07-08", "the last visit"},
  };
  for (const auto& c : cases) {
    auto file = testing::make_case({.items = {},
                                    .records = {{"records/a.txt", "He is seen."}, {"records/b.txt", c.text}},
                                    .request = "",
                                    .denial = "",
                                    .service = ""});
    file.documents[0].date = day(2015, 7, 8);
    file.documents[1].date = day(2015, 8, 19);
    const Facts facts = extract(file, testing::engine().vocabulary);
    const auto found = named(facts, c.name);
    ASSERT_FALSE(found.empty()) << c.text;
    EXPECT_EQ(shown(found.back()->date), c.date) << c.text;
    EXPECT_EQ(attribute(*found.back(), "dated_by"), c.words) << c.text;
  }
}

}  // namespace
}  // namespace openimr::facts
