#include "base/kappa.h"

#include <gtest/gtest.h>

namespace openimr {
namespace {

TEST(Kappa, TablesCountedByHand) {
  const struct {
    Judged judged;
    double value, low, high;
  } kTables[] = {
      // Observed 35/50; by chance (25 x 30 + 25 x 20) / 2500 = 0.5, so kappa is 0.4 and its error
      // sqrt(0.7 x 0.3 / 50) / 0.5 = 0.12961.
      {{20, 5, 10, 15}, 0.4, 0.14596, 0.65404},
      // Observed 0.5, by chance 0.5: nothing beyond it; error sqrt(0.25 / 100) / 0.5 = 0.1.
      {{25, 25, 25, 25}, 0, -0.19600, 0.19600},
      // Nine in ten are no: 88 of 100 agree, and by chance (10 x 10 + 90 x 90) / 10000 = 0.82; kappa is a third only,
      // its error sqrt(0.88 x 0.12 / 100) / 0.18 = 0.18053.
      {{4, 6, 6, 84}, 0.33333, -0.02051, 0.68717},
      // Apart more often than by chance: observed 0.2, by chance 0.5; error sqrt(0.2 x 0.8 / 10) / 0.5 = 0.25298, and
      // the interval ends at -1.
      {{1, 4, 4, 1}, -0.6, -1, -0.10416},
  };
  for (const auto& [judged, value, low, high] : kTables) {
    const auto kappa = kappa_of(judged).value();
    EXPECT_NEAR(kappa.value, value, 5e-6);
    EXPECT_NEAR(kappa.interval.value().low, low, 1e-5);
    EXPECT_NEAR(kappa.interval.value().high, high, 1e-5);
  }
}

TEST(Kappa, IsOneWhereAllAgreeAndSaysNothingOfItsWidth) {
  const auto kappa = kappa_of({.both_yes = 3, .both_no = 7}).value();
  EXPECT_DOUBLE_EQ(kappa.value, 1);
  EXPECT_FALSE(kappa.interval);
  const auto never = kappa_of({.first_alone = 5, .second_alone = 5}).value();
  EXPECT_DOUBLE_EQ(never.value, -1);
  EXPECT_FALSE(never.interval);
}

TEST(Kappa, IsNothingWhereAllSaidTheSame) {
  EXPECT_FALSE(kappa_of({}));
  EXPECT_FALSE(kappa_of({.both_yes = 12}));
  EXPECT_FALSE(kappa_of({.both_no = 49}));
  EXPECT_FALSE(kappa_of({.both_yes = 12}, 0));
}

TEST(Kappa, PairsOfOneThingMakeItNoSurer) {
  const Judged judged{20, 5, 10, 15};
  const auto wide = kappa_of(judged, 25).value();  // error sqrt(0.7 x 0.3 / 25) / 0.5 = 0.18330
  EXPECT_NEAR(wide.value, 0.4, 5e-6);
  EXPECT_NEAR(wide.interval.value().low, 0.04073, 1e-5);
  EXPECT_NEAR(wide.interval.value().high, 0.75927, 1e-5);
}

TEST(Kappa, CountsPairsByWhoSaidYes) {
  Judged judged;
  judged.add(true, true);
  judged.add(true, false);
  judged.add(true, false);
  judged.add(false, true);
  EXPECT_EQ(judged.both_yes, 1U);
  EXPECT_EQ(judged.first_alone, 2U);
  EXPECT_EQ(judged.second_alone, 1U);
  EXPECT_EQ(judged.both_no, 0U);
  EXPECT_EQ(judged.all(), 4U);
  EXPECT_EQ(judged.agreed(), 1U);
  EXPECT_EQ(judged.apart(), 3U);
}

}  // namespace
}  // namespace openimr
