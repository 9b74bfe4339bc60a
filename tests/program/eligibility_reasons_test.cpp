// How a proposal on eligibility is explained, and what holds for every application.
#include <algorithm>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "program/application_words.h"
#include "support/programmes.h"

namespace openimr::program {
namespace {

const Programme& california() {
  return testing::programme("ca-dwc-imr");
}

TEST(EligibilityReasons, TellsHowItCameToThat) {
  const auto rule = [](const Judgement& found, const char* id) {
    return *std::find_if(found.rules.begin(), found.rules.end(), [&](const auto& each) { return each.rule->id == id; });
  };
  ApplicationFacts facts = sound();
  state(facts, "application-received 2015-09-30");
  auto found = judge(california(), facts);
  ASSERT_TRUE(found);
  const std::vector<std::string> late = {
      "IMR-1: the day the application was received (2015-09-30) is after the last day, 2015-09-29",
      "2015-08-25 (Tuesday): the utilization review decision is served on the worker; the day itself is not counted",
      "30 calendar days: 2015-09-24 (Thursday)",
      "5 calendar days more, mailed, both addresses in California (CCP 1013(a), Lab. Code 5316): 2015-09-29 (Tuesday)",
      "2015-09-29 (Tuesday) is open: the last day",
      "it was served with all that has to go with it: yes",
      "liability is or was disputed too: no"};
  EXPECT_EQ(rule(*found, "E-4").why, late);
  EXPECT_EQ(found->reasons, std::vector<std::string>{"The application was received after the last day to apply."});

  state(facts, "injury 2012-05-01, decision-communicated 2013-06-28, application-received 2013-07-05");
  found = judge(california(), facts);
  const std::vector<std::string> old = {"the day of injury (2012-05-01) is before 2013-01-01",
                                        "the day the decision was served (2013-06-28) is before 2013-07-01",
                                        "the class of the dispute: ordinary",
                                        "the day the decision was served (2013-06-28) is before 2018-01-01"};
  EXPECT_EQ(rule(*found, "E-2").why, old);

  facts = sound();
  state(facts, "signed-by-applicant no, signed-by-representative yes, designation 2015-08-01, duplicate yes");
  facts.duplicate_of = "CM15-0000001";
  found = judge(california(), facts);
  EXPECT_EQ(rule(*found, "E-3").why[1],
            "the day the representative was designated (2015-08-01) is before the day of the decision (2015-08-24)");
  EXPECT_EQ(found->reasons,
            std::vector<std::string>{"The same dispute was applied for before. The other case is CM15-0000001."});
}

// Each way of service that is possible is told by its name.
TEST(EligibilityReasons, TellsWhatDependsOnTheWayOfService) {
  ApplicationFacts facts = sound();
  state(facts, "by ?, application-received 2015-09-25");
  const auto found = judge(california(), facts);
  ASSERT_TRUE(found);
  const auto& why = found->rules[3].why;
  EXPECT_EQ(why.front(),
            "served by personal: IMR-1: the day the application was received (2015-09-25) is after the last day, "
            "2015-09-24");
  EXPECT_NE(std::find(why.begin(), why.end(),
                      "served by mail: IMR-1: the day the application was received (2015-09-25) is not after the last "
                      "day, 2015-09-29"),
            why.end());
}

// A row that holds for a part of the time fails only when the day of receipt is known.
TEST(EligibilityReasons, HoldsARowOfSomeDaysBackWhileTheDayIsNotKnown) {
  ApplicationFacts facts = sound();
  state(facts, "application-received ?, decision-attached no");
  const auto found = judge(california(), facts);
  ASSERT_TRUE(found);
  EXPECT_EQ(in_words(*found), "ask: the day the application was received");
  std::vector<std::string> why;
  for (const JudgedRule& each : found->rules) {
    if (each.rule->id == "E-5") why.push_back(each.why.back());
  }
  const std::vector<std::string> both = {"the rule holds from 2013-01-01 until 2014-04-01",
                                         "the rule holds from 2014-04-01"};
  EXPECT_EQ(why, both);
}

TEST(EligibilityReasons, OfAnApplicationOfWhichNothingIsKnownIsAQuestion) {
  const auto found = judge(california(), {});
  ASSERT_TRUE(found);
  EXPECT_EQ(found->proposal, Proposal::ask);
  EXPECT_TRUE(found->reasons.empty());
  EXPECT_EQ(found->rules.size(), 11U);
  for (const JudgedRule& each : found->rules) EXPECT_EQ(each.passed, Truth::unknown) << each.rule->id;
  EXPECT_GT(found->missing.size(), 10U);
}

TEST(EligibilityReasons, RefusesWhatTheProgrammeDoesNotKnow) {
  const auto message = [](const char* words) {
    ApplicationFacts facts = sound();
    state(facts, words);
    const auto found = judge(california(), facts);
    return found ? "" : found.error().to_string();
  };
  EXPECT_EQ(message("by pigeon"),
            "by: no such way of service in ca-dwc-imr: 'pigeon'. Use one of: personal, mail, mail-out-of-state, "
            "mail-confidential, mail-abroad, express, fax, electronic.");
  EXPECT_EQ(message("dispute dental"),
            "dispute: no such class of dispute in ca-dwc-imr: 'dental'. Use one of: ordinary, formulary.");
  EXPECT_EQ(message("application-received 2012-12-31"),
            "eligibility: ca-dwc-imr has no rule in force on that day: '2012-12-31'. Check the day the application was "
            "received.");
}

// The more is known, the less is open: what was passed or failed with less stays so.
RC_GTEST_PROP(EligibilityReasons, NeverTurnsWhenMoreIsKnown, ()) {
  ApplicationFacts whole;
  const auto some_day = [] { return Date::of(2013, 1, 1)->plus({*rc::gen::inRange(0, 365 * 6)}); };
  for (const auto name : application_flag_names()) whole.*application_flag(name)->value = *rc::gen::arbitrary<bool>();
  for (const auto name : application_day_names()) whole.*application_day(name)->value = some_day();
  whole.decision_communicated = whole.decision->plus({*rc::gen::inRange(0, 10)});
  whole.application_received = whole.decision_communicated->plus({*rc::gen::inRange(0, 60)});
  whole.dispute = *rc::gen::element<std::string>("ordinary", "formulary");
  whole.by = *rc::gen::element<std::string>("personal", "mail", "mail-abroad", "fax");
  ApplicationFacts part = whole;
  const auto forgotten = [] { return *rc::gen::inRange(0, 4) == 0; };
  for (const auto name : application_flag_names()) {
    if (forgotten()) (part.*application_flag(name)->value).reset();
  }
  for (const auto name : application_day_names()) {
    if (forgotten()) (part.*application_day(name)->value).reset();
  }
  if (forgotten()) part.dispute.reset();
  if (forgotten()) part.by.reset();
  const auto known = judge(california(), whole);
  const auto less = judge(california(), part);
  RC_ASSERT(known.has_value());
  RC_ASSERT(less.has_value());
  for (const JudgedRule& before : less->rules) {
    RC_ASSERT((before.passed == Truth::unknown) == !before.missing.empty());
    if (before.passed == Truth::unknown) continue;
    for (const JudgedRule& after : known->rules) {
      if (after.rule == before.rule) RC_ASSERT(after.passed == before.passed);
    }
  }
  if (less->proposal == Proposal::eligible || less->proposal == Proposal::duplicate)
    RC_ASSERT(known->proposal == less->proposal);
}

}  // namespace
}  // namespace openimr::program
