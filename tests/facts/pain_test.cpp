// Scores of pain, and the relief that two of them show.
#include <gtest/gtest.h>

#include "facts/show.h"
#include "support/engine.h"

namespace openimr::facts {
namespace {

// "8 without, 4 with": each score with what it says of medication.
std::string scores(const Facts& facts) {
  std::vector<std::string> out;
  for (const Fact* fact : named(facts, "pain_score")) {
    const std::string medication = attribute(*fact, "medication");
    out.push_back(show(fact->value) + (medication == "-" ? "" : " " + medication));
  }
  return fmt::format("{}", fmt::join(out, ", "));
}

TEST(PainScore, IsReadWhereThePainIsRated) {
  const struct {
    const char* text;
    const char* scores;
  } cases[] = {
      {"She complains of back pain rated at \"5 out of 10\".", "5"},
      {"Pain is 8/10.", "8"},
      {"Pain is 7-8/10.", "8"},
      {"Pain is 7.5/10.", "7.5"},
      {"Pain is 10/10.", "10"},
      {"VAS 7.", "7"},
      {"VAS score: 6", "6"},
      {"Pain level is 4.", "4"},
      {"His headaches are 6/10.", "6"},
      {"Pain is 8/10 without and 4/10 with medication.", "8 without, 4 with"},
      {"Pain is 9/10 without medication and 5/10 with medication.", "9 without, 5 with"},
      {"With medications his pain is 3/10, without medications 8/10.", "3 with, 8 without"},
      {"Pain decreases from 9/10 to 5/10.", "9, 5 with"},
      {"Pain is 8/10 before taking Norco and 4/10 after taking Norco.", "8 without, 4 with"},
      {"On a 1 to 10 pain scale, he rates it a 2.", "2"},
      {"He rates his pain as 2 to 4 on a scale from 0 to 10.", "4"},
      {"Her pain is a 6 on a scale of 1-10.", "6"},
      // no scores of pain
      {"Strength is 5/5.", ""},
      {"Strength is 5/10 with pain.", ""},
      {"He was seen for pain on 8/10/15.", ""},
      {"He was seen for pain on 8/10/2015.", ""},
      {"Norco 10/325 mg for pain.", ""},
      {"Pain is 11/10.", ""},
      {"He did 8/10 repetitions.", ""},
      {"Pain for 7 months.", ""},
      {"Back pain. 10 visits.", ""},
  };
  for (const auto& c : cases) EXPECT_EQ(scores(testing::facts_of(c.text)), c.scores) << c.text;
}

TEST(PainScore, StandsWhereItIsWritten) {
  const Facts facts = testing::facts_of("Low back pain is rated 8/10 without medication.");
  ASSERT_EQ(named(facts, "pain_score").size(), 1U);
  EXPECT_EQ(named(facts, "pain_score").front()->places.front().text, "8/10");
}

TEST(PainRelief, IsWhatTwoScoresShow) {
  const struct {
    const char* text;
    const char* relief;  // percent
  } cases[] = {
      {"Pain is 8/10 without and 4/10 with medication.", "50"},
      {"Pain is 10/10 without medication and 3/10 with medication.", "70"},
      {"Pain is 8/10 without medication and 8/10 with medication.", ""},
      {"Pain is 4/10 without medication and 8/10 with medication.", ""},
      {"Pain is 8/10 without medication.", ""},
      {"Pain is 8/10. It was 4/10.", ""},
  };
  for (const auto& c : cases) {
    const Facts facts = testing::facts_of(c.text);
    std::string relief;
    for (const Fact* fact : named(facts, "pain_relief")) {
      if (!std::holds_alternative<std::monostate>(fact->value)) relief += show(fact->value);
    }
    EXPECT_EQ(relief, c.relief) << c.text;
  }
}

TEST(PainRelief, BelongsToTheDrugOfItsSentence) {
  const Facts facts = testing::facts_of("Pain is 8/10 without and 4/10 with medication, which is Norco.");
  ASSERT_FALSE(named(facts, "pain_relief").empty());
  const auto& subjects = named(facts, "pain_relief").back()->subjects;
  EXPECT_NE(std::find(subjects.begin(), subjects.end(), "hydrocodone/acetaminophen"), subjects.end());
}

}  // namespace
}  // namespace openimr::facts
