// The collection of a demo: made once, and asked as any other.
#include "office/demo_letters.h"

#include <gtest/gtest.h>

#include "corpus/collection/collection.h"
#include "support/engine.h"
#include "support/process.h"

namespace openimr::office {
namespace {

TEST(DemoLetters, AreACollectionOfTheirOwnOnce) {
  const testing::TempFolder folder;
  const auto collection = folder.path() / "letters";
  int told = 0;
  for (int round = 0; round < 2; ++round) {
    const auto done =
        fill_with_demo_letters(collection, testing::engine().vocabulary, 60, [&](int letters) { told = letters; });
    ASSERT_TRUE(done) << done.error().to_string();
  }
  EXPECT_LE(told, 60);
  const auto opened = corpus::Collection::open(collection);
  ASSERT_TRUE(opened) << opened.error().to_string();
  EXPECT_EQ(opened->letters(), 60);
  EXPECT_GE(opened->items(), 60);
  EXPECT_GT(opened->answer({.words = "medically necessary"})->total, 0);
}

TEST(DemoLetters, SayWhereTheyCannotBeKept) {
  const testing::TempFolder folder;
  const auto file = folder.write("a-file", "");
  const auto done = fill_with_demo_letters(file, testing::engine().vocabulary, 1);
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().code, ErrorCode::unavailable) << done.error().to_string();
}

}  // namespace
}  // namespace openimr::office
