// The figures of a month, over a few cases that were counted by hand.
#include "cases/report.h"

#include <gtest/gtest.h>

#include "cases/acts.h"
#include "cases/making.h"

namespace openimr::cases {
namespace {

// A case that is acted on as in life: each act checked, then applied.
class Worked {
 public:
  Case c;

  Worked& act(std::string_view on, std::string_view who, const char* type, const json& what = json::object(),
              const char* why = "") {
    return take(event(on, who, type, what, why));
  }
  Worked& take(const CaseEvent& tried) {
    const auto done = checked(california(), c, tried);
    EXPECT_TRUE(done) << message(done);
    if (done) apply(c, *done);
    return *this;
  }

  // Received on September 22, eligible on the 28th, notice on October 1 (IMR-8: one business day, so it is late).
  Worked& until_assigned(const std::string& priority = "standard") {
    CaseEvent opens = application("2015-09-22");
    opens.what["priority"] = priority;
    opens.what["documents"] = records("progress notes", "pr2");
    return take(opens)
        .act("2015-09-22", "intake:iris", "application-found-new")
        .act("2015-09-28", "intake:iris", "eligibility-decided", {{"result", "eligible"}})
        .act("2015-10-01", "assign:ann", "assigned", {{"by", "mail"}});
  }
  // Decided as named, and issued on a day.
  Worked& until_issued(const char* day, const char* first, const char* second) {
    act(day, "assign:ann", "reviewer-proposed", {{"reviewer", "R-1"}});
    act(day, "review:R-1", "reviewer-accepted",
        {{"attestation", "I have no conflict."}, {"conflicts", document("conflict check")}});
    if (!drafted.empty()) {
      act(day, "assign:ann", "draft-prepared", {{"draft", document("draft")}, {"decisions", drafted}});
      for (const int item : {1, 2})
        act(day, "review:R-1", "own-finding-recorded", {{"item", item}, {"decision", item == 1 ? first : second}});
    }
    act(day, "review:R-1", "item-decided", {{"item", 1}, {"decision", first}, {"rationale", "As the records show."}});
    act(day, "review:R-1", "item-decided", {{"item", 2}, {"decision", second}, {"rationale", "As the records show."}});
    act(day, "review:R-1", "submitted").act(day, "quality:quinn", "quality-passed");
    act(day, "review:R-1", "signed", {{"letter", document("letter")}, {"text", document("text")}});
    return act(day, "issue:ida", "issued");
  }

