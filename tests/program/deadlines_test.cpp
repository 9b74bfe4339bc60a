#include "program/deadlines.h"

#include <algorithm>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "support/programmes.h"

namespace openimr::program {
namespace {

const Programme& california() {
  return testing::programme("ca-dwc-imr");
}

Trigger on(const char* moment, std::string by = "") {
  return {*Moment::from_iso(moment), std::move(by), "standard", "ordinary"};
}

// "IMR-9 2015-10-16, IMR-13 2015-10-16"
std::string due_days(const Result<std::vector<Deadline>>& found) {
  if (!found) return found.error().to_string();
  std::vector<std::string> parts;
  for (const Deadline& deadline : *found)
    parts.push_back(fmt::format("{} {}", deadline.rule->id, deadline.due ? deadline.due->iso() : "-"));
  return fmt::format("{}", fmt::join(parts, ", "));
}

// The vectors of the programme's description; the tenth is Calendar.KnowsWhyADayIsClosed.
TEST(Deadlines, AreThoseOfTheWorkedExamples) {
  struct Row {
    const char* rule;
    const char* on;
    const char* by;
    const char* dispute;
    const char* due;
  };
  const Row rows[] = {
      {"IMR-25", "2014-11-06", "", "ordinary", "IMR-25 2014-12-08"},      // a Saturday moves to Monday
      {"IMR-25", "2014-11-06", "mail", "ordinary", "IMR-25 2014-12-11"},  // Matute
      {"IMR-1", "2015-08-25", "mail", "ordinary", "IMR-1 2015-09-29"},    //
      {"IMR-9", "2015-10-01", "mail", "ordinary", "IMR-9 2015-10-16"},    //
      {"IMR-10", "2015-10-01", "electronic", "ordinary", "IMR-10 2015-10-13"},
      {"IMR-2", "2025-11-20", "mail", "formulary", "IMR-2 2025-12-05"},              //
      {"IMR-20", "2025-11-26", "", "formulary", "IMR-20 2025-12-05"},                // Thanksgiving and the day after
      {"IMR-23", "2024-03-28", "", "ordinary", "IMR-23 2024-04-05"},                 // Cesar Chavez Day, kept on Monday
      {"IMR-19", "2024-01-13", "", "ordinary", "IMR-19 2024-02-13"},                 // Lincoln's Birthday
      {"IMR-19", "2025-05-20", "", "ordinary", "IMR-19 2025-06-20"},                 // Juneteenth
      {"IMR-1", "2015-08-25", "mail-out-of-state", "ordinary", "IMR-1 2015-10-05"},  // 40 days: a Sunday
      {"IMR-1", "2015-08-25", "fax", "ordinary", "IMR-1 2015-09-28"},                // two court days from a Thursday
      {"IMR-1", "2015-08-25", "personal", "ordinary", "IMR-1 2015-09-24"},
      {"IMR-6", "2015-08-25", "mail", "ordinary", "IMR-6 2015-09-29, IMR-6 2015-09-29"},
      {"IMR-22", "2024-01-13", "", "ordinary", "IMR-22 2024-02-15"},   // 30 + 3, moved once
      {"IMR-22", "2025-11-26", "", "formulary", "IMR-22 2025-12-08"},  // 5 business days, and 3
      {"UR-11", "2016-02-29", "", "ordinary", "UR-11 2017-02-28"},
      {"UR-6", "2015-08-28T16:45", "", "ordinary", "UR-6 2015-08-29T16:45"},
      {"UR-6", "2015-08-28", "", "ordinary", "UR-6 2015-08-29"},
      {"IMR-18", "2015-08-28", "", "ordinary", "IMR-18 -"},
  };
  for (const Row& row : rows) {
    Trigger trigger = on(row.on, row.by);
    trigger.dispute = row.dispute;
    EXPECT_EQ(due_days(deadlines_of(california(), row.rule, trigger)), row.due) << row.rule << ' ' << row.on;
  }
}

TEST(Deadlines, OfAnEventAreThoseThatHold) {
  EXPECT_EQ(due_days(deadlines_after(california(), "noarfi-sent", on("2015-10-01", "mail"))),
            "IMR-9 2015-10-16, IMR-13 2015-10-16");
  EXPECT_EQ(due_days(deadlines_after(california(), "noarfi-sent", on("2018-10-01", "electronic"))),
            "IMR-10 2018-10-15, IMR-12 2018-10-11, IMR-13 2018-10-15");
  EXPECT_EQ(due_days(deadlines_after(california(), "noarfi-sent", on("2015-10-01"))),
            "IMR-9 2015-10-16, IMR-10 2015-10-13, IMR-13 2015-10-16, IMR-13 2015-10-13");
  Trigger urgent = on("2015-10-01T09:30", "fax");
  urgent.priority = "expedited";
  EXPECT_EQ(due_days(deadlines_after(california(), "noarfi-sent", urgent)),
            "IMR-11 2015-10-02T09:30, IMR-13 2015-10-02T09:30");
  EXPECT_EQ(due_days(deadlines_after(california(), "records-complete", urgent)), "IMR-21 2015-10-05");
  EXPECT_EQ(due_days(deadlines_of(california(), "IMR-22", urgent)), "IMR-22 2015-10-07");  // 3 days, and 3 more
  Trigger drug = on("2017-12-29");
  drug.dispute = "formulary";  // before the formulary was in force: nothing counts
  EXPECT_EQ(due_days(deadlines_after(california(), "records-complete", drug)), "");
}

TEST(Deadlines, TellHowTheyWereCounted) {
  const auto found = deadlines_of(california(), "IMR-25", on("2014-11-06", "mail"));
  ASSERT_TRUE(found);
  const std::vector<std::string> steps = {
      "2014-11-06 (Thursday): the determination is mailed; the day itself is not counted",
      "30 calendar days: 2014-12-06 (Saturday)",
      "5 calendar days more, mailed, both addresses in California (CCP 1013(a), Lab. Code 5316): 2014-12-11 (Thursday)",
      "2014-12-11 (Thursday) is open: the last day"};
  EXPECT_EQ(found->front().steps, steps);
  EXPECT_EQ(found->front().what, "party: appeal to the Workers' Compensation Appeals Board");
  EXPECT_EQ(found->front().unit, "calendar days");
  const auto clock = deadlines_of(california(), "UR-4", {*Moment::from_iso("2015-10-01T09:30"), "", "expedited"});
  ASSERT_TRUE(clock);
  EXPECT_EQ(clock->front().steps[0], "2015-10-01T09:30: the information that the review needs is received");
  EXPECT_EQ(clock->front().steps[1], "72 hours by the clock: 2015-10-04T09:30");
  const auto open = deadlines_of(california(), "IMR-23", on("2025-11-26"));
  ASSERT_TRUE(open);
  EXPECT_EQ(open->front().steps[1], "5 business days, counted in normal business days: 2025-12-05 (Friday)");
  EXPECT_EQ(open->front().steps[2],
            "not counted: 2025-11-27 (Thanksgiving Day), 2025-11-28 (the day after Thanksgiving), 2025-11-29 "
            "(Saturday), 2025-11-30 (Sunday)");
  const auto rolled = deadlines_of(california(), "IMR-25", on("2014-11-06"));
  EXPECT_EQ(rolled->front().steps[2], "how it was served is not said: no days are added for that");
  EXPECT_EQ(rolled->front().steps[3],
            "2014-12-06 is a Saturday: the last day moves to 2014-12-08 (Monday) (CCP 12, 12a; Civ. Code 10)");
}

TEST(Deadlines, OfAnotherProgrammeNeedNoOtherCode) {
  const Programme& medicare = testing::programme("medicare-qic");
  // 180 days from January 6: July 4, a holiday.
  EXPECT_EQ(due_days(deadlines_of(medicare, "QIC-1", on("2025-01-05", "personal"))), "QIC-1 2025-07-07");
  EXPECT_EQ(due_days(deadlines_of(medicare, "QIC-1", on("2025-01-05", "mail"))), "QIC-1 2025-07-09");
  EXPECT_EQ(due_days(deadlines_of(medicare, "QIC-3", on("2025-01-05"))), "QIC-3 2025-03-20");
}

TEST(Deadlines, RefuseWhatTheProgrammeDoesNotKnow) {
  const auto message = [](const auto& found) { return found ? "" : found.error().to_string(); };
  EXPECT_EQ(message(deadlines_after(testing::programme("medicare-qic"), "served", on("2015-01-05"))),
            "--event: no such event in medicare-qic: 'served'. Use one of: redetermination-issued, request-received, "
            "reconsideration-issued.");
  EXPECT_EQ(message(deadlines_of(testing::programme("medicare-qic"), "QIC-9", on("2015-01-05"))),
            "--rule: no such rule in medicare-qic: 'QIC-9'. Use one of: QIC-1, QIC-2, QIC-3, QIC-4.");
  EXPECT_EQ(message(deadlines_of(testing::programme("medicare-qic"), "QIC-1", on("2015-01-05", "pigeon"))),
            "--by: no such way of service in medicare-qic: 'pigeon'. Use one of: mail, personal.");
  EXPECT_EQ(message(deadlines_of(california(), "IMR-2", on("2015-01-05"))),
            "--rule IMR-2: not in force on that day: '2015-01-05'. It holds from 2018-01-01.");
  EXPECT_EQ(message(deadlines_of(california(), "UR-9", on("2026-05-01"))),
            "--rule UR-9: not in force on that day: '2026-05-01'. It holds from 2013-01-01 until 2026-04-01.");
  EXPECT_EQ(message(deadlines_of(california(), "IMR-21", on("2015-01-05"))),
            "--rule IMR-21: it does not hold in these circumstances. Another --priority, --by, --formulary or its "
            "absence may be meant.");
}

// An oracle that knows the days off of California by heart and counts one day after the other.
class Walk {
 public:
  static bool is_court(Date day) { return !is_weekend(day) && !is_holiday(day, true); }
  static bool is_business(Date day) { return !is_weekend(day) && !is_holiday(day, false); }

