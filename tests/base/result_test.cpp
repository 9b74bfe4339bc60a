#include "base/result.h"

#include <gtest/gtest.h>

namespace openimr {
namespace {

TEST(ErrorText, SaysWhatWhereAndWhatToDo) {
  const struct {
    Error error;
    const char* text;
  } cases[] = {
      {{ErrorCode::invalid, "not a day", "2015-02-30", "case.yaml", 12, 5, "Write a day that exists."},
       "case.yaml:12: not a day: '2015-02-30'. Write a day that exists."},
      {{ErrorCode::not_found, "no such file", "", "a/b.txt", 0, 0, "Check the path."},
       "a/b.txt: no such file. Check the path."},
      {{ErrorCode::wrong_use, "no command", "", "", 0, 0, "Run openimr --help."}, "no command. Run openimr --help."},
      {{ErrorCode::wrong_use, "no such command", "revue", "", 0, 0, ""}, "no such command: 'revue'"},
      {{ErrorCode::internal, "the disk is full", "", "", 0, 0, ""}, "the disk is full"},
      {{ErrorCode::invalid, "a tab", "", "x.yaml", 3, 1, ""}, "x.yaml:3: a tab"},
  };
  for (const auto& c : cases) EXPECT_EQ(c.error.to_string(), c.text);
}

TEST(ErrorText, OfAFailedResultIsThatOfItsError) {
  const Result<int> failed = fail({ErrorCode::invalid, "broken", "", "", 0, 0, ""});
  ASSERT_FALSE(failed);
  EXPECT_EQ(failed.error().code, ErrorCode::invalid);
  EXPECT_EQ(failed.error().to_string(), "broken");
}

}  // namespace
}  // namespace openimr
