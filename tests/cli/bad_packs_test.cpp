// Packs with one mistake each, and what `openimr guideline check` says of it (tests/bad/packs/README.md).
#include <algorithm>
#include <filesystem>
#include <sstream>

#include <gtest/gtest.h>

#include "support/engine.h"
#include "support/process.h"

namespace openimr {
namespace {

namespace fs = std::filesystem;

constexpr int kProblems = 1;  // the packs load, and something in them is wrong
constexpr int kInvalid = 4;   // they do not load

struct Change {
  std::string file, before, after;
  bool whole = false;    // a file of its own
  bool removed = false;  // the file is not there
};

struct BadPack {
  std::vector<Change> changes;
  int exit_code = -1;
  std::vector<std::string> messages;
  std::string wrong;  // with the case itself
};

fs::path folder_of_cases() {
  return testing::source_dir() / "tests" / "bad" / "packs";
}

BadPack read(const fs::path& path) {
  BadPack out;
  std::istringstream in(testing::read_whole(path));
  bool says = false;
  bool after = false;  // of the change that is being read
  for (std::string line; std::getline(in, line);) {
    const std::string text = line.size() > 2 ? line.substr(2) : "";
    if (line.empty() || line.starts_with('#')) {
      continue;
    } else if (line.starts_with("check: exit ")) {
      const std::string code = line.substr(12);
      if (code != "1" && code != "4") out.wrong = "not understood: " + line;
      out.exit_code = code == "1" ? kProblems : kInvalid;
      says = true;
    } else if (says && line.starts_with("  ")) {
      out.messages.push_back(text);
    } else if (line.starts_with("in ") || line.starts_with("new ") || line.starts_with("without ")) {
      const std::string file = line.substr(line.find(' ') + 1);
      out.changes.push_back({file, "", "", line.starts_with("new "), line.starts_with("without ")});
      after = false;
    } else if (!out.changes.empty() && (line.starts_with("- ") || line.starts_with("+ "))) {
      Change* change = &out.changes.back();
      if (line.starts_with("- ") && after) {  // another place of the same file
        out.changes.push_back({change->file, "", ""});
        change = &out.changes.back();
      }
      after = line.starts_with("+ ");
      (after ? change->after : change->before) += text + "\n";
    } else {
      out.wrong = "not understood: " + line;
    }
  }
  if (out.changes.empty() || out.exit_code < 0) out.wrong = "it needs a change, and `check: exit N`";
  return out;
}

// The good packs in a folder of their own, with what belongs to every pack.
void copy_good(const fs::path& to) {
  const auto all = fs::copy_options::recursive | fs::copy_options::overwrite_existing;
  fs::copy(folder_of_cases() / "good", to, all);
  for (const char* part : {"schema", "letters"}) fs::copy(testing::source_dir() / "packs" / part, to / part, all);
}

// The lines to replace must stand in the file exactly once.
std::string changed(const std::string& text, const Change& change) {
  const std::size_t at = text.find(change.before);
  EXPECT_NE(at, std::string::npos) << change.file << " has no lines\n" << change.before;
  if (at == std::string::npos) return text;
  EXPECT_EQ(text.find(change.before, at + 1), std::string::npos) << change.file << " has twice\n" << change.before;
  return text.substr(0, at) + change.after + text.substr(at + change.before.size());
}

std::string without_folder(std::string text, const std::string& folder) {
  for (std::size_t at = text.find(folder); at != std::string::npos; at = text.find(folder, at))
    text.replace(at, folder.size(), "DIR");
  return text;
}

testing::Ended check(const testing::TempFolder& folder) {
  return testing::openimr({"--packs", folder.path().string(), "guideline", "check"});
}

// A sentence behind the first.
bool has_remedy(const std::string& message) {
  for (std::size_t at = message.find(". "); at != std::string::npos; at = message.find(". ", at + 1)) {
    if (std::isupper(static_cast<unsigned char>(message[at + 2])) != 0) return true;
  }
  return false;
}

class BadPacks : public ::testing::TestWithParam<fs::path> {};

TEST_P(BadPacks, AreExplained) {
  const BadPack bad = read(GetParam());
  ASSERT_EQ(bad.wrong, "");
  const testing::TempFolder folder;
  copy_good(folder.path());
  for (const Change& change : bad.changes) {
    if (change.removed) {
      fs::remove_all(folder.path() / change.file);
    } else {
      const std::string before = change.whole ? "" : testing::read_whole(folder.path() / change.file);
      folder.write(change.file, change.whole ? change.after : changed(before, change));
    }
  }
  const testing::Ended ended = check(folder);
  EXPECT_EQ(ended.exit_code, bad.exit_code);
  std::vector<std::string> messages;
  for (const std::string& line : ended.err_lines()) messages.push_back(without_folder(line, folder.path().string()));
  EXPECT_EQ(messages, bad.messages);
  EXPECT_TRUE(bad.exit_code == kProblems || bad.exit_code == kInvalid);
  EXPECT_FALSE(messages.empty());
  for (const std::string& message : messages) {
    EXPECT_TRUE(message.starts_with("DIR") || message.starts_with("packs/")) << "names no file: " << message;
    EXPECT_TRUE(has_remedy(message)) << "names no remedy: " << message;
    for (const char* jargon : {"regex", "constraint", "exception", "json."})
      EXPECT_EQ(message.find(jargon), std::string::npos) << jargon << " in: " << message;
  }
}

TEST(GoodPack, HasNoProblem) {
  const testing::TempFolder folder;
  copy_good(folder.path());
  const testing::Ended ended = check(folder);
  EXPECT_EQ(ended.err, "");
  EXPECT_EQ(ended.exit_code, 0);
  EXPECT_EQ(ended.out, "2 guidelines, 3 sections, 4 criteria: 0 problems\n");
}

TEST(GoodPack, ListsTheFactsThatNoCriterionAsksFor) {
  const testing::TempFolder folder;
  copy_good(folder.path());
  const testing::Ended ended = testing::openimr({"--packs", folder.path().string(), "guideline", "check", "--unused"});
  EXPECT_EQ(ended.exit_code, 0) << "it is no problem";
  EXPECT_EQ(ended.out,
            "2 guidelines, 3 sections, 4 criteria: 0 problems\n\n"
            "Facts that no criterion asks for:\n"
            "  symptom (1 of 1): low back pain\n");
}

std::vector<fs::path> cases() {
  std::vector<fs::path> out;
  for (const auto& entry : fs::directory_iterator(folder_of_cases())) {
    if (entry.path().extension() == ".case") out.push_back(entry.path());
  }
  std::sort(out.begin(), out.end());
  return out;
}

std::string name_of_case(const ::testing::TestParamInfo<fs::path>& info) {
  std::string name = info.param.stem().string();
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Bad, BadPacks, ::testing::ValuesIn(cases()), name_of_case);

}  // namespace
}  // namespace openimr