  static Date after(const Programme& programme, const RuleLimit& limit, const WayOfService* way, Date day) {
    if (const auto* months = std::get_if<Months>(&limit.limit)) {
      EXPECT_EQ(months->count, 12);
      const auto civil = day.civil();
      const auto year = static_cast<int>(civil.year()) + 1;
      const auto month = static_cast<int>(static_cast<unsigned>(civil.month()));
      const auto same = Date::of(year, month, static_cast<int>(static_cast<unsigned>(civil.day())));
      return same ? *same : *Date::of(year, 2, 28);
    }
    if (const auto* hours = std::get_if<ClockHours>(&limit.limit)) return walk(day, hours->count / 24, any);
    if (const auto* open = std::get_if<BusinessDays>(&limit.limit)) {
      EXPECT_EQ(programme.calendars()[limit.calendar].id(), "business");
      return walk(day, open->count, is_business);
    }
    day = walk(day, std::get<CalendarDays>(limit.limit).count, any);
    if (way != nullptr) {
      const auto* days = std::get_if<CalendarDays>(&way->adds.added);
      day = days != nullptr ? walk(day, days->count, any)
                            : walk(day, std::get<BusinessDays>(way->adds.added).count, is_court);
    }
    while (!is_court(day)) day = day.plus({1});
    return day;
  }

