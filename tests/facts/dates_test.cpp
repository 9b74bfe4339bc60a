// Dates in running text: every form, and what a date is the date of.
#include "facts/dates.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace openimr::facts {
namespace {

const char* name_of(DateRole role) {
  switch (role) {
    case DateRole::other:
      return "other";
    case DateRole::study:
      return "study";
    case DateRole::visit:
      return "visit";
    case DateRole::start:
      return "start";
    case DateRole::earliest:
      return "earliest";
    case DateRole::injury:
      return "injury";
    case DateRole::birth:
      return "birth";
    case DateRole::ur_decision:
      return "ur_decision";
    case DateRole::request:
      return "request";
  }
  return "";
}

std::string days(const DateRange& range) {
  return range.is_day() ? range.first.iso() : range.first.iso() + ".." + range.last.iso();
}

std::string dates_in(std::string_view text) {
  std::vector<std::string> out;
  for (const auto& date : find_dates(CleanText(text))) out.push_back(days(date.range));
  return fmt::format("{}", fmt::join(out, ", "));
}

TEST(Dates, AreReadInEveryForm) {
  const struct {
    const char* text;
    const char* dates;
  } cases[] = {
      {"", ""},
      {"on 11-30-2000.", "2000-11-30"},
      {"on 11/17/2003 and", "2003-11-17"},
      {"dated 8-19-15 the", "2015-08-19"},
      {"7/29/14 note", "2014-07-29"},
      {"on 2015-08-19", "2015-08-19"},
      {"2015-8-9", "2015-08-09"},
      {"January 12, 2012", "2012-01-12"},
      {"January 12,\n2012 he", "2012-01-12"},
      {"March 2 2015", "2015-03-02"},
      {"Sept. 3rd, 2015", "2015-09-03"},
      {"12 Jan 2012", "2012-01-12"},
      {"the 1st of May, 2014", "2014-05-01"},
      {"August 2015", "2015-08-01..2015-08-31"},
      {"Feb. 2016", "2016-02-01..2016-02-29"},
      {"December 2015", "2015-12-01..2015-12-31"},
      {"08/2015", "2015-08-01..2015-08-31"},
      {"since 2014", "2014-01-01..2014-12-31"},
      {"in 1998 he", "1998-01-01..1998-12-31"},
      {"from 06/10/2014 to 10/10/2014", "2014-06-10, 2014-10-10"},
      {"born 3/4/57", "1957-03-04"},
      {"3/4/49", "2049-03-04"},
      {"3/4/50", "1950-03-04"},
      // no dates
      {"2/30/2015", ""},
      {"13/45/2015", ""},
      {"5/5 strength", ""},
      {"10/325mg", ""},
      {"pain is 8/10", ""},
      {"L4-5 and L5-S1", ""},
      {"may 350 mg", ""},
      {"he may walk", ""},
      {"may 20 percent", ""},
      {"march 2", ""},
      {"in 350 patients", ""},
      {"2014", ""},
      {"at 555-1212", ""},
      {"1-2-3", ""},
      {"12/2105", ""},
  };
  for (const auto& c : cases) EXPECT_EQ(dates_in(c.text), c.dates) << c.text;
}

TEST(Dates, StandWhereTheirWordsAre) {
  const CleanText text("He was seen on January 12,\n2012. Soma since 2014.");
  const auto dates = find_dates(text);
  ASSERT_EQ(dates.size(), 2U);
  EXPECT_EQ(text.original_text(dates[0].span), "January 12,\n2012");
  EXPECT_EQ(text.original_text(dates[1].span), "2014") << "the preposition is no part of it";
}

TEST(Dates, HaveTheRoleOfTheWordsAroundThem) {
  const struct {
    const char* text;
    const char* role;
  } cases[] = {
      {"the PR-2 notes dated 8-19-15 indicated", "visit"},
      {"A progress note dated August 17, 2015 states", "visit"},
      {"7/29/14 note reports neck pain", "visit"},
      {"09/09/2014 report: Norco", "visit"},
      {"Based on the 09/09/2014 hand written progress report", "visit"},
      {"Seen on 5/6/15.", "visit"},
      {"Date of service: 5/6/15", "visit"},
      {"On examination of 5/6/15 he", "visit"},
      {"sustained an industrial injury on 11-30-2000.", "injury"},
      {"DOI: 11/30/2000", "injury"},
      {"with an injury date on 06/25/2001", "injury"},
      {"an injury dated 06/25/2001", "injury"},
      {"He was injured at work on 06/25/2001", "injury"},
      {"A Utilization Review letter is dated 8-25-15", "ur_decision"},
      {"The utilization review denied the request on 10/22/2014.", "ur_decision"},
      {"UR determination: 10/22/2014", "ur_decision"},
      {"A Request for Authorization is dated 9-22-15.", "request"},
      {"RFA dated 9-22-15", "request"},
      {"DOB: 3/4/57", "birth"},
      {"born on 3/4/57", "birth"},
      {"Xanax since at least 05/22/14", "earliest"},
      {"Notes dating back as far as 9-9-14 indicate", "earliest"},
      {"as early as March 2014", "earliest"},
      {"Soma was started on 10/05/2015", "start"},
      {"Soma since 2014", "start"},
      {"He began in May 2015", "start"},
      {"first prescribed on 5/6/15", "start"},
      {"initiated 5/6/15", "start"},
      {"MRI of 5/6/15 shows", "study"},
      {"An MRI of the lumbar spine dated 5/6/15 shows", "study"},
      {"x-rays of both knees taken on 5/6/15", "study"},
      {"Review of the MRI report of 5/6/15", "study"},
      {"EMG/NCV study on 5/6/15", "study"},
      {"The MRI was discussed at the visit of 5/6/15", "visit"},
      {"surgery on 5/6/15", "other"},
      {"He will return by 5/6/15.", "other"},
      // what a sentence before says counts for nothing
      {"He had an injury. 5/6/15 was a Monday", "other"},
  };
  for (const auto& c : cases) {
    const auto dates = find_dates(CleanText(c.text));
    ASSERT_EQ(dates.size(), 1U) << c.text;
    EXPECT_STREQ(name_of(dates.front().role), c.role) << c.text;
  }
}

// A day written in any form is read as that day.
RC_GTEST_PROP(DatesProperty, OfOneDayAreTheSameInEveryForm, ()) {
  static const char* const kMonths[] = {"January", "February", "March",     "April",   "May",      "June",
                                        "July",    "August",   "September", "October", "November", "December"};
  const Date day = Date::of(1990, 1, 1).value().plus({*rc::gen::inRange(0, 365 * 40)});
  const std::string iso = day.iso();
  const int y = std::stoi(iso.substr(0, 4));
  const int m = std::stoi(iso.substr(5, 2));
  const int d = std::stoi(iso.substr(8, 2));
  for (const std::string& form :
       {iso, fmt::format("{}/{}/{}", m, d, y), fmt::format("{:02}-{:02}-{}", m, d, y),
        fmt::format("{}/{}/{:02}", m, d, y % 100), fmt::format("{} {}, {}", kMonths[m - 1], d, y),
        fmt::format("{}. {} {}", std::string(kMonths[m - 1]).substr(0, 3), d, y),
        fmt::format("{} {} {}", d, kMonths[m - 1], y)}) {
    RC_ASSERT(dates_in("a scan of " + form + " shows nothing") == iso);
  }
}

// Whatever digits stand in a text, its dates exist, are in order and do not overlap.
RC_GTEST_PROP(DatesProperty, AreInOrderInsideAnyText, ()) {
  static const std::vector<std::string> pieces = {"1",  "12", "31",  "2015", "99",     "/",  "-",  " ",
                                                  ", ", ".",  "may", "jan ", "since ", "of", "\n", "x"};
  std::string text;
  for (const auto& part : *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(pieces))) text += part;
  const CleanText clean(text);
  std::uint32_t end = 0;
  for (const DateMention& date : find_dates(clean)) {
    RC_ASSERT(!date.span.empty());
    RC_ASSERT(date.span.begin >= end);
    RC_ASSERT(date.span.end <= clean.text().size());
    RC_ASSERT(date.range.first <= date.range.last);
    end = date.span.end;
  }
}

}  // namespace
}  // namespace openimr::facts
