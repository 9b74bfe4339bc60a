#include "facts/attributes.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace openimr::facts {
namespace {

TEST(Attributes, StandByKeyEachOnce) {
  Attributes attributes = {{"side", "left"}, {"body_part", "knee"}, {"side", "right"}};
  attributes["dose"] = "2";
  std::vector<std::string> keys;
  for (const auto& [key, value] : attributes) keys.push_back(key);
  EXPECT_EQ(keys, (std::vector<std::string>{"body_part", "dose", "side"}));
  EXPECT_EQ(attributes.find("side")->second, "right");
  EXPECT_EQ(attributes["dose"], "2");
  EXPECT_EQ(attributes.size(), 3U);
  EXPECT_TRUE(attributes.contains("dose"));
  EXPECT_FALSE(attributes.contains("dos"));
  EXPECT_EQ(attributes.find("z"), attributes.end());
  EXPECT_EQ(attributes["new"], "");
}

}  // namespace
}  // namespace openimr::facts
