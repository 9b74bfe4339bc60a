// What the words around a drug's name say of its use.
#include "vocabulary/use_words.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace openimr::vocabulary {
namespace {

TEST(UseWords, StandOnTheirSide) {
  const auto words = UseWords::from_rows(nlohmann::json::parse(R"([
      {"status": "stopped", "side": "before", "words": ["ran out of"], "between": ["the", "his"]},
      {"status": "started", "side": "before", "words": ["switched"], "joined_by": ["to"]},
      {"status": "increased", "side": "behind", "words": ["was increased"]},
      {"status": "allergic", "side": "behind", "words": ["allergy"], "adjoining": true},
      {"status": "continued", "side": "far", "words": ["takes"]},
      {"status": "started", "side": "far", "words": ["began"]},
      {"status": "administered", "side": "around", "words": ["injected"], "unless": ["prescription"]}])"));
  ASSERT_TRUE(words);
  EXPECT_EQ(words->directly_before("he ran out of his "), UseStatus::stopped);
  EXPECT_EQ(words->directly_before("he ran out of money for "), std::nullopt);
  EXPECT_EQ(words->directly_before("switched from norco to "), UseStatus::started);
  EXPECT_EQ(words->behind(" 10 mg was increased"), UseStatus::increased);
  EXPECT_EQ(words->behind(". it was increased"), std::nullopt);
  EXPECT_EQ(words->behind(" allergy"), UseStatus::allergic);
  EXPECT_EQ(words->behind(" without allergy"), std::nullopt);
  EXPECT_EQ(words->anywhere_before("he began it and takes "), UseStatus::continued);
  EXPECT_EQ(words->anywhere_before("he takes it and began "), UseStatus::started);
  EXPECT_EQ(words->anywhere_before("he has "), std::nullopt);
  EXPECT_TRUE(words->gives("the knee was injected"));
  EXPECT_FALSE(words->gives("reinjected"));
  EXPECT_TRUE(words->takes_home("injected; a prescription for"));
}

TEST(UseWords, OfAnUnknownStatusOrSideAreRefused) {
  const auto status =
      UseWords::from_rows(nlohmann::json::parse(R"([{"status": "eaten", "side": "far", "words": ["ate"]}])"));
  ASSERT_FALSE(status);
  EXPECT_EQ(status.error().message, "words of a drug's use with an unknown status");
  EXPECT_EQ(status.error().offending, "eaten");
  EXPECT_TRUE(status.error().remedy.starts_with("Use one of: started, stopped"));
  const auto side =
      UseWords::from_rows(nlohmann::json::parse(R"([{"status": "started", "side": "above", "words": ["began"]}])"));
  ASSERT_FALSE(side);
  EXPECT_EQ(side.error().message, "words of a drug's use with an unknown side");
  EXPECT_EQ(side.error().offending, "above");
  EXPECT_EQ(side.error().remedy, "Use before, behind, far or around");
}

}  // namespace
}  // namespace openimr::vocabulary
