// The deadlines of a worked case, day by day.
#include "cases/clocks.h"

#include <gtest/gtest.h>

#include "cases/acts.h"
#include "cases/making.h"

namespace openimr::cases {
namespace {

// A case that is acted on as in life: each act checked, then applied.
class Clocks : public ::testing::Test {
 protected:
  void act(const CaseEvent& tried) {
    const auto done = checked(california(), c, tried);
    ASSERT_TRUE(done) << done.error().to_string();
    apply(c, *done);
  }
  void act(std::string_view on, std::string_view who, const char* type, const json& what = json::object(),
           const char* why = "") {
    act(event(on, who, type, what, why));
  }

  // "IMR-9 open 2015-10-16, IMR-13 open 2015-10-16" of the rules that this begins with.
  std::string on(std::string_view day, const std::vector<std::string>& rules) const {
    std::string out;
    for (const RunningDeadline& running : deadlines_of(california(), c, moment(day))) {
      const std::string& id = running.deadline.rule->id;
      if (std::find(rules.begin(), rules.end(), id) == rules.end()) continue;
      if (!out.empty()) out += ", ";
      out += id + " " + std::string(name_of(running.state));
      if (running.deadline.due) out += " " + running.deadline.due->iso();
    }
    return out;
  }

  std::string due() const {
    const auto found = due_of(california(), c);
    return found ? found->iso() : "none";
  }

  void until_eligible(const std::string& priority = "standard") {
    CaseEvent opens = application("2015-09-22");
    opens.what["priority"] = priority;
    act(opens);
    act("2015-09-22", "intake:iris", "application-found-new");
    act("2015-09-28", "intake:iris", "eligibility-decided", {{"result", "eligible"}});
  }
  void until_complete() {
    until_eligible();
    act("2015-10-01", "assign:ann", "assigned", {{"by", "mail"}});
    act("2015-10-14", "administrator:adam", "records-received",
        {{"from", "claims_administrator"}, {"documents", records("progress notes")}});
    act("2015-10-15", "intake:iris", "records-complete");
  }

