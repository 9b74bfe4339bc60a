#include "program/penalties.h"

#include <gtest/gtest.h>

#include "support/programmes.h"

namespace openimr::program {
namespace {

std::string penalty(const char* id, int days) {
  const PenaltyRule* rule = penalty_rule(testing::programme("ca-dwc-imr"), id);
  if (rule == nullptr) return "no such rule";
  const auto found = penalty_for(*rule, {days});
  if (!found) return found.error().to_string();
  return found->amount.words() + (found->is_bound ? " at most" : "") + " (" + found->says + ")";
}

TEST(Penalties, AreCountedByTheDayUpToAMaximum) {
  EXPECT_EQ(penalty("P-3", -2), "USD 0 (0 days at USD 500)");
  EXPECT_EQ(penalty("P-3", 0), "USD 0 (0 days at USD 500)");
  EXPECT_EQ(penalty("P-3", 1), "USD 500 (1 day at USD 500)");
  EXPECT_EQ(penalty("P-3", 10), "USD 5000 (10 days at USD 500)");
  EXPECT_EQ(penalty("P-3", 11), "USD 5000 (11 days at USD 500; no more than USD 5000 in all)");
}

TEST(Penalties, OfWhichTheLawGivesABoundAreNoMoreThanThat) {
  EXPECT_EQ(penalty("P-1", 1), "USD 5000 at most (1 day at no more than USD 5000)");
  EXPECT_EQ(penalty("P-2", 3), "USD 15000 at most (3 days at no more than USD 5000)");
}

TEST(Penalties, OfABreachDoNotGrow) {
  for (const int days : {0, 1, 400}) {
    EXPECT_EQ(penalty("P-4", days), "USD 50000 (USD 50000)");
    EXPECT_EQ(penalty("P-5", days), "USD 50000 (USD 50000)");
    EXPECT_EQ(penalty("P-6", days), "USD 5000 (USD 5000)");
    EXPECT_EQ(penalty("P-7", days), "USD 10000 (USD 10000)");
    EXPECT_EQ(penalty("P-8", days), "USD 5000 (USD 5000)");
    EXPECT_EQ(penalty("P-9", days), "USD 25000 (USD 25000)");
    EXPECT_EQ(penalty("P-10", days), "USD 25000 (USD 25000)");
  }
}

TEST(Penalties, ThatThePackDoesNotKnowAreNotGuessed) {
  EXPECT_EQ(
      penalty("P-11", 3),
      "penalties: the amount of P-11 is not known. Look it up in 8 CCR 9792.12(c); 9792.15 on appeal and payment, "
      "and write it into the pack.");
  EXPECT_EQ(penalty_rule(testing::programme("medicare-qic"), "P-3"), nullptr);
}

}  // namespace
}  // namespace openimr::program
