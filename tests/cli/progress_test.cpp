#include "cli/progress.h"

#include <gtest/gtest.h>

#include "cli/numbers.h"
#include "cli/terminal.h"

namespace openimr::cli {
namespace {

using std::chrono::seconds;

TEST(ProgressLine, ShowsShareRateAndTimeLeft) {
  EXPECT_EQ(progress_line({8231, 8200, 41}, 100, seconds(10), 100),
            "━━━━━━━━━━━━━━━━────────────────────────   41 %   8,231 files   820 letters/s   0:14 left");
}

TEST(ProgressLine, WithoutATotalShowsTheTimeSoFar) {
  EXPECT_EQ(progress_line({1, 0, 41}, std::nullopt, seconds(70), 80), "1 file   0 letters/s   1:10 so far");
}

TEST(ProgressLine, FitsTheTerminal) {
  for (int width = 1; width <= 200; ++width) {
    for (const auto total : {std::optional<std::uint64_t>(100), std::optional<std::uint64_t>()}) {
      const auto line = progress_line({1'234'567, 1'234'567, 50}, total, seconds(100'000), width);
      EXPECT_LE(shown_width(line), static_cast<std::size_t>(width)) << line;
    }
  }
  EXPECT_EQ(progress_line({82, 82, 41}, 100, seconds(1), 0), "");
}

// An estimate that was too small does not say that all is done.
TEST(ProgressLine, NeverSaysAllBeforeTheEnd) {
  EXPECT_NE(progress_line({82, 82, 900}, 100, seconds(1), 80).find("99 %"), std::string::npos);
  EXPECT_EQ(progress_line({0, 0, 0}, 0, seconds(0), 80), "0 files   0 letters/s   0:00 so far");
}

TEST(Numbers, AreGroupedByThousands) {
  EXPECT_EQ(grouped(0), "0");
  EXPECT_EQ(grouped(999), "999");
  EXPECT_EQ(grouped(1000), "1,000");
  EXPECT_EQ(grouped(1'234'567), "1,234,567");
  EXPECT_EQ(counted(1, "letter"), "1 letter");
  EXPECT_EQ(counted(2000, "letter"), "2,000 letters");
  EXPECT_EQ(clock_time(seconds(7)), "0:07");
  EXPECT_EQ(clock_time(seconds(3599)), "59:59");
  EXPECT_EQ(clock_time(seconds(10'931)), "3:02:11");
}

TEST(Column, IsFilledOrCut) {
  EXPECT_EQ(in_column("MRI", 5), "MRI  ");
  EXPECT_EQ(in_column("Norco", 5), "Norco");
  EXPECT_EQ(in_column("Naproxen", 5), "Napr…");
  EXPECT_EQ(in_column("ééééééé", 5), "éééé…");
  EXPECT_EQ(in_column("éé", 5), "éé   ");
  EXPECT_EQ(in_column("MRI", 1), "…");
  EXPECT_EQ(in_column("MRI", 0), "");
}

TEST(Shown, LeavesOutWhatMovesTheCursor) {
  EXPECT_EQ(shown("a\033[2Jb\nc\r"), "a[2Jbc");
  EXPECT_EQ(shown("caf\xC3\xA9 \xFF"), "café \xEF\xBF\xBD");
}

}  // namespace
}  // namespace openimr::cli