  Case c;
};

TEST_F(Clocks, OfARegularCaseFromDayToDay) {
  const std::vector<std::string> notice = {"IMR-8"};
  const std::vector<std::string> file = {"IMR-9", "IMR-10", "IMR-11", "IMR-12", "IMR-13"};
  const std::vector<std::string> end = {"IMR-19", "IMR-20", "IMR-21"};
  until_eligible();
  EXPECT_EQ(c.state, "eligible");
  EXPECT_EQ(due(), "2015-09-29");
  EXPECT_EQ(on("2015-09-28", notice), "IMR-8 open 2015-09-29");
  EXPECT_EQ(on("2015-09-29", notice), "IMR-8 open 2015-09-29") << "the last day is a day";
  EXPECT_EQ(on("2015-09-30", notice), "IMR-8 overdue 2015-09-29");
  EXPECT_EQ(on("2015-09-30", file), "");

  act("2015-10-01", "assign:ann", "assigned", {{"by", "mail"}});
  EXPECT_EQ(on("2015-10-01", notice), "IMR-8 kept late 2015-09-29") << "late is not void";
  EXPECT_EQ(on("2015-10-16", file), "IMR-9 open 2015-10-16, IMR-13 open 2015-10-16");
  EXPECT_EQ(on("2015-10-17", file), "IMR-9 overdue 2015-10-16, IMR-13 overdue 2015-10-16");
  EXPECT_EQ(due(), "2015-10-16");

  act("2015-10-14", "administrator:adam", "records-received",
      {{"from", "claims_administrator"}, {"documents", records("progress notes")}});
  EXPECT_EQ(on("2015-10-14", {"IMR-18"}), "IMR-18 no day");
  act("2015-10-15", "intake:iris", "records-complete");
  EXPECT_EQ(on("2015-12-01", {"IMR-9"}), "IMR-9 kept 2015-10-16");
  // 30 days from October 15: November 14, a Saturday.
  EXPECT_EQ(on("2015-10-15", end), "IMR-19 open 2015-11-16");
  EXPECT_EQ(due(), "2015-11-16");

  act("2015-11-10", "medical-director:mia", "extension-granted", {}, "good cause");
  EXPECT_EQ(on("2015-11-10", end), "IMR-19 open 2015-11-17") << "33 days";
  EXPECT_EQ(due(), "2015-11-17");
  c.state = "signed";
  c.reviewers = {CaseReviewer{.id = "R-1"}};
  c.items[0].decided = {{"R-1", Decision::overturned, "", ""}};
  act("2015-11-20", "issue:ida", "issued", {{"by", "mail"}});
  EXPECT_EQ(c.state, "determined") << "a late determination is a determination";
  EXPECT_EQ(on("2015-12-24", end), "IMR-19 kept late 2015-11-17");
  EXPECT_EQ(due(), "none") << "it counts from the receipt, and was not served yet";
  EXPECT_EQ(on("2015-12-24", {"IMR-25"}), "IMR-25 open 2015-12-28") << "30 days and 5 for the mail: Christmas";
  act("2015-11-20", "issue:ida", "served", {{"to", party("claims_administrator", "Examplary Claims")}, {"by", "mail"}});
  EXPECT_EQ(on("2015-11-20", {"IMR-23", "IMR-24"}), "IMR-23 open 2015-12-01, IMR-24 open 2015-12-10");
  EXPECT_EQ(due(), "2015-12-01");
  act("2015-11-23", "issue:ida", "served", {{"to", party("employee", "Test Person")}, {"by", "mail"}});
  EXPECT_EQ(due(), "2015-12-01") << "the other party's receipt starts nothing";
  act("2015-12-02", "administrator:adam", "implemented", {{"how", "authorized"}});
  EXPECT_EQ(on("2016-01-01", {"IMR-23", "IMR-24"}), "IMR-23 kept late 2015-12-01, IMR-24 kept 2015-12-10");
}

TEST_F(Clocks, OfANoticeSentElectronically) {
  until_eligible();
  act("2015-09-29", "assign:ann", "assigned", {{"by", "electronic"}});
  EXPECT_EQ(on("2015-09-29", {"IMR-8", "IMR-9", "IMR-10"}), "IMR-8 kept 2015-09-29, IMR-10 open 2015-10-13")
      << "12 days: October 11, a Sunday, then Columbus Day";
}

// The statute's ten days run beside the regulation's; a flag never ends the state.
TEST_F(Clocks, ShowTheFlagBesideTheClock) {
  CaseEvent opens = application("2018-09-22");
  act(opens);
  act("2018-09-22", "intake:iris", "application-found-new");
  act("2018-09-28", "intake:iris", "eligibility-decided", {{"result", "eligible"}});
  act("2018-10-01", "assign:ann", "assigned", {{"by", "mail"}});
  EXPECT_EQ(on("2018-10-12", {"IMR-9", "IMR-12"}), "IMR-9 open 2018-10-16, IMR-12 overdue 2018-10-11");
  EXPECT_EQ(due(), "2018-10-16");
  EXPECT_EQ(message(checked(california(), c, event("2018-10-16", "intake:iris", "records-overdue"))),
            "records-overdue: the time for it runs until 2018-10-16: '2018-10-16'. Wait until it has passed.");
  act("2018-10-17", "intake:iris", "records-overdue");
  EXPECT_EQ(c.state, "records-overdue");
  EXPECT_EQ(due(), "none");
}

TEST_F(Clocks, OfAnExpeditedCaseAreHoursAndDays) {
  until_eligible("expedited");
  act("2015-10-01T09:30", "assign:ann", "assigned", {{"by", "fax"}});
  EXPECT_EQ(due(), "2015-10-02T09:30");
  EXPECT_EQ(message(checked(california(), c, event("2015-10-02T09:30", "intake:iris", "records-overdue"))),
            "records-overdue: the time for it runs until 2015-10-02T09:30: '2015-10-02T09:30'. Wait until it has "
            "passed.");
  EXPECT_TRUE(checked(california(), c, event("2015-10-02T09:31", "intake:iris", "records-overdue")));
  EXPECT_FALSE(checked(california(), c, event("2015-10-02", "intake:iris", "records-overdue")))
      << "without a time of day, the day is not over";
  EXPECT_TRUE(checked(california(), c, event("2015-10-03", "intake:iris", "records-overdue")));
}

// The days that ran already count as of the same event.
TEST_F(Clocks, ChangeWithThePriority) {
  until_complete();
  EXPECT_EQ(due(), "2015-11-16");
  act("2015-10-16", "intake:iris", "priority-changed", {{"priority", "expedited"}}, "certified by the physician");
  EXPECT_EQ(on("2015-10-16", {"IMR-19", "IMR-20", "IMR-21"}), "IMR-21 open 2015-10-19");
  EXPECT_EQ(due(), "2015-10-19") << "three days: October 18, a Sunday";
  act("2015-10-17", "medical-director:mia", "priority-changed", {{"priority", "standard"}}, "the threat is over");
  EXPECT_EQ(due(), "2015-11-16");
}

TEST_F(Clocks, OfTheSameEventCountFromTheLastOne) {
  until_eligible();
  c.state = "eligibility-review";
  act("2015-10-01", "intake:iris", "information-requested", {{"of", "employee"}, {"asked", "the form"}});
  EXPECT_EQ(due(), "2015-10-08");
  act("2015-10-09", "applicant:test", "information-received", {{"from", "employee"}});
  EXPECT_EQ(on("2015-12-01", {"IMR-7"}), "IMR-7 kept late 2015-10-08");
  EXPECT_EQ(due(), "none");
  act("2015-10-12", "intake:iris", "information-requested", {{"of", "employee"}, {"asked", "the signature"}});
  EXPECT_EQ(on("2015-10-12", {"IMR-7"}), "IMR-7 open 2015-10-19") << "the earlier answer does not keep it";
  act("2015-10-13", "applicant:test", "information-received", {{"from", "employee"}});
  act("2015-10-13", "intake:iris", "information-requested", {{"of", "employee"}, {"asked", "the denial"}});
  EXPECT_EQ(on("2015-10-13", {"IMR-7"}), "IMR-7 open 2015-10-20") << "nor does one of the same day";
}

TEST_F(Clocks, BeginAnewAfterARemand) {
  until_complete();
  act("2015-10-20", "medical-director:mia", "extension-granted", {}, "good cause");
  c.state = "signed";
  act("2015-11-10", "issue:ida", "issued", {{"by", "mail"}});
  act("2015-11-30", "applicant:test", "appeal-filed", {{"from", "employee"}});
  EXPECT_EQ(on("2015-12-31", {"IMR-25"}), "IMR-25 kept 2015-12-15");
  act("2016-03-01", "medical-director:mia", "appeal-decided", {{"result", "remanded"}}, "set aside");
  EXPECT_EQ(c.state, "remanded");
  EXPECT_EQ(due(), "2016-04-01") << "30 days: March 31 is a holiday; the extension was for the first review";
  EXPECT_EQ(on("2016-03-01", {"IMR-19"}), "IMR-19 open 2016-04-01");
}

TEST_F(Clocks, OfAStateWithoutADeadlineAreNone) {
  EXPECT_EQ(due(), "none");
  act(application("2015-09-22"));
  EXPECT_EQ(due(), "none");
  EXPECT_TRUE(on("2015-09-22", {"IMR-1"}).empty());
}

TEST(ClocksPast, IsBehindTheLastMoment) {
  struct Row {
    const char* due;
    const char* now;
    bool past;
  };
  const Row rows[] = {
      {"2015-10-16", "2015-10-16", false},
      {"2015-10-16", "2015-10-17", true},
      {"2015-10-16", "2015-10-16T23:59", false},
      {"2015-10-16T09:00", "2015-10-16", false},
      {"2015-10-16T09:00", "2015-10-16T09:00", false},
      {"2015-10-16T09:00", "2015-10-16T09:01", true},
      {"2015-10-16T09:00", "2015-10-15T23:00", false},
  };
  for (const Row& row : rows) EXPECT_EQ(is_past(moment(row.due), moment(row.now)), row.past) << row.due << row.now;
}

}  // namespace
}  // namespace openimr::cases
