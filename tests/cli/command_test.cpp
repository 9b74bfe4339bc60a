// The command line as such: what it offers, what it refuses, and where it prints what.
#include <algorithm>
#include <filesystem>

#include <gtest/gtest.h>

#include "support/engine.h"
#include "support/process.h"

namespace openimr {
namespace {

using testing::Ended;
using testing::openimr;

constexpr int kDone = 0;
constexpr int kFailed = 1;
constexpr int kWrongUse = 2;

std::string example(const std::string& number) {
  return (testing::source_dir() / "examples" / "cases" / number).string();
}

void expect_refused(const Ended& ended, const std::string& named) {
  EXPECT_EQ(ended.exit_code, kWrongUse);
  EXPECT_EQ(ended.out, "");
  EXPECT_NE(ended.err.find(named), std::string::npos) << ended.err;
  EXPECT_NE(ended.err.find("openimr --help"), std::string::npos) << ended.err;
}

TEST(Help, NamesEveryCommandAndGivesExamples) {
  const Ended ended = openimr({"--help"});
  EXPECT_EQ(ended.exit_code, kDone);
  EXPECT_EQ(ended.err, "");
  for (const char* words : {"review", "facts", "records", "case", "write", "guideline",
                            "Examples:", "openimr review examples/", "--format json", "--out ",
                            "openimr guideline show carisoprodol --on 2015-08-25", "a licensed physician decides"}) {
    EXPECT_NE(ended.out.find(words), std::string::npos) << words;
  }
}

TEST(Help, IsThereForEachCommand) {
  for (const std::vector<std::string>& command : std::vector<std::vector<std::string>>{
           {"review"}, {"facts"}, {"records"}, {"case", "check"}, {"guideline", "show"}, {"guideline", "check"}}) {
    auto words = command;
    words.emplace_back("--help");
    const Ended ended = openimr(words);
    EXPECT_EQ(ended.exit_code, kDone) << command.front();
    EXPECT_EQ(ended.err, "");
    EXPECT_NE(ended.out.find("sage:"), std::string::npos) << ended.out;
  }
}

// What the help recommends works as it stands there.
TEST(Help, ItsExamplesRun) {
  const Ended help = openimr({"--help"});
  int examples = 0;
  for (const std::string& line : help.out_lines()) {
    const std::size_t at = line.find("openimr ");
    if (!line.starts_with("  openimr ")) continue;
    ++examples;
    std::string text = line.substr(at + 8);
    text = text.substr(0, text.find("  "));
    std::vector<std::string> words;
    for (std::size_t from = 0; from < text.size();) {
      const std::size_t end = std::min(text.find(' ', from), text.size());
      words.push_back(text.substr(from, end - from));
      from = end + 1;
    }
    const testing::TempFolder folder;
    for (std::string& word : words) {
      if (word == "DIR") word = example("000");
      if (word.starts_with("examples/")) word = (testing::source_dir() / word).string();
      if (word == "draft.json" || word == "letter.pdf" || word == "facts.html" || word == "openimr.db" ||
          word == "demo.db" || word == "collection" || word == "removed.txt")
        word = (folder.path() / word).string();
    }
    if (words.front() == "serve") words.emplace_back("--show-config");  // it would serve until it is stopped
    const Ended ended = openimr(words);
    EXPECT_TRUE(ended.exit_code == kDone || words.front() == "guideline") << text << "\n" << ended.err;
  }
  EXPECT_GE(examples, 6);
}

TEST(Version, IsOneLine) {
  const Ended ended = openimr({"--version"});
  EXPECT_EQ(ended.exit_code, kDone);
  EXPECT_EQ(ended.out, "openimr " OPENIMR_VERSION "\n");
  EXPECT_EQ(ended.err, "");
}

TEST(WrongUse, IsRefusedWithTwo) {
  expect_refused(openimr({}), "subcommand");
  expect_refused(openimr({"reveiw", example("000")}), "reveiw");
  expect_refused(openimr({"review"}), "DIR");
  expect_refused(openimr({"facts"}), "DIR");
  expect_refused(openimr({"case"}), "subcommand");
  expect_refused(openimr({"guideline"}), "subcommand");
  expect_refused(openimr({"guideline", "show"}), "TOPIC");
  expect_refused(openimr({"review", example("000"), "--frobnicate"}), "--frobnicate");
  expect_refused(openimr({"review", example("000"), example("001")}), example("001"));
}

TEST(WrongUse, OfAFormatNamesTheFormatsThereAre) {
  expect_refused(openimr({"review", example("000"), "--format", "xml"}), "text,json");
  expect_refused(openimr({"review", example("000"), "--format", "jsonl"}), "text,json");
  expect_refused(openimr({"facts", example("000"), "--format", "text"}), "table,json,jsonl,html");
  expect_refused(openimr({"timeline", example("000"), "--format", "html"}), "text,json,svg");
  expect_refused(openimr({"vocabulary", "import"}), "--rxnorm");
  expect_refused(openimr({"review", example("000"), "--mme-year", "1999"}), "2016,2018,2022");
}

TEST(Colour, IsForATerminalOnly) {
  EXPECT_EQ(openimr({"review", example("000")}).out.find('\033'), std::string::npos);
  const Ended shown = testing::run({.arguments = {"review", example("000")}, .terminal = true});
  EXPECT_EQ(shown.exit_code, kDone);
  EXPECT_NE(shown.out.find('\033'), std::string::npos);
}

TEST(Colour, IsDeclinedWithNoColor) {
  const std::string plain = openimr({"review", example("000")}).out;
  const Ended declined =
      testing::run({.arguments = {"review", example("000")}, .environment = {{"NO_COLOR", "1"}}, .terminal = true});
  EXPECT_EQ(declined.out, plain);
  // Set and empty declines nothing (no-color.org).
  const Ended empty =
      testing::run({.arguments = {"review", example("000")}, .environment = {{"NO_COLOR", ""}}, .terminal = true});
  EXPECT_NE(empty.out, plain);
}

TEST(Colour, NeverReachesAFile) {
  const testing::TempFolder folder;
  const std::string file = (folder.path() / "draft.txt").string();
  const Ended ended = testing::run({.arguments = {"review", example("000"), "--out", file}, .terminal = true});
  EXPECT_EQ(ended.exit_code, kDone);
  EXPECT_EQ(testing::read_whole(file), openimr({"review", example("000")}).out);
}

TEST(Streams, ResultsGoToStdoutAndMessagesToStderr) {
  for (const std::string number : {"000", "001", "002", "003", "004"}) {
    const Ended review = openimr({"review", example(number)});
    EXPECT_EQ(review.exit_code, kDone);
    EXPECT_FALSE(review.out.empty());
    EXPECT_EQ(review.err, "");
    const Ended check = openimr({"case", "check", example(number)});
    EXPECT_EQ(check.exit_code, kDone);
    EXPECT_EQ(check.out_lines().size(), 1U);
    for (const std::string& line : check.err_lines()) EXPECT_TRUE(line.starts_with("warning: ")) << line;
  }
  const Ended missing = openimr({"review", "/nowhere/at/all"});
  EXPECT_EQ(missing.out, "");
  EXPECT_FALSE(missing.err.empty());
}

// A full disk or a closed reader is no success.
TEST(Streams, ThatCannotTakeTheResultAreAFailure) {
  ASSERT_TRUE(std::filesystem::exists("/dev/full"));
  const Ended ended = openimr({"review", example("000"), "--out", "/dev/full/draft.txt"});
  EXPECT_NE(ended.exit_code, kDone);
  EXPECT_FALSE(ended.err.empty());
}

TEST(Packs, CanBeReadFromAFolder) {
  const std::string packs = (testing::source_dir() / "packs").string();
  const std::string own = openimr({"review", example("002"), "--format", "json"}).out;
  const Ended named = openimr({"--packs", packs, "review", example("002"), "--format", "json"});
  EXPECT_EQ(named.exit_code, kDone) << named.err;
  EXPECT_TRUE(named.out == own) << "the snapshot of the build is older than packs/, or says something else";
  const Ended set = testing::run(
      {.arguments = {"review", example("002"), "--format", "json"}, .environment = {{"OPENIMR_PACKS", packs}}});
  EXPECT_TRUE(set.out == own);
  const Ended missing = openimr({"--packs", "/nowhere", "review", example("002")});
  EXPECT_EQ(missing.exit_code, 4);
  EXPECT_EQ(missing.out, "");
  EXPECT_EQ(missing.err, "/nowhere: no packs here. Name the folder that holds vocabulary/ and guidelines/.\n");
}

TEST(GuidelineCheck, CountsAndFindsNothingWrong) {
  const Ended ended = openimr({"guideline", "check"});
  EXPECT_EQ(ended.exit_code, kDone);
  EXPECT_EQ(ended.err, "");
  EXPECT_NE(ended.out.find(": 0 problems\n"), std::string::npos) << ended.out;
}

TEST(GuidelineShow, PrintsTheSectionInForce) {
  const Ended ended = openimr({"guideline", "show", "Soma", "--on", "2015-08-25"});
  EXPECT_EQ(ended.exit_code, kDone);
  EXPECT_EQ(ended.err, "");
  EXPECT_TRUE(
      ended.out.starts_with("MTUS Chronic Pain Medical Treatment 2009, Carisoprodol (Soma), pages 29, 63-66\n"
                            "  in force from 2009-07-18 until 2016-07-28;"))
      << ended.out;
  EXPECT_NE(ended.out.find("short-course"), std::string::npos);
  for (const char* same : {"carisoprodol", "soma", "Soma 350 mg #20"})
    EXPECT_EQ(openimr({"guideline", "show", same, "--on", "2015-08-25"}).out, ended.out) << same;
}

// Intervals are half-open: the first day is in, the last is out (design.md, rule 4).
TEST(GuidelineShow, FollowsTheEditionToTheDay) {
  struct Row {
    const char* day;
    const char* edition;
  };
  for (const Row& row : {Row{"2009-07-18", "MTUS Chronic Pain Medical Treatment 2009,"},
                         Row{"2016-07-27", "MTUS Chronic Pain Medical Treatment 2009,"},
                         Row{"2016-07-28", "MTUS Chronic Pain Medical Treatment 2016,"},
                         Row{"2017-11-30", "MTUS Chronic Pain Medical Treatment 2016,"}}) {
    const Ended ended = openimr({"guideline", "show", "Soma", "--on", row.day});
    EXPECT_EQ(ended.exit_code, kDone) << row.day;
    EXPECT_TRUE(ended.out.starts_with(row.edition)) << row.day << ": " << ended.out.substr(0, 120);
  }
  const Ended after = openimr({"guideline", "show", "Soma", "--on", "2017-12-01"});
  EXPECT_EQ(after.exit_code, kDone);
  EXPECT_EQ(after.out.find("Guidelines 2016"), std::string::npos) << after.out.substr(0, 200);
}

TEST(GuidelineList, NamesTheEditionsInForce) {
  const auto all = testing::openimr({"guideline", "list"});
  EXPECT_EQ(all.exit_code, 0);
  EXPECT_NE(all.out.find("mtus-chronic-pain-medical-treatment-2009"), std::string::npos) << all.out;
  const auto on = testing::openimr({"guideline", "list", "--on", "2016-12-20"});
  EXPECT_EQ(on.out.find("mtus-chronic-pain-medical-treatment-2009"), std::string::npos) << on.out;
  EXPECT_NE(on.out.find("mtus-chronic-pain-medical-treatment-2016"), std::string::npos) << on.out;
  EXPECT_EQ(testing::openimr({"guideline", "list", "--on", "yesterday"}).exit_code, 2);
}

TEST(GuidelineDiff, ShowsWhatChanged) {
  const auto changes = testing::openimr({"guideline", "diff", "medical-treatment-2009", "medical-treatment-2016"});
  EXPECT_EQ(changes.exit_code, 0);
  EXPECT_NE(changes.out.find("\ncarisoprodol\n"), std::string::npos) << changes.out;
  EXPECT_NE(changes.out.find("  removed  first-line-failed\n    - required:"), std::string::npos) << changes.out;
  const auto none = testing::openimr({"guideline", "diff", "2008", "medical-treatment-2016"});
  EXPECT_EQ(none.exit_code, 2);
  EXPECT_NE(none.err.find("no such edition: '2008'. openimr guideline list names them."), std::string::npos)
      << none.err;
  const auto several = testing::openimr({"guideline", "diff", "chronic-pain", "medical-treatment-2016"});
  EXPECT_EQ(several.exit_code, 2);
  EXPECT_NE(several.err.find("several editions have this in their name: 'chronic-pain'. Which of "), std::string::npos)
      << several.err;
}

TEST(GuidelineShow, OfAnUnknownTopicSaysWhatToName) {
  const Ended ended = openimr({"guideline", "show", "Flux capacitor", "--on", "2015-08-25"});
  EXPECT_EQ(ended.exit_code, kFailed);
  EXPECT_EQ(ended.out, "");
  EXPECT_EQ(ended.err,
            "no loaded guideline addresses this on 2015-08-25: 'Flux capacitor'. Name a drug, a service or the id of a "
            "section; `openimr guideline list --on 2015-08-25` names the editions\n")
      << ended.err;
}

TEST(GuidelineShow, BeforeTheFirstEditionSaysWhenItBegins) {
  const Ended ended = openimr({"guideline", "show", "Soma", "--on", "2001-01-01"});
  EXPECT_EQ(ended.exit_code, kFailed);
  EXPECT_EQ(ended.out, "");
  EXPECT_EQ(
      ended.err,
      "no loaded guideline addresses this on 2001-01-01: 'Soma'. The first edition loaded holds from 2007-06-15\n");
}

TEST(GuidelineShow, RefusesADayThatIsNone) {
  for (const char* day : {"2015-02-30", "25.08.2015", "today", ""}) {
    const Ended ended = openimr({"guideline", "show", "Soma", "--on", day});
    EXPECT_EQ(ended.exit_code, kWrongUse) << day;
    EXPECT_EQ(ended.out, "") << day;
    EXPECT_NE(ended.err.find("YYYY-MM-DD"), std::string::npos) << ended.err;
  }
}

TEST(Today, IsTheDayWhereNoneIsNamed) {
  const auto on = [](const char* day) {
    return testing::run({.arguments = {"guideline", "show", "Soma"}, .environment = {{"OPENIMR_TODAY", day}}});
  };
  EXPECT_EQ(on("2015-08-25").out, openimr({"guideline", "show", "Soma", "--on", "2015-08-25"}).out);
  EXPECT_EQ(on("2016-07-28").out, openimr({"guideline", "show", "Soma", "--on", "2016-07-28"}).out);
  EXPECT_NE(on("2015-08-25").out, on("2016-07-28").out);
  EXPECT_EQ(on("yesterday").exit_code, kWrongUse);
}

}  // namespace
}  // namespace openimr
