// The commands that README.md and docs/ show run as they are written, one after another: each page in a folder of its
// own, where README.md, the examples and the packs of the sources are. "$ export NAME=VALUE" holds for the rest of its
// page.
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

namespace fs = std::filesystem;

std::vector<fs::path> pages() {
  std::vector<fs::path> out = {testing::source_dir() / "README.md"};
  for (const auto& entry : fs::directory_iterator(testing::source_dir() / "docs")) {
    if (entry.path().extension() == ".md") out.push_back(entry.path());
  }
  std::sort(out.begin(), out.end());
  return out;
}

// The words of a command line; those in quotes are one.
std::vector<std::string> words_of(const std::string& line) {
  std::vector<std::string> out;
  std::istringstream words(line);
  while (words >> std::ws, !words.eof()) {
    const char quote = words.peek() == '\'' ? '\'' : '"';
    words >> std::quoted(out.emplace_back(), quote);
  }
  return out;
}

// How many commands the page shows; all of them run.
int run_page(const fs::path& page) {
  const testing::TempFolder folder;
  for (const char* name : {"README.md", "examples", "packs"})
    fs::create_symlink(testing::source_dir() / name, folder.path() / name);
  std::map<std::string, std::string> environment;
  std::istringstream text(testing::read_whole(page));
  int count = 0;
  for (std::string line; std::getline(text, line);) {
    if (line.starts_with("$ export ")) {
      const auto equals = line.find('=');
      std::istringstream value(line.substr(equals + 1));
      value >> std::quoted(environment[line.substr(9, equals - 9)]);
    }
    if (!line.starts_with("$ openimr ")) continue;
    const auto ended = testing::run({.arguments = words_of(line.substr(10)),
                                     .environment = {environment.begin(), environment.end()},
                                     .folder = folder.path()});
    EXPECT_EQ(ended.exit_code, 0) << page.filename() << ": " << line << "\n" << ended.err;
    EXPECT_FALSE(ended.out.empty()) << page.filename() << ": " << line;
    ++count;
  }
  return count;
}

TEST(Docs, EveryCommandShownRuns) {
  int count = 0;
  for (const fs::path& page : pages()) count += run_page(page);
  EXPECT_GE(count, 30);
}

}  // namespace
}  // namespace openimr