  json drafted = json::array();
};

Case in_time() {
  Worked worked;
  worked.until_assigned().act("2015-10-14", "intake:iris", "records-complete");
  return worked.until_issued("2015-11-05", "Upheld", "Upheld").c;
}

// The records are due on October 16 and complete on the 21st; the determination on November 20, and issued on the 30th.
Case late() {
  Worked worked;
  worked.until_assigned().act("2015-10-21", "intake:iris", "records-complete");
  return worked.until_issued("2015-11-30", "Upheld", "Overturned").c;
}

// The administrator's records never come.
Case missed() {
  Worked worked;
  worked.until_assigned().act("2015-10-19", "intake:iris", "records-overdue");
  return worked.until_issued("2015-11-20", "Overturned", "Overturned").c;
}

std::string in_words(const std::vector<RuleFigures>& rules) {
  std::string out;
  for (const RuleFigures& each : rules)
    out += each.rule + " " + std::to_string(each.in_time) + "/" + std::to_string(each.late) + "/" +
           std::to_string(each.missed) + " most " + std::to_string(each.most_days_late) + "\n";
  return out;
}

TEST(Months, BeginAndEnd) {
  const struct {
    const char* text;
    const char* first;
    const char* next;
  } kMonths[] = {{"2015-10", "2015-10-01", "2015-11-01"},
                 {"2015-12", "2015-12-01", "2016-01-01"},
                 {"2016-02", "2016-02-01", "2016-03-01"}};
  for (const auto& test : kMonths) {
    const auto month = Month::from_iso(test.text).value();
    EXPECT_EQ(month.first.iso(), test.first);
    EXPECT_EQ(month.next.iso(), test.next);
    EXPECT_EQ(month.iso(), test.text);
    EXPECT_EQ(Month::of(Date::from_iso(std::string(test.text) + "-17").value()).iso(), test.text);
  }
  for (const char* wrong : {"", "2015", "2015-13", "2015-1", "October", "2015-10-01"})
    EXPECT_FALSE(Month::from_iso(wrong)) << wrong;
}

TEST(AgesOfCases, MeanMedianAndPercentile) {
  Ages none;
  EXPECT_FALSE(none.mean() || none.median() || none.percentile(90));
  Ages ages;
  for (const int days : {40, 10, 20, 30}) ages.add({days});
  EXPECT_DOUBLE_EQ(ages.mean().value(), 25);
  EXPECT_DOUBLE_EQ(ages.median().value(), 25);
  EXPECT_EQ(ages.percentile(90), 40);
  EXPECT_EQ(ages.percentile(50), 20);
  ages.add({11});
  EXPECT_DOUBLE_EQ(ages.median().value(), 20);
  Ages ten;
  for (int days = 1; days <= 10; ++days) ten.add({days});
  EXPECT_EQ(ten.percentile(90), 9);
}

TEST(TimelinessOfAMonth, CountsAgesRulesAndPenalties) {
  Timeliness report;
  for (const Case& c : {in_time(), late(), missed()}) add(report, california(), c);
  EXPECT_EQ(report.determined, 3U);
  EXPECT_EQ(report.from_assignment.cases(), 3U);
  EXPECT_DOUBLE_EQ(report.from_assignment.mean().value(), (35 + 60 + 50) / 3.0);
  EXPECT_EQ(report.from_complete.cases(), 2U) << "the records of the third never were";
  EXPECT_DOUBLE_EQ(report.from_complete.mean().value(), (22 + 40) / 2.0);
  EXPECT_EQ(in_words(report.rules),
            "IMR-8 0/3/0 most 2\n"
            "IMR-9 1/1/1 most 35\n"
            "IMR-19 1/1/0 most 10\n");
  ASSERT_EQ(report.penalties.size(), 1U);
  const PenaltyFigures& penalty = report.penalties.front();
  EXPECT_EQ(penalty.rule, "P-3");
  EXPECT_EQ(penalty.cases, 2U);
  EXPECT_EQ(penalty.days, 5 + 35);
  EXPECT_EQ(penalty.amount.words(), "USD 7500") << "5 days at 500, and the maximum of 5000";
  EXPECT_FALSE(penalty.is_bound);
}

TEST(TimelinessOfAMonth, ACaseThatEndedHasNoAge) {
  Worked worked;
  worked.until_assigned().act("2015-10-05", "intake:iris", "terminated", json::object(), "authorized");
  Timeliness report;
  add(report, california(), worked.c);
  EXPECT_EQ(report.determined, 0U);
  EXPECT_EQ(report.from_assignment.cases(), 0U);
  EXPECT_EQ(in_words(report.rules), "IMR-8 0/1/0 most 2\n") << "and the records were not due yet";
}

TEST(TimelinessOfAMonth, AnAuthorizationThatIsLateCostsNoMoreThanTheBound) {
  Worked worked;
  worked.c = missed();
  for (const CaseParty& each : std::vector<CaseParty>(worked.c.parties))
    worked.act("2015-11-20", "issue:ida", "served", {{"to", party(each.role, each.name)}, {"by", "electronic"}});
  // Five business days, one of them Thanksgiving and the day after, end on December 1.
  worked.act("2015-12-03", "administrator:adam", "implemented", {{"how", "authorized"}});
  Timeliness report;
  add(report, california(), worked.c);
  ASSERT_EQ(report.penalties.size(), 2U);
  EXPECT_EQ(report.penalties.front().rule, "P-2");
  EXPECT_EQ(report.penalties.front().days, 2);
  EXPECT_EQ(report.penalties.front().amount.words(), "USD 10000");
  EXPECT_TRUE(report.penalties.front().is_bound);
}

TEST(VolumeOfAMonth, CountsBySortAndPriority) {
  Worked refused;
  refused.take(application("2015-09-22")).act("2015-09-22", "intake:iris", "application-found-new");
  refused.act("2015-09-28", "intake:iris", "eligibility-decided",
              {{"result", "ineligible"}, {"reasons", {"E-3", "E-2"}}}, "not signed");
  Worked urgent;
  urgent.until_assigned("expedited");
  Case published = in_time();
  published.published = PublishedLetter{"", "", "", "", "", moment("2015-11-20")};
  Volume report;
  for (const Case& c : {refused.c, urgent.c, published, late()}) add_received(report, california(), c);
  for (const Case& c : {published, late()}) add_determined(report, c);
  add_ended(report, california(), refused.c);
  EXPECT_EQ(report.received.standard, 3U);
  EXPECT_EQ(report.received.expedited, 1U);
  EXPECT_EQ(report.determined.all(), 2U);
  EXPECT_EQ(report.published.all(), 1U);
  std::vector<std::string> states;
  for (const Counted& each : report.became) states.push_back(each.id);
  EXPECT_EQ(states, (std::vector<std::string>{"ineligible", "awaiting-records", "determined"}))
      << "as the life has them";
  ASSERT_EQ(report.ended.size(), 1U);
  EXPECT_EQ(report.ended.front().says, "the application is not eligible");
  ASSERT_EQ(report.reasons.size(), 2U);
  EXPECT_EQ(report.reasons.front().id, "E-2");
  EXPECT_FALSE(report.reasons.front().says.empty());
  EXPECT_EQ(report.reasons.back().cases.standard, 1U);
}

TEST(OutcomesOfAMonth, CountsItemsAndHowDraftsFared) {
  Worked drafted;
  drafted.drafted = {{{"item", 1}, {"decision", "Upheld"}}, {{"item", 2}, {"decision", "Upheld"}}};
  drafted.until_assigned().act("2015-10-14", "intake:iris", "records-complete");
  drafted.until_issued("2015-11-05", "Upheld", "Overturned");
  Worked unaddressed;
  unaddressed.drafted = {{{"item", 1}, {"decision", "Overturned"}}, {{"item", 2}, {"decision", nullptr}}};
  unaddressed.until_assigned().act("2015-10-14", "intake:iris", "records-complete");
  unaddressed.until_issued("2015-11-05", "Overturned", "Upheld");
  Outcomes report;
  const CategoryOf category = [](const std::string& item) { return item.starts_with("Soma") ? "drugs" : "imaging"; };
  for (const Case& c : {drafted.c, unaddressed.c, in_time(), missed()}) add(report, california(), c, category);

  std::vector<std::pair<std::string, std::size_t>> words;
  for (const Counted& each : report.cases) words.emplace_back(each.id, each.cases.all());
  EXPECT_EQ(words, (std::vector<std::pair<std::string, std::size_t>>{
                       {"Upheld", 1}, {"Overturned", 1}, {"Partially Overturned", 2}}));
  ASSERT_EQ(report.categories.size(), 2U);
  EXPECT_EQ(report.categories.front().category, "drugs");
  EXPECT_EQ(report.categories.front().upheld, 2U);
  EXPECT_EQ(report.categories.front().overturned, 2U);
  EXPECT_EQ(report.items.all(), 8U);
  EXPECT_EQ(report.items.overturned, 4U);
  EXPECT_EQ(report.draft_upheld.upheld, 1U);
  EXPECT_EQ(report.draft_upheld.overturned, 1U);
  EXPECT_EQ(report.draft_overturned.overturned, 1U);
  EXPECT_EQ(report.drafted(), 3U);
  EXPECT_EQ(report.overridden(), 1U);
  EXPECT_EQ(report.without_draft, 5U);
}

TEST(OutcomesOfAMonth, AnItemThatEndedIsNotDecided) {
  Worked worked;
  worked.until_assigned().act("2015-10-14", "intake:iris", "records-complete");
  worked.act("2015-10-14", "intake:iris", "item-ended", {{"item", 2}}, "authorized");
  worked.act("2015-10-15", "assign:ann", "reviewer-proposed", {{"reviewer", "R-1"}});
  worked.act("2015-10-15", "review:R-1", "reviewer-accepted",
             {{"attestation", "I have no conflict."}, {"conflicts", document("conflict check")}});
  worked.act("2015-10-15", "review:R-1", "item-decided",
             {{"item", 1}, {"decision", "Upheld"}, {"rationale", "As the records show."}});
  Outcomes report;
  add(report, california(), worked.c, [](const std::string&) { return "drugs"; });
  EXPECT_EQ(report.items.all(), 1U);
}

}  // namespace
}  // namespace openimr::cases
