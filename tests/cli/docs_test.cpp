// The commands that README.md and docs/ show run as they are written, one after another: from the folder of the
// sources, those of docs/store.md and docs/papers.md, which make files, from an empty one. The environment is that of
// docs/papers.md.
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

// The words of a command; what stands between ' and ' is one.
std::vector<std::string> words_of(const std::string& line) {
  std::vector<std::string> out(1);
  bool quoted = false;
  for (const char each : line) {
    if (each == '\'') {
      quoted = !quoted;
    } else if (each == ' ' && !quoted) {
      out.emplace_back();
    } else {
      out.back() += each;
    }
  }
  return out;
}

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
      out.push_back({page.filename().string(), words_of(line.substr(10))});
    }
  }
  return out;
}

TEST(Docs, EveryCommandShownRuns) {
  const auto shown = commands();
  ASSERT_GE(shown.size(), 8U);
  const testing::TempFolder empty;
  std::filesystem::create_directory_symlink(testing::source_dir() / "examples", empty.path() / "examples");
  for (const auto& [page, arguments] : shown) {
    const bool makes_files = page == "store.md" || page == "papers.md";
    const auto ended =
        testing::run({.arguments = arguments,
                      .environment = {{"OPENIMR_STORE", (empty.path() / "papers.db").string()},
                                      {"OPENIMR_AS", "intake:iris"},
                                      {"OPENIMR_ORGANISATION", "Example Review Organization"},
                                      {"OPENIMR_ORGANISATION_ADDRESS", "3 Example Street, Sampletown, CA 90000"},
                                      {"OPENIMR_ORGANISATION_CONTACT", "Telephone 555-0100, review@example.org"}},
                      .folder = makes_files ? empty.path() : testing::source_dir()});
    EXPECT_EQ(ended.exit_code, 0) << page << ": openimr " << ::testing::PrintToString(arguments) << "\n" << ended.err;
    EXPECT_FALSE(ended.out.empty()) << page;
  }
}

}  // namespace
}  // namespace openimr