 private:
  static bool any(Date) { return true; }
  static Date walk(Date day, int count, bool (*counts)(Date)) {
    while (count > 0) {
      day = day.plus({1});
      if (counts(day)) --count;
    }
    return day;
  }
  static int of_week(Date day) { return static_cast<int>(day.weekday().c_encoding()); }  // 0 Sunday
  static bool is_weekend(Date day) { return of_week(day) == 0 || of_week(day) == 6; }

  static bool is_holiday(Date day, bool of_courts) {
    const auto civil = day.civil();
    const int year = static_cast<int>(civil.year());
    const auto month = static_cast<int>(static_cast<unsigned>(civil.month()));
    const auto number = static_cast<int>(static_cast<unsigned>(civil.day()));
    const int weekday = of_week(day);
    const auto is = [&](int m, int d) {
      return month == m && (number == d || (weekday == 1 && number == d + 1));  // or the Monday after a Sunday
    };
    const auto is_monday = [&](int m, int from) {
      return month == m && weekday == 1 && number >= from && number < from + 7;
    };
    const bool thanksgiving = month == 11 && ((weekday == 4 && number >= 22 && number <= 28) ||
                                              (weekday == 5 && number >= 23 && number <= 29));
    if (is(1, 1) || is(7, 4) || is(11, 11) || is(12, 25) || thanksgiving) return true;
    if (month == 11 && number == 10 && weekday == 5) return true;               // November 11 on a Saturday
    if (is(3, 31) || (month == 4 && number == 1 && weekday == 1)) return true;  // March 31 on a Sunday
    if (is_monday(1, 15) || is_monday(2, 15) || is_monday(5, 25) || is_monday(9, 1)) return true;
    if (!of_courts) return false;
    return is(2, 12) || (month == 6 && number == 19 && year >= 2023) ||
           (month == 9 && weekday == 5 && number >= 22 && number <= 28 && year >= 2022) ||
           (is_monday(10, 8) && year < 2022);
  }
};

TEST(DeadlinesOracle, AgreesOnEveryDayForEveryRule) {
  const std::vector<std::string> ways = {"", "mail", "mail-out-of-state", "fax", "electronic", "personal"};
  std::size_t compared = 0;
  for (Date day = *Date::of(2013, 1, 1); day < *Date::of(2031, 1, 1); day = day.plus({1})) {
    for (const DeadlineRule& rule : california().deadlines()) {
      for (const std::string& by : ways) {
        if (!rule.adds_service && !by.empty()) continue;
        for (const RuleLimit& limit : rule.limits) {
          if (rule.after.empty() || !rule.in_force.holds_on(day) || std::holds_alternative<Uncounted>(limit.limit))
            continue;
          const Trigger trigger{{day, std::nullopt},
                                by.empty() ? limit.by : by,
                                limit.priority.empty() ? "standard" : limit.priority,
                                limit.dispute.empty() ? "ordinary" : limit.dispute};
          const auto found = deadlines_of(california(), rule.id, trigger);
          ASSERT_TRUE(found) << found.error().to_string();
          const auto own = std::find_if(found->begin(), found->end(),
                                        [&](const Deadline& deadline) { return deadline.limit == &limit; });
          ASSERT_NE(own, found->end()) << rule.id;
          const WayOfService* way = rule.adds_service ? california().way(trigger.by) : nullptr;
          ASSERT_EQ(own->due->day.iso(), Walk::after(california(), limit, way, day).iso())
              << rule.id << " from " << day.iso() << " by " << trigger.by;
          ++compared;
        }
      }
    }
  }
  EXPECT_GT(compared, 300'000U);
}

}  // namespace
}  // namespace openimr::program
