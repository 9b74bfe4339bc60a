#include "server/http/target.h"

#include <gtest/gtest.h>

namespace openimr::server {
namespace {

using namespace std::string_literals;

TEST(Target, IsDecodedOnce) {
  struct {
    const char* raw;
    const char* path;
    std::vector<std::pair<std::string, std::string>> query;
  } const table[] = {
      {"/", "/", {}},
      {"/a/b", "/a/b", {}},
      {"/a//b/", "/a//b/", {}},
      {"/a%20b", "/a b", {}},
      {"/a+b", "/a+b", {}},
      {"/%252e%252e/", "/%2e%2e/", {}},
      {"/J%C3%BCrgen", "/J\xC3\xBCrgen", {}},
      {"/...", "/...", {}},
      {"/?", "/", {}},
      {"/?a=1&b=2", "/", {{"a", "1"}, {"b", "2"}}},
      {"/?a=1&a=2", "/", {{"a", "1"}, {"a", "2"}}},
      {"/?a+b=c+d%2B%26", "/", {{"a b", "c d+&"}}},
      {"/?a&=b&&c=", "/", {{"a", ""}, {"", "b"}, {"c", ""}}},
      {"/?a=b=c?d/../e", "/", {{"a", "b=c?d/../e"}}},
      {"/?a=one%0Atwo", "/", {{"a", "one\ntwo"}}},
      {"http://example.org/a?b=c", "/a", {{"b", "c"}}},
      {"https://example.org", "/", {}},
  };
  for (const auto& row : table) {
    const auto target = read_target(row.raw);
    ASSERT_TRUE(target) << row.raw << ": " << target.error().message;
    EXPECT_EQ(target->path, row.path) << row.raw;
    EXPECT_EQ(std::vector(target->query.begin(), target->query.end()), row.query) << row.raw;
  }
}

TEST(Target, IsRefusedWhereItCouldMeanSomethingElse) {
  struct {
    std::string raw;
    const char* message;
  } const table[] = {
      {"", "The address does not begin with a slash."},
      {"*", "The address does not begin with a slash."},
      {"a/b", "The address does not begin with a slash."},
      {"ftp://example.org/", "The address does not begin with a slash."},
      {"https://example.org?a=b", "The address does not begin with a slash."},
      {"/a#b", "The address has a fragment."},
      {"/..", "The path has a part '.' or '..'."},
      {"/a/../b", "The path has a part '.' or '..'."},
      {"/a/./b", "The path has a part '.' or '..'."},
      {"/%2e%2e/etc/passwd", "The path has a part '.' or '..'."},
      {"/.%2E", "The path has a part '.' or '..'."},
      {"/..%2fetc", "The path has a slash within a part."},
      {"/a%2Fb", "The path has a slash within a part."},
      {"/a%5cb", "The path has a slash within a part."},
      {"/a\\b", "The path has a slash within a part."},
      {"/a%00", "The path has a control character."},
      {"/a%0d%0aSet-Cookie:b", "The path has a control character."},
      {"/a%7f", "The path has a control character."},
      {"/a%", "The address has a percent sign without two hexadecimal digits."},
      {"/a%4", "The address has a percent sign without two hexadecimal digits."},
      {"/a%zz", "The address has a percent sign without two hexadecimal digits."},
      {"/?a=%4", "The address has a percent sign without two hexadecimal digits."},
      {"/%c0%af", "The address is not UTF-8."},
      {"/%c0%ae%c0%ae/", "The address is not UTF-8."},
      {"/%e0%80%af", "The address is not UTF-8."},
      {"/%ff", "The address is not UTF-8."},
      {"/?a=%ff", "The address is not UTF-8."},
      {"/?a=%00", "The query has a control character."},
      {"/?a%0a=b", "The query has a control character."},
  };
  for (const auto& row : table) {
    const auto target = read_target(row.raw);
    ASSERT_FALSE(target) << row.raw;
    EXPECT_EQ(target.error().message, row.message) << row.raw;
  }
}

TEST(Target, HasAHundredValuesAtMost) {
  std::string raw = "/?";
  for (int i = 0; i < 100; ++i) raw += "a=b&";
  EXPECT_EQ(read_target(raw)->query.size(), 100U);
  EXPECT_EQ(read_target(raw + "a=b").error().message, "The query has more than 100 values.");
}

}  // namespace
}  // namespace openimr::server
