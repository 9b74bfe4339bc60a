// The commands that README.md and docs/ show run as they are written, one after another: from the folder of the
// sources, those of pages that make files from one that is empty but for the examples.
#include <algorithm>
#include <filesystem>
#include <iomanip>
#include <map>
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
      for (std::string word; words >> std::quoted(word);) shown.arguments.push_back(word);
      out.push_back(std::move(shown));
    }
  }
  return out;
}

TEST(Docs, EveryCommandShownRuns) {
  const auto shown = commands();
  ASSERT_GE(shown.size(), 8U);
  std::map<std::string, testing::TempFolder> making;
  for (const char* page : {"store.md", "assignment.md"})
    std::filesystem::create_directory_symlink(testing::source_dir() / "examples", making[page].path() / "examples");
  for (const auto& [page, arguments] : shown) {
    const auto folder = making.find(page);
    const auto ended = testing::run(
        {.arguments = arguments, .folder = folder != making.end() ? folder->second.path() : testing::source_dir()});
    EXPECT_EQ(ended.exit_code, 0) << page << ": openimr " << ::testing::PrintToString(arguments) << "\n" << ended.err;
    EXPECT_FALSE(ended.out.empty()) << page;
  }
}

}  // namespace
}  // namespace openimr
