// What a utilization review recites is no finding of a physician.
#include <gtest/gtest.h>

#include "facts/dated_case.h"
#include "facts/show.h"

namespace openimr::facts {
namespace {

constexpr const char* kReview = "ur_decision";

std::string finding(const std::vector<DatedText>& documents) {
  const auto draft = testing::draft_of(dated_case(documents));
  return std::string(guidelines::name_of(testing::criterion(draft.items[0], "muscle-spasm")->evaluated.finding));
}

TEST(UtilizationReview, MarksItsFacts) {
  const Facts facts = facts_of_dated({{"2015-08-19", "Muscle spasm is found.", kReview}});
  ASSERT_EQ(named(facts, "finding").size(), 1U);
  EXPECT_EQ(attribute(*named(facts, "finding").front(), "source"), "ur");
}

TEST(UtilizationReview, DoesNotShowAFindingThatNoRecordHas) {
  const DatedText review = {"2015-08-19", "Muscle spasm is found.", kReview};
  EXPECT_EQ(finding({review, {"2015-08-01", "He is seen.", "pr2"}}), "not documented");
  EXPECT_EQ(finding({review, {"2015-08-01", "Muscle spasm is found.", "pr2"}}), "met");
  EXPECT_EQ(finding({review}), "met") << "it is all there is";
  EXPECT_EQ(finding({review, {"2015-08-01", "He asks for Soma.", "rfa"}}), "met") << "a request is no record";
}

}  // namespace
}  // namespace openimr::facts
