// `openimr read`: what it says of letters that cannot be read, how it ends, and what it does not leave behind.
#include <filesystem>

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "support/read_command.h"
#include "support/tar.h"

namespace openimr {
namespace {

using nlohmann::json;
using testing::Ended;
using testing::letter_folder;
using testing::one_letter;
using testing::openimr;
using testing::parsed_lines;
using testing::shell;
using testing::summary_of;
using testing::TempFolder;
using testing::two_letters;

constexpr int kDone = 0;
constexpr int kWrongUse = 2;
constexpr int kSkipped = 3;
constexpr int kBadInput = 4;

TEST(ReadFaults, SkipsWhatCannotBeReadAndSaysSoInOrder) {
  const TempFolder folder;
  const auto path = [&](const char* name) { return (folder.path() / name).string(); };
  const auto whole = testing::read_whole(two_letters());
  folder.write("a-empty.txt", "");
  folder.write("b-binary.txt", std::string("a\0b", 3));
  folder.write("c-latin.txt", "caf\xE9");
  folder.write("d-note.txt", "Buy milk.");
  folder.write("e-torn.pdf", "%PDF-1.4 torn");
  folder.write("f-cut.txt", whole.substr(0, whole.size() * 6 / 10));
  folder.write("g-large.txt", "");
  std::filesystem::resize_file(path("g-large.txt"), (64U << 20U) + 1);
  folder.write("h-whole.txt", whole);
  const Ended ended = openimr({"read", folder.path().string()});
  EXPECT_EQ(ended.exit_code, kSkipped);
  EXPECT_EQ(parsed_lines(ended).size(), 3U);
  const auto lines = ended.err_lines();
  ASSERT_EQ(lines.size(), 8U) << ended.err;
  EXPECT_TRUE(lines[0].starts_with(path("a-empty.txt") + ": empty: ")) << lines[0];
  EXPECT_TRUE(lines[1].starts_with(path("b-binary.txt") + ": not text: ")) << lines[1];
  EXPECT_TRUE(lines[2].starts_with(path("c-latin.txt") + ": not UTF-8 text: ")) << lines[2];
  EXPECT_TRUE(lines[3].starts_with(path("d-note.txt") + ":1: no determination")) << lines[3];
  EXPECT_TRUE(lines[4].starts_with(path("e-torn.pdf") + ": is not a PDF that can be read")) << lines[4];
  EXPECT_TRUE(lines[5].starts_with(path("f-cut.txt") + ":")) << lines[5];
  EXPECT_EQ(lines[6], path("g-large.txt") + ": larger than 64 MB. Split it into its letters.");
  EXPECT_EQ(summary_of(ended), "read 3 letters (4 items) from 2 files; 6 files and 1 single letter skipped");
  EXPECT_TRUE(testing::kSanitized || ended.peak_kilobytes < (64 << 10)) << "the large file was read";
}

TEST(ReadFaults, GroupsTheReasonsWhereThereAreMany) {
  const TempFolder folder;
  for (int i = 0; i < 7; ++i) folder.write(fmt::format("{}.txt", i), "");
  for (int i = 7; i < 11; ++i) folder.write(fmt::format("{}.txt", i), "caf" + std::string(1, static_cast<char>(0xE9)));
  const Ended ended = openimr({"read", folder.path().string(), one_letter()});
  EXPECT_EQ(ended.exit_code, kSkipped);
  const auto lines = ended.err_lines();
  ASSERT_EQ(lines.size(), 14U) << ended.err;
  EXPECT_TRUE(lines[11].ends_with("; 11 files skipped")) << lines[11];
  EXPECT_EQ(lines[12], "       7  empty");
  EXPECT_EQ(lines[13], "       4  not UTF-8 text");
}

TEST(ReadFaults, WithNothingReadIsAFailure) {
  const Ended missing = openimr({"read", "/nowhere", "--format", "json"});
  EXPECT_EQ(missing.exit_code, kBadInput);
  EXPECT_EQ(missing.out, "");
  EXPECT_EQ(missing.err_lines()[0], "/nowhere: no such file or folder. Check the path.");
  const TempFolder empty;
  const Ended none = openimr({"read", empty.path().string()});
  EXPECT_EQ(none.exit_code, kBadInput);
  EXPECT_NE(none.err.find(": holds no letters. "), std::string::npos) << none.err;
}

TEST(ReadFaults, StrictStopsAtTheFirstThatCannotBeRead) {
  const std::vector<std::string> words = {"read",       two_letters(), "/nowhere/1", one_letter(),
                                          "/nowhere/2", "--format",    "json",       "--strict"};
  const Ended ended = openimr(words);
  EXPECT_EQ(ended.exit_code, kBadInput);
  EXPECT_EQ(json::parse(ended.out).size(), 2U);
  EXPECT_EQ(ended.err_lines()[0], "/nowhere/1: no such file or folder. Check the path.");
  EXPECT_EQ(ended.err_lines().back(), "stopped at the first that cannot be read (--strict)");
  EXPECT_EQ(ended.err.find("/nowhere/2"), std::string::npos);
  EXPECT_EQ(openimr({"read", two_letters(), "--strict"}).exit_code, kDone);
  // It does not wait for paths that it no longer wants: the pipe stays open, and it ends.
  const TempFolder folder;
  const auto ended_by = (folder.path() / "ended").string();
  const Ended waiting =
      shell("(echo /nowhere; for i in $(seq 100); do test -e " + ended_by +
            " && exit; sleep 0.1; done; echo waited in vain >&2) | { \"$O\" read - --strict; : >" + ended_by + "; }");
  EXPECT_EQ(waiting.err.find("waited in vain"), std::string::npos);
}

TEST(ReadFaults, WritesAFileWholeOrNotAtAll) {
  const TempFolder folder;
  const auto file = folder.write("out.jsonl", "older").string();
  EXPECT_EQ(openimr({"read", two_letters(), "/nowhere", "--strict", "--out", file}).exit_code, kBadInput);
  EXPECT_EQ(testing::read_whole(file), "older");
  EXPECT_EQ(openimr({"read", "/nowhere", "--out", file}).exit_code, kBadInput);
  EXPECT_EQ(testing::read_whole(file), "older");
  const Ended full = testing::run({.arguments = {"read", two_letters(), "--out", file}, .file_bytes = 100});
  EXPECT_EQ(full.exit_code, kBadInput);
  EXPECT_NE(full.err.find(file + ": cannot be written: File too large. "), std::string::npos) << full.err;
  EXPECT_EQ(testing::read_whole(file), "older");
  EXPECT_EQ(openimr({"read", two_letters(), "/nowhere", "--out", file}).exit_code, kSkipped);
  EXPECT_EQ(testing::read_whole(file), openimr({"read", two_letters()}).out);
  EXPECT_EQ(folder.names(), std::vector<std::string>{"out.jsonl"}) << "something was half written";
  const Ended nowhere = openimr({"read", two_letters(), "--out", "/nowhere/out.jsonl"});
  EXPECT_EQ(nowhere.exit_code, kBadInput);
  EXPECT_TRUE(nowhere.err.starts_with("/nowhere/out.jsonl: cannot be written: No such file or directory. "))
      << nowhere.err;
  EXPECT_EQ(openimr({"read", two_letters(), "--out", folder.path().string()}).exit_code, kBadInput);
}

TEST(ReadFaults, EndsQuietlyWhenNobodyReadsOn) {
  std::string many;
  for (int i = 0; i < 60; ++i) many += " " + letter_folder();
  const Ended ended = shell("{ \"$O\" read" + many + "; echo $? >&2; } | head -n 1");
  EXPECT_EQ(ended.out_lines().size(), 1U);
  EXPECT_EQ(ended.err, "0\n");
}

TEST(ReadFaults, AnInterruptTakesBackWhatWasBegun) {
  const TempFolder folder;
  const auto file = (folder.path() / "out.jsonl").string();
  const Ended ended = shell("sleep 2 2>/dev/null | \"$O\" read " + letter_folder() + " - --out " + file +
                            " & sleep 0.5; kill -TERM $!; wait $!; echo $?");
  EXPECT_EQ(ended.out, "143\n");
  EXPECT_EQ(ended.err.find("read "), std::string::npos) << ended.err;
  EXPECT_EQ(folder.names(), std::vector<std::string>{});
}

TEST(ReadFaults, OntoAFullDiskIsAFailure) {
  ASSERT_TRUE(std::filesystem::exists("/dev/full"));
  const Ended ended = shell("\"$O\" read " + two_letters() + " >/dev/full");
  EXPECT_EQ(ended.exit_code, kBadInput);
  EXPECT_TRUE(ended.err.starts_with("standard output: cannot be written: No space left on device. ")) << ended.err;
}

TEST(ReadFaults, WrongUseIsRefused) {
  for (const std::vector<std::string>& words :
       std::vector<std::vector<std::string>>{{"read"},
                                             {"read", one_letter(), "--format", "xml"},
                                             {"read", one_letter(), "--jobs", "0"},
                                             {"read", one_letter(), "--frob"}}) {
    const Ended ended = openimr(words);
    EXPECT_EQ(ended.exit_code, kWrongUse);
    EXPECT_EQ(ended.out, "");
    EXPECT_NE(ended.err.find("openimr --help"), std::string::npos) << ended.err;
  }
}

TEST(ReadFaults, NotesWhatReadsOddly) {
  const TempFolder folder;
  auto text = testing::read_whole(one_letter());
  text.erase(text.find_last_of('.'));
  const auto file = folder.write("odd.txt", text).string();
  const Ended ended = openimr({"read", file});
  EXPECT_EQ(ended.exit_code, kDone);
  EXPECT_TRUE(ended.err_lines()[0].starts_with(file + ": note: the rationale of ")) << ended.err;
  EXPECT_EQ(summary_of(ended), "read 1 letter (1 item) from 1 file");
  EXPECT_EQ(openimr({"read", file, "--quiet"}).err, "");
}

TEST(ReadFaults, LetsNoNameMoveTheCursor) {
  const TempFolder folder;
  const auto tar =
      folder
          .write("x.tar", testing::tar({{"a\033[2Jb\n.txt", ""}, {"c\033[2J.txt", testing::read_whole(one_letter())}}))
          .string();
  for (const char* format : {"table", "tsv", "jsonl"}) {
    const Ended ended = openimr({"read", tar, "--format", format});
    EXPECT_EQ(ended.exit_code, kSkipped);
    EXPECT_EQ((ended.err + ended.out).find('\033'), std::string::npos) << format;
    EXPECT_EQ(ended.err_lines().size(), 2U) << ended.err;
  }
}

TEST(ReadFaults, TakesNamesThatAreNoUtf8) {
  const TempFolder folder;
  const auto file = folder.write("caf\xE9.txt", testing::read_whole(one_letter())).string();
  const Ended ended = openimr({"read", file});
  EXPECT_EQ(ended.exit_code, kDone);
  EXPECT_EQ(parsed_lines(ended).size(), 1U);
}

}  // namespace
}  // namespace openimr
