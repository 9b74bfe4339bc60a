#include "cases/assignment.h"

#include <functional>
#include <random>
#include <set>

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "../bench/greedy_transport.h"
#include "cases/day_table.h"
#include "support/programmes.h"
#include "support/reviewers.h"

namespace openimr::cases {
namespace {

using testing::day;
using testing::reviewer;

const Date kDay = day("2026-06-01");

CaseNeed need(const std::string& number, const std::string& specialty = "Pain Medicine") {
  CaseNeed out{number, {{specialty}, {}}, {}, {}, {}, {}, "", false, kDay, std::nullopt, 1};
  return out;
}

Assignment assigned(const std::vector<CaseNeed>& cases, const std::vector<Reviewer>& reviewers,
                    const std::map<std::string, Load>& loads = {}, const Weights& weights = {}) {
  const auto& programme = testing::programme("ca-dwc-imr");
  return assign(programme.reviewers(), programme.conflicts(), cases, reviewers, kDay, weights, loads);
}

// "A-1 by r-2; A-2 waits"
std::string shown(const Assignment& assignment) {
  std::string out;
  for (const Proposal& each : assignment.proposals) out += fmt::format("{} by {}; ", each.number, each.reviewer);
  for (const Unassigned& each : assignment.unassigned) out += fmt::format("{} waits; ", each.number);
  return out.substr(0, out.size() - std::min<std::size_t>(out.size(), 2));
}

// "2 at capacity, 1 not eligible (Q-5)"
std::string shown(const std::vector<WhyNotCount>& counts) {
  std::string out;
  for (const WhyNotCount& each : counts)
    out += fmt::format("{}{} {}{}", out.empty() ? "" : ", ", each.reviewers, words_of(each.why),
                       each.rule.empty() ? "" : " (" + each.rule + ")");
  return out;
}

TEST(Assignment, PrefersSpecialtyThenStateThenAnEvenLoad) {
  std::vector<Reviewer> all = {reviewer("r-1", "Neurology"), reviewer("r-2"), reviewer("r-3"), reviewer("r-4")};
  all[1].licences[0].state = "NV";
  std::map<std::string, int> cases_of;
  for (const Proposal& each : assigned({need("A-1"), need("A-2"), need("A-3"), need("A-4")}, all).proposals)
    ++cases_of[each.reviewer];
  EXPECT_EQ(cases_of, (std::map<std::string, int>{{"r-3", 2}, {"r-4", 2}}));
  EXPECT_EQ(shown(assigned({need("A-1")}, all, {{"r-3", {1, 1}}})), "A-1 by r-4");
  EXPECT_EQ(shown(assigned({need("A-1")}, all, {{"r-3", {3, 3}}, {"r-4", {0, 12}}})), "A-1 by r-2");
}

TEST(Assignment, TakesTheSpecialtiesInTheirOrder) {
  CaseNeed one = need("A-1", "Pain Medicine");
  one.needs.specialties.push_back("Neurology");
  EXPECT_EQ(shown(assigned({one}, {reviewer("r-1", "Neurology"), reviewer("r-2")})), "A-1 by r-2");
  EXPECT_EQ(shown(assigned({one}, {reviewer("r-1", "Neurology"), reviewer("r-2", "Urology")})), "A-1 by r-1");
}

TEST(Assignment, WaitsForItsSpecialtyUntilItIsDueSoon) {
  CaseNeed one = need("A-1", "Urology");
  EXPECT_EQ(shown(assigned({one}, {reviewer("r-1")})), "A-1 waits");
  one.due = day("2026-06-14");
  EXPECT_EQ(shown(assigned({one}, {reviewer("r-1")})), "A-1 waits");
  one.due = day("2026-06-12");
  EXPECT_EQ(shown(assigned({one}, {reviewer("r-1")})), "A-1 by r-1");
  one.due.reset();
  one.waiting_since = day("2026-05-13");
  EXPECT_EQ(shown(assigned({one}, {reviewer("r-1")})), "A-1 waits");
  one.waiting_since = day("2026-05-11");
  EXPECT_EQ(shown(assigned({one}, {reviewer("r-1")})), "A-1 by r-1");
  one.waiting_since = kDay;
  one.expedited = true;
  EXPECT_EQ(shown(assigned({one}, {reviewer("r-1")})), "A-1 by r-1");
}

TEST(Assignment, WhatIsMoreUrgentGoesFirstWhereThereIsNoRoom) {
  Reviewer one = reviewer("r-1");
  one.per_day = 1;
  std::vector<CaseNeed> cases = {need("A-1"), need("A-2"), need("A-3"), need("A-4")};
  cases[2].waiting_since = day("2026-05-30");
  EXPECT_EQ(shown(assigned(cases, {one})), "A-3 by r-1; A-1 waits; A-2 waits; A-4 waits");
  cases[1].due = day("2026-06-10");
  EXPECT_EQ(shown(assigned(cases, {one})), "A-2 by r-1; A-1 waits; A-3 waits; A-4 waits");
  cases[3].expedited = true;
  EXPECT_EQ(shown(assigned(cases, {one})), "A-4 by r-1; A-1 waits; A-2 waits; A-3 waits");
}

struct HardRule {
  const char* name;
  std::function<void(CaseNeed&, Reviewer&)> change;
  const char* why_not;
};

TEST(Assignment, KeepsEveryHardRule) {
  const HardRule rows[] = {
      {"not eligible", [](CaseNeed&, Reviewer& who) { who.disciplined = true; }, "1 not eligible (Q-5)"},
      {"not known", [](CaseNeed&, Reviewer& who) { who.years.reset(); }, "1 not eligible (Q-7)"},
      {"licence", [](CaseNeed& one, Reviewer&) { one.needs.licence_types = {"DC"}; }, "1 of another licence"},
      {"remand", [](CaseNeed& one, Reviewer&) { one.earlier_reviewers = {"r-9", "r-1"}; }, "1 reviewed it before"},
      {"conflict",
       [](CaseNeed& one, Reviewer& who) {
         one.parties = {{"employer", "Sample Freight"}};
         who.relations = {{"Sample Freight Inc.", program::RelationKind::professional, "employment", "", std::nullopt}};
       },
       "1 a conflict of interest"},
      {"possible conflict",
       [](CaseNeed& one, Reviewer& who) {
         one.parties = {{"employer", "Sample Frieght"}};
         who.relations = {{"Sample Freight Inc.", program::RelationKind::professional, "employment", "", std::nullopt}};
       },
       "1 a possible conflict, to be cleared"},
      {"items",
       [](CaseNeed& one, Reviewer& who) {
         one.item_kinds = {"drug", "spinal surgery"};
         who.excluded_items = {"spinal surgery"};
       },
       "1 does not review such items"},
      {"capacity", [](CaseNeed&, Reviewer& who) { who.per_week = 0; }, "1 at capacity"},
  };
  for (const HardRule& row : rows) {
    CaseNeed one = need("A-1");
    one.expedited = true;
    Reviewer barred = reviewer("r-1");
    row.change(one, barred);
    const Assignment alone = assigned({one}, {barred});
    ASSERT_EQ(shown(alone), "A-1 waits") << row.name;
    EXPECT_EQ(shown(alone.unassigned[0].why_not), row.why_not);
    const Assignment other = assigned({one}, {barred, reviewer("r-2", "Urology", "DC")});
    ASSERT_EQ(shown(other), "A-1 by r-2") << row.name;
    EXPECT_EQ(shown(other.proposals[0].why_not), row.why_not);
    EXPECT_TRUE(other.proposals[0].next_best.empty()) << row.name;
  }
}

TEST(Assignment, AClearedConflictOpensTheWay) {
  CaseNeed one = need("A-1");
  one.parties = {{"employer", "Sample Frieght"}};
  Reviewer who = reviewer("r-1");
  who.relations = {{"Sample Freight", program::RelationKind::professional, "employment", "", std::nullopt}};
  EXPECT_EQ(shown(assigned({one}, {who})), "A-1 waits");
  one.clearances = {{"r-1", "Sample Frieght", "Sample Freight", "clerk-2", "another firm", {kDay, std::nullopt}}};
  EXPECT_EQ(shown(assigned({one}, {who})), "A-1 by r-1");
}

TEST(Assignment, AfterARemandNoEarlierReviewerEverReturns) {
  const std::vector<Reviewer> all = {reviewer("r-1"), reviewer("r-2"), reviewer("r-3")};
  CaseNeed one = need("A-1");
  std::set<std::string> reviewed;
  for (std::size_t time = 1; time <= all.size(); ++time) {
    const Assignment found = assigned({one}, all);
    ASSERT_EQ(found.proposals.size(), 1U);
    reviewed.insert(found.proposals[0].reviewer);
    EXPECT_EQ(reviewed.size(), time);
    one.earlier_reviewers.push_back(found.proposals[0].reviewer);
  }
  const Assignment last = assigned({one}, all);
  EXPECT_EQ(shown(last), "A-1 waits");
  EXPECT_EQ(last.unassigned[0].why, "no reviewer may take it");
  EXPECT_EQ(shown(last.unassigned[0].why_not), "3 reviewed it before");
}

TEST(Assignment, ACaseForTwoGetsTwoDifferentOnes) {
  CaseNeed one = need("A-1");
  one.reviewers = 2;
  EXPECT_EQ(shown(assigned({one}, {reviewer("r-1"), reviewer("r-2"), reviewer("r-3", "Urology")})),
            "A-1 by r-1; A-1 by r-2");
  const Assignment half = assigned({one}, {reviewer("r-1")});
  EXPECT_EQ(shown(half), "A-1 by r-1; A-1 waits");
  EXPECT_EQ(half.unassigned[0].places, 1);
}

TEST(Assignment, SaysWhyThisOneAndWhyNotTheOthers) {
  CaseNeed one = need("A-1", "Pain Medicine");
  one.needs.specialties.push_back("Neurology");
  one.due = day("2026-06-05");
  one.earlier_reviewers = {"r-5"};
  std::vector<Reviewer> all = {
      reviewer("r-1"), reviewer("r-2", "Neurology"), reviewer("r-3", "Urology"), reviewer("r-4"), reviewer("r-5"),
      reviewer("r-6")};
  all[3].disciplined = true;
  const Assignment found = assigned({one}, all, {{"r-1", {1, 2}}, {"r-6", {3, 3}}});
  ASSERT_EQ(shown(found), "A-1 by r-1");
  const Proposal& proposal = found.proposals[0];
  EXPECT_EQ(proposal.why, (std::vector<std::string>{"Pain Medicine: the first of 2 specialties wanted",
                                                    "MD of CA, the state preferred", "case 2 today of 3",
                                                    "due on 2026-06-05, in 4 days"}));
  EXPECT_EQ(shown(proposal.why_not),
            "1 not eligible (Q-5), 1 reviewed it before, 1 at capacity, 1 of another specialty, 1 costs more");
  ASSERT_EQ(proposal.next_best.size(), 2U);
  EXPECT_EQ(proposal.next_best[0].reviewer, "r-2");
  EXPECT_EQ(proposal.next_best[0].more, 20 - 4);
  EXPECT_EQ(proposal.next_best[1].reviewer, "r-3");
  EXPECT_EQ(proposal.next_best[1].more, 600 - 4);
  EXPECT_EQ(found.cost, 4);
}

TEST(Assignment, SaysWhyACaseWaits) {
  Reviewer full = reviewer("r-1");
  full.per_day = 0;
  EXPECT_EQ(assigned({need("A-1")}, {}).unassigned[0].why, "no reviewer may take it");
  EXPECT_EQ(assigned({need("A-1")}, {full}).unassigned[0].why, "1 reviewer may take it and is at capacity");
  EXPECT_EQ(assigned({need("A-1")}, {reviewer("r-2", "Urology"), full}).unassigned[0].why,
            "1 reviewer of another specialty or state is free, and cost more than waiting");
}

TEST(Assignment, ReadsAsJsonWithoutNames) {
  const nlohmann::json json = to_json(assigned({need("A-1"), need("A-2", "Urology")}, {reviewer("r-1")}));
  EXPECT_EQ(json.dump().find("Invented"), std::string::npos);
  EXPECT_EQ(json["proposals"][0]["case"], "A-1");
  EXPECT_EQ(json["proposals"][0]["reviewer"], "r-1");
  EXPECT_EQ(json["unassigned"][0]["case"], "A-2");
  EXPECT_EQ(json["unassigned"][0]["why_not"][0]["why"], "of another specialty");
}

// A day at random, of the sizes that hold every rule.
struct RandomDay {
  std::vector<CaseNeed> cases;
  std::vector<Reviewer> reviewers;
  std::map<std::string, Load> loads;
};

RandomDay random_day(std::mt19937& random, std::size_t cases, std::size_t reviewers) {
  const auto below = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
  const char* specialties[] = {"Pain Medicine", "Neurology", "Urology", "Chiropractor"};
  RandomDay out;
  for (std::size_t r = 0; r < reviewers; ++r) {
    Reviewer who = reviewer(fmt::format("r-{:03}", r), specialties[below(4)], below(5) == 0 ? "DC" : "MD");
    who.licences[0].state = below(3) == 0 ? "NV" : "CA";
    who.per_day = below(4);
    who.per_week = 2 + below(6);
    who.disciplined = below(10) == 0;
    if (below(4) == 0)
      who.relations = {{fmt::format("Firm {} Sample", below(9)), program::RelationKind::financial, "shares", "",
                        static_cast<double>(below(10))}};
    out.loads[who.id] = {below(2), below(3)};
    out.reviewers.push_back(std::move(who));
  }
  for (std::size_t c = 0; c < cases; ++c) {
    CaseNeed one = need(fmt::format("A-{:04}", c), specialties[below(4)]);
    if (below(2) == 0) one.needs.specialties.push_back(specialties[below(4)]);
    if (below(6) == 0) one.needs.licence_types = {"MD", "DO"};
    one.parties = {{"employer", fmt::format("Firm {} Sample", below(30))}};
    if (below(5) == 0) one.earlier_reviewers = {fmt::format("r-{:03}", below(static_cast<int>(reviewers)))};
    one.expedited = below(8) == 0;
    one.waiting_since = kDay.plus({-below(40)});
    if (below(3) != 0) one.due = kDay.plus({below(30) - 5});
    one.reviewers = 1 + (below(10) == 0 ? 1 : 0);
    out.cases.push_back(std::move(one));
  }
  return out;
}

TEST(Assignment, CountsEveryReviewerOnceAndNeverOffersABetterOne) {
  std::mt19937 random(5);
  for (int i = 0; i < 40; ++i) {
    const RandomDay in = random_day(random, 60, 40);
    const Assignment found = assigned(in.cases, in.reviewers, in.loads);
    std::map<std::string, int> chosen, today;
    for (const Proposal& each : found.proposals) {
      ++chosen[each.number];
      ++today[each.reviewer];
    }
    const auto counted = [&](const std::string& number, const std::vector<WhyNotCount>& why_not) {
      int all = chosen[number];
      for (const WhyNotCount& each : why_not) all += each.reviewers;
      return all;
    };
    for (const Proposal& each : found.proposals) {
      EXPECT_EQ(counted(each.number, each.why_not), 40);
      for (const Alternative& other : each.next_best) EXPECT_GE(other.more, 0) << each.number;
    }
    for (const Unassigned& each : found.unassigned) EXPECT_EQ(counted(each.number, each.why_not), 40);
    for (const Reviewer& who : in.reviewers) {
      EXPECT_LE(today[who.id] + in.loads.at(who.id).today, std::max(who.per_day, in.loads.at(who.id).today));
      EXPECT_LE(today[who.id] + in.loads.at(who.id).this_week, std::max(who.per_week, in.loads.at(who.id).this_week));
    }
  }
}

// The numbers of a day, solved by greedy too; and the same cases in another order.
TEST(Assignment, IsNeverWorseThanGreedyAndDoesNotDependOnTheOrder) {
  const auto& programme = testing::programme("ca-dwc-imr");
  std::mt19937 random(9);
  int better = 0;
  for (int i = 0; i < 30; ++i) {
    RandomDay in = random_day(random, 120, 50);
    const Assignment found = assigned(in.cases, in.reviewers, in.loads);
    std::vector<Load> loads;
    for (const Reviewer& who : in.reviewers) loads.push_back(in.loads.at(who.id));
    const DayTable table(programme.reviewers(), programme.conflicts(), in.cases, in.reviewers, kDay, Weights{}, loads);
    const CostSum greedy = greedy_cost(table.demands, table.supplies, table.costs);
    EXPECT_LE(found.cost, greedy);
    better += found.cost < greedy ? 1 : 0;
    std::shuffle(in.cases.begin(), in.cases.end(), random);
    std::shuffle(in.reviewers.begin(), in.reviewers.end(), random);
    EXPECT_EQ(to_json(assigned(in.cases, in.reviewers, in.loads)), to_json(found));
  }
  EXPECT_GT(better, 10);
}

}  // namespace
}  // namespace openimr::cases
