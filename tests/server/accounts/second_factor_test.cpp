// Codes of the second factor: the vectors of RFC 6238, the window, and that no code is taken twice.
#include "server/accounts/second_factor.h"

#include <gtest/gtest.h>

namespace openimr::server {
namespace {

// "12345678901234567890", the key of the RFC, in base 32.
constexpr const char* kKey = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

store::Instant at(std::int64_t seconds) {
  return store::Instant(std::chrono::seconds(seconds));
}

struct Vector {
  std::int64_t seconds;
  const char* code;
};

// RFC 6238, appendix B, the rows of SHA-1.
TEST(SecondFactor, HasTheCodesOfTheRfc) {
  const Vector vectors[] = {
      {59, "94287082"},         {1111111109, "07081804"}, {1111111111, "14050471"},
      {1234567890, "89005924"}, {2000000000, "69279037"}, {20000000000, "65353130"},
  };
  for (const Vector& vector : vectors) {
    EXPECT_EQ(code_of(kKey, step_of(at(vector.seconds)), 8), vector.code) << vector.seconds;
    EXPECT_EQ(code_of(kKey, step_of(at(vector.seconds))), std::string(vector.code).substr(2)) << vector.seconds;
  }
}

TEST(SecondFactor, TakesTheStepBeforeAndTheOneBehind) {
  const auto now = at(1111111111);
  const std::int64_t step = step_of(now);
  for (std::int64_t off = -3; off <= 3; ++off) {
    const auto found = step_of_code(kKey, code_of(kKey, step + off), now, 0);
    EXPECT_EQ(found.has_value(), off >= -1 && off <= 1) << off;
    if (found) EXPECT_EQ(*found, step + off);
  }
}

TEST(SecondFactor, TakesNoCodeTwice) {
  const auto now = at(1111111111);
  const std::int64_t step = step_of(now);
  EXPECT_EQ(step_of_code(kKey, code_of(kKey, step), now, step - 1), step);
  EXPECT_EQ(step_of_code(kKey, code_of(kKey, step), now, step), std::nullopt);
  EXPECT_EQ(step_of_code(kKey, code_of(kKey, step - 1), now, step), std::nullopt) << "nor an earlier one";
  EXPECT_EQ(step_of_code(kKey, code_of(kKey, step + 1), now, step), step + 1);
}

TEST(SecondFactor, TakesNothingElse) {
  const auto now = at(59);
  EXPECT_TRUE(step_of_code(kKey, "287082", now, 0));
  EXPECT_TRUE(step_of_code(kKey, "287 082", now, 0)) << "as apps show it";
  for (const char* code : {"", "28708", "2870822", "287083", "94287082", "287082x", "      ", "000000"})
    EXPECT_FALSE(step_of_code(kKey, code, now, 0)) << code;
  EXPECT_FALSE(step_of_code("", "", now, 0));
  EXPECT_FALSE(step_of_code("no base 32!", "", now, 0));
}

TEST(SecondFactor, HasKeysOf160Bits) {
  const std::string key = new_second_factor();
  EXPECT_EQ(key.size(), 32U);
  EXPECT_NE(key, new_second_factor());
  EXPECT_EQ(code_of(key, 1).size(), 6U);
  EXPECT_EQ(otpauth_url("iris", key),
            "otpauth://totp/OpenIMR:iris?secret=" + key + "&issuer=OpenIMR&algorithm=SHA1&digits=6&period=30");
}

}  // namespace
}  // namespace openimr::server
