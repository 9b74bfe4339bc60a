// What a case tells of its application, what a person adds, and how a proposal is recorded.
#include "cases/known_application.h"

#include <gtest/gtest.h>

#include "cases/making.h"

namespace openimr::cases {
namespace {

using program::ApplicationFacts;

Case received() {
  return replayed("CM15-0000001", {application("2015-09-14")});
}

TEST(KnownApplication, IsWhatTheCaseTellsAndNoMore) {
  Case c = received();
  const ApplicationFacts facts = known_application(c, std::nullopt);
  EXPECT_EQ(facts.injury, Date::of(2012, 3, 4));
  EXPECT_EQ(facts.decision, Date::of(2015, 8, 25));
  EXPECT_EQ(facts.application_received, Date::of(2015, 9, 14));
  EXPECT_EQ(facts.decision_exists, true);
  EXPECT_EQ(facts.dispute, "ordinary");
  for (const std::string_view name : program::application_flag_names()) {
    if (name != "decision-exists") EXPECT_EQ(facts.*program::application_flag(name)->value, std::nullopt) << name;
  }
  EXPECT_EQ(facts.decision_communicated, std::nullopt);
  EXPECT_EQ(facts.by, std::nullopt);
  c.ur_decision.reset();
  c.ur_served_by = "mail";
  c.records.push_back({document("denial"), "denial", "ur_decision", std::nullopt, moment("2015-09-14")});
  const ApplicationFacts more = known_application(c, std::vector<std::string>{"CM15-7", "CM15-8"});
  EXPECT_EQ(more.decision_exists, std::nullopt);
  EXPECT_EQ(more.decision_attached, true);
  EXPECT_EQ(more.by, "mail");
  EXPECT_EQ(more.duplicate, true);
  EXPECT_EQ(more.duplicate_of, "CM15-7");
  EXPECT_EQ(known_application(c, std::vector<std::string>{}).duplicate, false);
}

TEST(KnownApplication, TakesWhatAPersonGives) {
  ApplicationFacts facts;
  for (const auto& [name, value] : {std::pair{"form-complete", "yes"}, std::pair{"liability-disputed", "no"},
                                    std::pair{"designation", "2015-09-01"}, std::pair{"dispute", "formulary"},
                                    std::pair{"by", "mail"}, std::pair{"duplicate-of", "CM15-7"}})
    EXPECT_TRUE(give(facts, name, value)) << name;
  EXPECT_EQ(facts.form_complete, true);
  EXPECT_EQ(facts.liability_disputed, false);
  EXPECT_EQ(facts.designation, Date::of(2015, 9, 1));
  EXPECT_EQ(facts.dispute, "formulary");
  EXPECT_EQ(facts.by, "mail");
  EXPECT_EQ(facts.duplicate_of, "CM15-7");
  EXPECT_EQ(message(give(facts, "form-complete", "perhaps")),
            "form-complete: neither yes nor no: 'perhaps'. Write one of them.");
  EXPECT_EQ(message(give(facts, "injury", "2015-02-30")), "injury: no such day: '2015-02-30'. Write YYYY-MM-DD.");
  EXPECT_TRUE(message(give(facts, "colour", "green")).starts_with("no such fact of an application: 'colour'. Write "));
}

TEST(KnownApplication, LeadsToTheActThatRecordsTheProposal) {
  using Change = void (*)(ApplicationFacts&);
  struct Row {
    Change change;
    const char* act;
  };
  const Row rows[] = {
      {[](ApplicationFacts&) {}, "eligibility-decided result=eligible"},
      {[](ApplicationFacts& it) { it.form_complete.reset(); }, "information-requested of=PARTY asked=QUESTION"},
      {[](ApplicationFacts& it) { it.decision_attached = it.denied_on_necessity = false; },
       R"(eligibility-decided result=ineligible 'reasons=["E-1","E-5"]' --why REASON)"},
      {[](ApplicationFacts& it) {
         it.liability_disputed = true, it.liability_settled = it.administrator_agrees = false;
       },
       R"(deferred 'reasons=["E-8"]' --why REASON)"},
      {[](ApplicationFacts& it) { it.duplicate = true; }, "duplicate-found of=CASE"},
      {[](ApplicationFacts& it) { it.duplicate = true, it.duplicate_of = "CM15-7"; }, "duplicate-found of=CM15-7"},
  };
  for (const Row& row : rows) {
    ApplicationFacts facts = known_application(received(), std::vector<std::string>{});
    for (const char* yes : {"denied-on-necessity", "decision-timely", "decision-attached", "notice-complete",
                            "signed-by-applicant", "form-complete"})
      ASSERT_TRUE(give(facts, yes, "yes"));
    for (const char* no : {"denied-for-missing-information", "liability-disputed"}) ASSERT_TRUE(give(facts, no, "no"));
    ASSERT_TRUE(give(facts, "decision-communicated", "2015-08-25"));
    row.change(facts);
    const auto judgement = program::judge(california(), facts);
    ASSERT_TRUE(judgement) << judgement.error().to_string();
    EXPECT_EQ(recording_of(received(), *judgement, facts), std::string("case do CM15-0000001 ") + row.act);
  }
}

}  // namespace
}  // namespace openimr::cases
