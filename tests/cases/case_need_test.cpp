#include "cases/case_need.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "cases/credentials.h"
#include "cases/making.h"
#include "support/reviewers.h"

namespace openimr::cases {
namespace {

using Names = std::vector<std::string>;
const Date kDay = testing::day("2015-10-02");

program::ReviewerRules rules() {
  program::ReviewerRules out;
  out.licence_types = {{"MD", "doctor of medicine"}, {"DC", "chiropractor"}};
  const program::InForce always{testing::day("2000-01-01"), std::nullopt};
  out.specialties = {{"S-1", {"Surgery/Spine"}, {"Neurosurgery", "Orthopedics"}, always, "", {}},
                     {"S-2", {"Surgery"}, {"Orthopedics"}, always, "", {}},
                     {"S-3", {"therapy"}, {"Rehabilitation", "Neurosurgery"}, always, "", {}},
                     {"S-4", {"dme"}, {"Nobody"}, {testing::day("2016-01-01"), std::nullopt}, "", {}}};
  return out;
}

TEST(CaseNeed, WantsWhoTreatsTheItems) {
  const ItemNames spine = {"surgery", "Surgery", "Surgery/Spine"}, knee = {"surgery", "Surgery"}, therapy = {"therapy"},
                  device = {"dme"};
  const struct {
    std::vector<ItemNames> items;
    Names wanted;
  } rows[] = {
      {{}, {}},
      {{device}, {}},  // its row is not in force yet
      {{spine}, {"Neurosurgery", "Orthopedics"}},
      {{knee}, {"Orthopedics"}},
      {{knee, spine}, {"Orthopedics", "Neurosurgery"}},                      // both items want the first
      {{therapy, knee}, {"Rehabilitation", "Orthopedics", "Neurosurgery"}},  // one each, the best of each first
      {{therapy, spine}, {"Neurosurgery", "Rehabilitation", "Orthopedics"}},
      {{therapy, device}, {"Rehabilitation", "Neurosurgery"}},
  };
  for (const auto& row : rows) EXPECT_EQ(specialties_wanted(rules(), row.items, kDay), row.wanted);
}

TEST(CaseNeed, FollowsFromTheCase) {
  Case c;
  c.number = "EX-1";
  c.state = "records-complete";
  c.priority = "expedited";
  c.complete = moment("2015-09-20");
  c.parties = {{"employer", "Sample Freight LLC", "", ""}};
  c.reviewers_needed = 3;
  c.reviewers = {CaseReviewer{.id = "r-2"}};
  c.earlier_reviewers = {"r-1"};
  EXPECT_TRUE(wants_reviewer(california(), c));
  const CaseNeed need = need_of(california(), c, {{"surgery", "Surgery"}, {"surgery", "Surgery"}}, kDay);
  EXPECT_EQ(need.reviewers, 2);
  EXPECT_EQ(need.earlier_reviewers, (Names{"r-1", "r-2"}));
  EXPECT_EQ(need.item_kinds, (Names{"Surgery", "surgery"}));
  EXPECT_EQ(need.needs.specialties.front(), "Orthopedic Surgery");
  EXPECT_TRUE(need.expedited);
  EXPECT_EQ(need.waiting_since.iso(), "2015-09-20");
  EXPECT_EQ(need.parties.front().name, "Sample Freight LLC");
  c.reviewers_needed = 1;
  EXPECT_FALSE(wants_reviewer(california(), c)) << "it has its reviewer";
  c.reviewers.clear();
  c.state = "awaiting-records";
  EXPECT_FALSE(wants_reviewer(california(), c));
}

TEST(CaseNeed, EverySpecialtyOfCaliforniaCanBeHad) {
  const auto& law = california().reviewers();
  ASSERT_FALSE(law.specialties.empty());
  for (const auto& row : law.specialties) {
    for (const std::string& wanted : row.specialties) {
      Reviewer one = testing::reviewer("r-1", wanted);
      EXPECT_EQ(specialties_of(law, one, kDay).front(), specialty_key(wanted));
    }
    const auto* found = law.specialties_for({row.items.back()}, kDay);
    ASSERT_NE(found, nullptr);
    EXPECT_EQ(found->id, row.id) << row.items.back() << " is taken by an earlier row";
  }
}

TEST(Credentials, AreAsALetterPrintsThem) {
  const json states = {{"CA", "California"}, {"NV", "Nevada"}};
  Reviewer one = testing::reviewer("r-1");
  one.licences.push_back(one.licences.front());
  one.licences.push_back({"MD", "NV", LicenceStatus::expired, "", std::nullopt, std::nullopt});
  one.certifications.push_back({"B", "Neurology", "Pain Medicine", std::nullopt});
  one.certifications.push_back({"B", "Old", "", testing::day("2015-10-02")});
  const Credentials doctor = credentials_of(rules(), one, kDay, states);
  EXPECT_EQ(doctor.licences, Names{"California"}) << "once, and only those that can be used";
  EXPECT_EQ(doctor.certifications, (Names{"Pain Medicine", "Neurology"}));
  Reviewer other = testing::reviewer("r-2", "", "DC");
  other.certifications.clear();
  EXPECT_EQ(credentials_of(rules(), other, kDay, states).certifications, Names{"Chiropractor"});
}

}  // namespace
}  // namespace openimr::cases
