#include "base/wilson.h"

#include <gtest/gtest.h>

namespace openimr {
namespace {

TEST(Wilson, KnownIntervals) {
  const struct {
    std::size_t part, whole;
    double low, high;  // by hand, from the formula of Wilson
  } kCases[] = {
      {0, 10, 0, 0.2775}, {1, 10, 0.0179, 0.4042}, {10, 10, 0.7225, 1}, {50, 100, 0.4038, 0.5962}, {1, 1, 0.2065, 1}};
  for (const auto& test : kCases) {
    const auto share = share_of(test.part, test.whole).value();
    EXPECT_DOUBLE_EQ(share.value, static_cast<double>(test.part) / static_cast<double>(test.whole));
    EXPECT_NEAR(share.low, test.low, 5e-5) << test.part << " of " << test.whole;
    EXPECT_NEAR(share.high, test.high, 5e-5) << test.part << " of " << test.whole;
  }
  EXPECT_FALSE(share_of(0, 0));
}

}  // namespace
}  // namespace openimr
