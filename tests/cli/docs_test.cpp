// The commands that README.md and docs/ show run as they are written, one after another: from the folder of the
// sources, those of docs/store.md and docs/reports.md, which make files, from an empty one.
#include <algorithm>
#include <filesystem>
#include <sstream>

#include <gtest/gtest.h>

#include "support/engine.h"
#include "support/process.h"

namespace openimr {
namespace {

struct Shown {
  std::string page;
  std::vector<std::string> arguments;
};

std::vector<Shown> commands() {
  std::vector<std::filesystem::path> pages = {testing::source_dir() / "README.md"};
  for (const auto& entry : std::filesystem::directory_iterator(testing::source_dir() / "docs")) {
    if (entry.path().extension() == ".md") pages.push_back(entry.path());
  }
  std::sort(pages.begin(), pages.end());
  std::vector<Shown> out;
  for (const auto& page : pages) {
    std::istringstream text(testing::read_whole(page));
    for (std::string line; std::getline(text, line);) {
      if (!line.starts_with("$ openimr ")) continue;
      std::istringstream words(line.substr(10));
      Shown shown{page.filename().string(), {}};
      for (std::string word; words >> word;) shown.arguments.push_back(word);
      out.push_back(std::move(shown));
    }
  }
  return out;
}

TEST(Docs, EveryCommandShownRuns) {
  const auto shown = commands();
  ASSERT_GE(shown.size(), 8U);
  const testing::TempFolder empty;
  for (const auto& [page, arguments] : shown) {
    const bool makes_files = page == "store.md" || page == "reports.md";
    const auto ended =
        testing::run({.arguments = arguments, .folder = makes_files ? empty.path() : testing::source_dir()});
    EXPECT_EQ(ended.exit_code, 0) << page << ": openimr " << ::testing::PrintToString(arguments) << "\n" << ended.err;
    EXPECT_FALSE(ended.out.empty()) << page;
  }
}

}  // namespace
}  // namespace openimr
