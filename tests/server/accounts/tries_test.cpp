// Failures by address: counted, forgotten in time, and never more remembered than there is room for.
#include "server/accounts/tries.h"

#include <gtest/gtest.h>

namespace openimr::server {
namespace {

using namespace std::chrono_literals;

constexpr store::Instant kNine{std::chrono::milliseconds(1'445'245'200'000)};

TEST(Tries, WaitFromTheFailureThatWasOneTooMany) {
  Tries tries({3, 15min, 10});
  EXPECT_EQ(tries.wait("a", kNine), 0s);
  tries.failed("a", kNine);
  tries.failed("a", kNine + 1min);
  EXPECT_EQ(tries.wait("a", kNine + 1min), 0s);
  tries.failed("a", kNine + 2min);
  EXPECT_EQ(tries.wait("a", kNine + 2min), 13min);
  EXPECT_EQ(tries.wait("b", kNine + 2min), 0s);
  EXPECT_EQ(tries.wait("a", kNine + 15min - 1ms), 1s);
  EXPECT_EQ(tries.wait("a", kNine + 15min), 0s);
  tries.failed("a", kNine + 15min);
  EXPECT_EQ(tries.wait("a", kNine + 15min), 1min) << "the second and third still count";
}

TEST(Tries, ForgetTheOldestAddressWhereThereIsNoRoom) {
  Tries tries({1, 15min, 3});
  for (int i = 0; i < 3; ++i) tries.failed("host-" + std::to_string(i), kNine + i * 1s);
  tries.failed("host-3", kNine + 3s);
  EXPECT_EQ(tries.wait("host-0", kNine + 3s), 0s);
  for (int i = 1; i < 4; ++i) EXPECT_GT(tries.wait("host-" + std::to_string(i), kNine + 3s), 0s) << i;
  tries.failed("host-4", kNine + 1h);
  tries.failed("host-5", kNine + 1h);
  tries.failed("host-6", kNine + 1h);
  for (int i = 4; i < 7; ++i) EXPECT_GT(tries.wait("host-" + std::to_string(i), kNine + 1h), 0s) << i;
}

}  // namespace
}  // namespace openimr::server
