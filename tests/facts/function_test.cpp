// Functional improvement with its two limbs, failed first-line treatment, pain before and after.
#include "facts/function.h"

#include <gtest/gtest.h>

#include "facts/dated_case.h"
#include "facts/show.h"

namespace openimr::facts {
namespace {

std::string assertion_of(const Facts& facts, const char* name) {
  const auto found = named(facts, name);
  return found.empty() ? "-" : std::string(name_of(found.back()->assertion));
}

TEST(FunctionalImprovement, NeedsBothLimbs) {
  const struct {
    const char* text;
    const char *adl, *work, *dependency, *whole;
  } cases[] = {
      {"ADLs: improved activities of daily living.", "present", "-", "-", "-"},
      {"There was a reduction in work restrictions.", "-", "present", "-", "-"},
      {"There was reduced dependency on continued medical treatment.", "-", "-", "present", "-"},
      {"There were improved activities of daily living and a reduction in medication use.", "present", "-", "present",
       "present"},
      {"There was a reduction in work restrictions. He has a decreased need for medication.", "-", "present", "present",
       "present"},
      {"There has been no functional improvement.", "negated", "-", "-", "negated"},
      {"There were improved activities of daily living. There was no reduction in medication use.", "present", "-",
       "negated", "negated"},
      {"He is seen.", "-", "-", "-", "-"},
  };
  for (const auto& c : cases) {
    const Facts facts = testing::facts_of(c.text);
    EXPECT_EQ(assertion_of(facts, "adl_improvement"), c.adl) << c.text;
    EXPECT_EQ(assertion_of(facts, "work_restriction_reduction"), c.work) << c.text;
    EXPECT_EQ(assertion_of(facts, "dependency_reduction"), c.dependency) << c.text;
    EXPECT_EQ(assertion_of(facts, "functional_improvement"), c.whole) << c.text;
  }
}

TEST(FunctionalImprovement, SeesWorkStatusOverTime) {
  const DatedText off = {"2015-03-01", "Work status: temporarily totally disabled."};
  const DatedText modified = {"2015-06-01", "Work status: modified duty."};
  const Facts up = facts_of_dated({off, modified});
  ASSERT_EQ(named(up, "work_restriction_reduction").size(), 1U);
  const Fact& rise = *named(up, "work_restriction_reduction").front();
  EXPECT_EQ(rise.places.size(), 2U) << "both statuses are its places";
  EXPECT_EQ(attribute(rise, "from") + ", " + attribute(rise, "to"), "temporary total disability, modified duty");
  EXPECT_TRUE(named(facts_of_dated({off}), "work_restriction_reduction").empty());
  EXPECT_TRUE(
      named(facts_of_dated({{"2015-03-01", modified.text}, {"2015-06-01", off.text}}), "work_restriction_reduction")
          .empty());
}

TEST(FailedFirstLine, IsANonOpioidThatFailed) {
  const struct {
    const char* text;
    const char* drugs;
  } cases[] = {
      {"He tried and failed ibuprofen.", "ibuprofen"},
      {"He failed gabapentin.", "gabapentin"},
      {"He failed Norco.", ""},
      {"Ibuprofen helped.", ""},
      {"He takes ibuprofen.", ""},
  };
  for (const auto& c : cases) {
    std::string drugs;
    const Facts facts = testing::facts_of(c.text);
    for (const Fact* fact : named(facts, "failed_first_line")) drugs += fact->concept_name;
    EXPECT_EQ(drugs, c.drugs) << c.text;
  }
}

TEST(PainChange, IsBetweenTheLastScoreBeforeAndTheFirstAfter) {
  const Facts facts = facts_of_dated({{"2015-03-01", "Pain is 8/10."},
                                      {"2015-04-01", "Lumbar fusion was performed on 4/1/2015."},
                                      {"2015-06-01", "Pain is 4/10."},
                                      {"2015-07-01", "Pain is 2/10."}});
  const auto changes = named(facts, "pain_change");
  ASSERT_EQ(changes.size(), 1U);
  EXPECT_EQ(attribute(*changes.front(), "from") + " to " + attribute(*changes.front(), "to"), "8 to 4");
  EXPECT_EQ(show(changes.front()->value), "50");
  EXPECT_GE(changes.front()->places.size(), 3U);
  EXPECT_TRUE(named(facts_of_dated(
                        {{"2015-04-01", "Lumbar fusion was performed on 4/1/2015."}, {"2015-06-01", "Pain is 4/10."}}),
                    "pain_change")
                  .empty());
}

}  // namespace
}  // namespace openimr::facts
