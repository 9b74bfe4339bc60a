#include "cases/qualification.h"

#include <functional>

#include <gtest/gtest.h>

#include "support/programmes.h"
#include "support/reviewers.h"

namespace openimr::cases {
namespace {

using testing::day;
using testing::reviewer;

const program::ReviewerRules& rules() {
  return testing::programme("ca-dwc-imr").reviewers();
}

// "Q-2 fails: ..." of the rule that bars; empty where the reviewer is eligible.
std::string bar_of(const Reviewer& who, const char* on = "2026-06-01", const Needs& needs = {}) {
  const Qualification found = qualify(rules(), who, day(on), needs);
  const RuleAnswer* bar = found.bar();
  if (bar == nullptr) return "";
  return bar->rule->id + " " + std::string(name_of(bar->answer)) + ": " + bar->words;
}

TEST(Qualification, AsksEveryRule) {
  struct Row {
    std::function<void(Reviewer&)> change;
    const char* bar;
  };
  const Row rows[] = {
      {[](Reviewer&) {}, ""},
      {[](Reviewer& who) { who.licences.clear(); }, "Q-1 not known: no licence is on file"},
      {[](Reviewer& who) { who.licences[0].type = "RN"; }, "Q-1 fails: no licence of a type that is accepted"},
      {[](Reviewer& who) { who.licences[0].state = "NV"; }, ""},
      {[](Reviewer& who) { who.licences[0].status = LicenceStatus::restricted; }, "Q-2 fails: MD of CA: restricted"},
      {[](Reviewer& who) { who.licences[0].status = LicenceStatus::unknown; }, "Q-2 not known: MD of CA: unknown"},
      {[](Reviewer& who) { who.licences[0].until = day("2026-06-01"); }, "Q-2 fails: MD of CA: not on 2026-06-01"},
      {[](Reviewer& who) { who.licences[0].until = day("2026-06-02"); }, ""},
      {[](Reviewer& who) { who.licences[0].from = day("2026-06-02"); }, "Q-2 fails: MD of CA: not on 2026-06-01"},
      {[](Reviewer& who) { who.licences[0].until = std::nullopt; }, ""},
      {[](Reviewer& who) {
         who.licences.push_back(who.licences[0]);
         who.licences[0].status = LicenceStatus::suspended;
         who.licences[1].state = "TX";
       },
       ""},
      {[](Reviewer& who) { who.certifications.clear(); }, "Q-3 fails: no certification is on file"},
      {[](Reviewer& who) { who.certifications[0].until = day("2026-06-01"); },
       "Q-3 fails: no certification runs on 2026-06-01"},
      {[](Reviewer& who) {
         who.certifications.clear();
         who.licences[0].type = "DC";
       },
       ""},
      {[](Reviewer& who) { who.disciplined = true; }, "Q-5 fails: a disciplinary action or sanction is on file"},
      {[](Reviewer& who) { who.disciplined.reset(); }, "Q-5 not known: whether there was discipline is not on file"},
      {[](Reviewer& who) { who.appointments = {"qme"}; }, "Q-6 fails: appointed: qme"},
      {[](Reviewer& who) { who.appointments.reset(); }, "Q-6 not known: appointments are not on file"},
      {[](Reviewer& who) { who.years = 4; },
       "Q-7 fails: 4 years, 30 hours a week; 5 years and 24 hours a week are asked"},
      {[](Reviewer& who) { who.years = 5; }, ""},
      {[](Reviewer& who) { who.hours_per_week = 24; }, ""},
      {[](Reviewer& who) {
         who.hours_per_week = 23;
         who.years.reset();
       },
       "Q-7 fails: unknown years, 23 hours a week; 5 years and 24 hours a week are asked"},
      {[](Reviewer& who) { who.hours_per_week.reset(); },
       "Q-7 not known: practice is not on file; 5 years and 24 hours a week are asked"},
  };
  for (const Row& row : rows) {
    Reviewer who = reviewer("r-1");
    row.change(who);
    EXPECT_EQ(bar_of(who), row.bar);
  }
}

TEST(Qualification, AsksOnlyRulesInForce) {
  Reviewer who = reviewer("r-1");
  who.appointments = {"qme"};
  EXPECT_EQ(bar_of(who, "2013-12-31"), "");
  EXPECT_EQ(bar_of(who, "2014-01-01"), "Q-6 fails: appointed: qme");
}

TEST(Qualification, KnowsTheLicenceThatACaseWants) {
  Reviewer who = reviewer("r-1");
  who.licences.push_back(who.licences[0]);
  who.licences[1].type = "DC";
  who.licences[1].status = LicenceStatus::expired;
  EXPECT_EQ(bar_of(who, "2026-06-01", {{}, {"MD"}}), "");
  EXPECT_EQ(bar_of(who, "2026-06-01", {{}, {"DC"}}), "Q-2 fails: DC of CA: expired");
  EXPECT_EQ(bar_of(who, "2026-06-01", {{}, {"PSY", "LAC"}}), "Q-1 fails: no licence as PSY or LAC");
}

// A preference is answered and never bars; what is attested with the case is open until then.
TEST(Qualification, PreferencesDoNotBar) {
  const Reviewer who = reviewer("r-1", "Orthopaedic Surgery");
  const Qualification found = qualify(rules(), who, day("2026-06-01"), {{"Pain Medicine", "Neurology"}, {}});
  ASSERT_EQ(found.answers.size(), 8U);
  EXPECT_EQ(found.answers[3].rule->id, "Q-4");
  EXPECT_EQ(found.answers[3].words, "stated by the reviewer with each case");
  EXPECT_EQ(found.answers[7].answer, Answer::fails);
  EXPECT_EQ(found.answers[7].words, "none of Pain Medicine, Neurology");
  EXPECT_TRUE(found.is_eligible());
  for (const RuleAnswer& each : found.answers) EXPECT_EQ(each.words.find("Invented"), std::string::npos);
}

TEST(Qualification, SpecialtiesAreWhatIsCertifiedAndLicensed) {
  Reviewer who = reviewer("r-1", "Physical Medicine & Rehabilitation", "DC");
  who.certifications[0].subspecialty = "Pain medicine";
  who.certifications.push_back({"American Board of Samples", "Neurology", "", Date::from_iso("2020-01-01")});
  const auto has = [&](const char* specialty) {
    const auto all = specialties_of(rules(), who, day("2026-06-01"));
    return std::find(all.begin(), all.end(), specialty_key(specialty)) != all.end();
  };
  EXPECT_TRUE(has("physical medicine and rehabilitation"));
  EXPECT_TRUE(has("Pain Medicine"));
  EXPECT_TRUE(has("Chiropractor"));
  EXPECT_FALSE(has("Neurology"));  // ran out
  EXPECT_FALSE(has(""));
}

}  // namespace
}  // namespace openimr::cases
