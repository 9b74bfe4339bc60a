// The packs as they are read: whole, checked, and as their snapshot.
#include "base/packs.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include <gtest/gtest.h>
#include <unistd.h>

namespace openimr {
namespace {

namespace fs = std::filesystem;

std::string text_of(const fs::path& file) {
  const std::ifstream in(file, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

// A copy of the packs in a folder of its own, to be broken.
class PacksCopy : public ::testing::Test {
 protected:
  PacksCopy() : folder_(fs::temp_directory_path() / ("openimr_packs_" + std::to_string(::getpid()))) {
    fs::remove_all(folder_);
    fs::copy(fs::path(OPENIMR_SOURCE_DIR) / "packs", folder_, fs::copy_options::recursive);
  }
  ~PacksCopy() override {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
  }

  // Replaces the first `from` of a file after `after`, and gives the line it stood in.
  int edit(const std::string& name, const std::string& after, const std::string& from, const std::string& to) const {
    std::string text = text_of(folder_ / name);
    const std::size_t start = text.find(after);
    EXPECT_NE(start, std::string::npos) << after;
    const std::size_t at = text.find(from, start);
    EXPECT_NE(at, std::string::npos) << from;
    if (at == std::string::npos) return 0;
    const int line =
        1 + static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
    text.replace(at, from.size(), to);
    std::ofstream(folder_ / name, std::ios::binary) << text;
    return line;
  }

  const fs::path folder_;
};

const char* const kGuideline = "guidelines/mtus-chronic-pain-2009.yaml";

TEST_F(PacksCopy, IsReadLikeTheSnapshot) {
  std::vector<Error> problems;
  auto packs = read_packs(folder_, problems);
  ASSERT_TRUE(packs) << packs.error().to_string();
  EXPECT_TRUE(problems.empty());
  auto snapshot = read_snapshot(OPENIMR_SNAPSHOT);
  ASSERT_TRUE(snapshot);
  EXPECT_EQ(packs->hash, snapshot->hash);
  for (auto* data : {&packs->data, &snapshot->data}) {
    for (auto& sequence : (*data)["search_sequence"]) sequence.erase("_file");  // another folder
  }
  for (const char* part : {"vocabulary", "search_sequence", "schema"})
    EXPECT_TRUE(packs->data[part] == snapshot->data[part]) << part;
}

TEST_F(PacksCopy, NamesFileAndLineOfWhatIsBroken) {
  struct Break {
    const char* name;
    const char* file;
    const char* after;
    const char* from;
    const char* to;
    int lines_down;    // from the broken line to the one reported
    const char* says;  // somewhere in the message
  };
  const Break breaks[] = {
      {"a criterion without a source", kGuideline, "id: short-course", "source:", "sauce:", 0, "sauce"},
      {"a kind that does not exist", kGuideline, "id: short-course", "kind: limit", "kind: limitation", 0, "kind"},
      {"a standing that does not exist", kGuideline, "id: short-course", "standing: confirmed", "standing: sure", 0,
       "standing"},
      {"a date that is none", kGuideline, "in_force", "2009-07-18", "18.7.2009", 0, "in_force/from"},
      {"an empty section id", kGuideline, "sections:", "id: carisoprodol", "id: ''", 0, "id"},
      {"a key given twice", kGuideline, "id: short-course", "kind: limit", "kind: limit\n        kind: note", 1,
       "the key 'kind' is given twice"},
      {"no YAML", kGuideline, "id: short-course", "kind: limit", "kind: [limit", 1, "not YAML"},
      {"a cue that means nothing", "vocabulary/assertion.yaml", "cues:", "means: negated", "means: denied", 0, "means"},
      {"a drug without a name", "vocabulary/drugs.yaml", "drugs:", "- name: ", "- nam: ", 0, "nam"},
      {"an unknown source in a step", "guidelines/search-sequence.yaml", "steps:", "[MTUS]", "[MTU]", 0, "sources"},
  };
  for (const Break& b : breaks) {
    const std::string whole = text_of(folder_ / b.file);
    const int line = edit(b.file, b.after, b.from, b.to) + b.lines_down;
    std::vector<Error> problems;
    const auto packs = read_packs(folder_, problems);
    EXPECT_FALSE(packs) << b.name;
    const std::string where = (folder_ / b.file).generic_string() + ":" + std::to_string(line) + ": ";
    std::string all;
    bool found = false;
    for (const Error& e : problems) {
      found = found || (e.to_string().starts_with(where) && e.to_string().find(b.says) != std::string::npos);
      all += e.to_string() + "\n";
    }
    EXPECT_TRUE(found) << b.name << ", expected " << where << b.says << "\n" << all.substr(0, 2000);
    std::ofstream(folder_ / b.file, std::ios::binary) << whole;
  }
}

TEST_F(PacksCopy, ReportsTheProblemsOfAllFiles) {
  edit(kGuideline, "id: short-course", "kind: limit", "kind: limitation");
  edit("guidelines/odg-2009.yaml", "sections:", "standing: ", "standing: x");
  std::vector<Error> problems;
  EXPECT_FALSE(read_packs(folder_, problems));
  const auto names = [&](const char* file) {
    return std::any_of(problems.begin(), problems.end(), [&](const Error& e) { return e.file.ends_with(file); });
  };
  EXPECT_TRUE(names("mtus-chronic-pain-2009.yaml") && names("odg-2009.yaml"));
}

TEST_F(PacksCopy, HasAnotherHashAfterAnyChange) {
  std::vector<Error> problems;
  const std::string before = read_packs(folder_, problems)->hash;
  edit("vocabulary/body_parts.yaml", "body_parts:", "\n", "\n# a comment\n");
  EXPECT_NE(read_packs(folder_, problems)->hash, before);
}

TEST(PacksFolder, WithoutPacksIsNamed) {
  std::vector<Error> problems;
  const auto none = read_packs("/nowhere/at/all", problems);
  ASSERT_FALSE(none);
  EXPECT_EQ(none.error().code, ErrorCode::not_found);
  EXPECT_EQ(none.error().file, "/nowhere/at/all");
}

class Snapshot : public ::testing::Test {
 protected:
  ~Snapshot() override {
    std::error_code ignored;
    fs::remove(file_, ignored);
  }
  const fs::path file_ = fs::temp_directory_path() / ("openimr_snapshot_" + std::to_string(::getpid()));
};

TEST_F(Snapshot, ComesBackAsItWasWritten) {
  const Packs packs{{{"vocabulary", {{"drugs", {1, 2.5, "x", nullptr}}}}}, "abc"};
  ASSERT_TRUE(write_snapshot(packs, file_));
  const auto read = read_snapshot(file_);
  ASSERT_TRUE(read) << read.error().to_string();
  EXPECT_TRUE(read->data == packs.data) << read->data;
  EXPECT_EQ(read->hash, packs.hash);
  EXPECT_FALSE(fs::exists(file_.string() + ".part"));
}

TEST_F(Snapshot, OfThePacksComesBackAsItWasWritten) {
  const auto whole = read_snapshot(OPENIMR_SNAPSHOT);
  ASSERT_TRUE(whole);
  ASSERT_TRUE(write_snapshot(*whole, file_));
  EXPECT_TRUE(text_of(file_) == text_of(OPENIMR_SNAPSHOT));
}

TEST_F(Snapshot, IsRefusedWhereverItIsCutOff) {
  const Packs packs{{{"a", {1, 2, 3}}, {"b", "text"}}, "hash"};
  ASSERT_TRUE(write_snapshot(packs, file_));
  const std::string whole = text_of(file_);
  for (std::size_t size = 0; size < whole.size(); ++size) {
    std::ofstream(file_, std::ios::binary) << whole.substr(0, size);
    const auto read = read_snapshot(file_);
    ASSERT_FALSE(read) << size << " of " << whole.size() << " bytes were taken for a whole snapshot";
    EXPECT_EQ(read.error().message, "not a whole snapshot of the packs");
    EXPECT_EQ(read.error().file, file_.string());
  }
  std::ofstream(file_, std::ios::binary) << whole << "x";
  EXPECT_FALSE(read_snapshot(file_)) << "bytes behind the end";
}

TEST_F(Snapshot, OfAnotherShapeIsRefused) {
  for (const char* text : {"", "no snapshot", "{}", "\xA0", "\xA1gversion\x02"}) {
    std::ofstream(file_, std::ios::binary) << text;
    const auto read = read_snapshot(file_);
    ASSERT_FALSE(read) << text;
    EXPECT_EQ(read.error().code, ErrorCode::invalid);
  }
  std::ofstream(file_, std::ios::binary) << "\xA1gversion\x01";
  EXPECT_EQ(read_snapshot(file_).error().message, "a snapshot of another version");
  fs::remove(file_);
  EXPECT_EQ(read_snapshot(file_).error().code, ErrorCode::not_found);
}

TEST(SnapshotToWrite, FailsWhereTheFolderIsMissing) {
  const auto written = write_snapshot({{}, ""}, "/nowhere/at/all/snapshot");
  ASSERT_FALSE(written);
  EXPECT_EQ(written.error().code, ErrorCode::unreadable);
}

}  // namespace
}  // namespace openimr
