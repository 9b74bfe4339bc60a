// `openimr replay`: what it takes, and what it prints in each format.
#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "support/process.h"
#include "support/read_command.h"

namespace openimr {
namespace {

using nlohmann::json;
using testing::Ended;
using testing::example_letters;
using testing::letter_folder;
using testing::openimr;
using testing::parsed_lines;
using testing::TempFolder;

TEST(ReplayCommand, PrintsAnItemALine) {
  const Ended ended = openimr({"replay", example_letters(), "--format", "jsonl"});
  EXPECT_EQ(ended.exit_code, 0) << ended.err;
  const auto items = parsed_lines(ended);
  ASSERT_EQ(items.size(), 11U);
  for (const json& item : items) {
    for (const char* key : {"case_number", "item_no", "item_text", "topic", "addressed", "decision",
                            "physician_decision", "citations", "decided_by"})
      EXPECT_TRUE(item.contains(key)) << key;
    EXPECT_EQ(item["physician_decision"], "Upheld");
    EXPECT_LE(item["citations"].size(), 3U);
  }
  EXPECT_EQ(items[0]["topic"], "carisoprodol");
  EXPECT_EQ(items[0]["decision"], "Upheld");
  EXPECT_FALSE(items[0]["decided_by"].empty());
}

TEST(ReplayCommand, PrintsTheFiguresWithTheBaselinesBeside) {
  const Ended ended = openimr({"replay", example_letters(), "--format", "json", "--majority", "--bayes"});
  EXPECT_EQ(ended.exit_code, 0) << ended.err;
  const json figures = json::parse(ended.out);
  for (const char* key :
       {"items", "topics", "accuracy", "accuracy_interval", "balanced_accuracy", "matthews_correlation",
        "overturned_precision", "overturned_recall", "topic_coverage", "not_addressed_share", "title_agreement",
        "section_agreement", "citations_per_item", "by_category", "standings", "note"})
    EXPECT_TRUE(figures.contains(key)) << key;
  EXPECT_EQ(figures["items"], 11);
  EXPECT_EQ(figures["accuracy"], 1.0);
  EXPECT_TRUE(figures["balanced_accuracy"].is_null()) << "no item of the samples is overturned";
  ASSERT_EQ(figures["baselines"].size(), 2U);
  EXPECT_EQ(figures["baselines"][0]["name"], "always upheld");
}

TEST(ReplayCommand, ShowsATableAndAPage) {
  const Ended table = openimr({"replay", letter_folder()});
  EXPECT_NE(table.out.find("balanced accuracy"), std::string::npos) << table.out;
  EXPECT_NE(table.out.find("Decided otherwise than the physician:"), std::string::npos);
  EXPECT_NE(table.out.find("training figures"), std::string::npos);
  const TempFolder folder;
  const std::string page = (folder.path() / "replay.html").string();
  const Ended html = openimr({"replay", letter_folder(), "--format", "html", "--out", page});
  EXPECT_EQ(html.out, "");
  EXPECT_NE(testing::read_whole(page).find("<h2>Decided otherwise</h2>"), std::string::npos);
}

TEST(ReplayCommand, NamesWhatItSkips) {
  const TempFolder folder;
  const std::string no_letter = (folder.path() / "note.txt").string();
  std::ofstream(no_letter) << "A note about nothing.\n";
  const Ended some = openimr({"replay", no_letter, example_letters(), "--format", "json"});
  EXPECT_EQ(some.exit_code, 3);
  EXPECT_NE(some.err.find(no_letter), std::string::npos) << some.err;
  EXPECT_NE(some.err.find("1 letter was skipped"), std::string::npos) << some.err;
  const Ended none = openimr({"replay", no_letter});
  EXPECT_EQ(none.exit_code, 4);
  EXPECT_EQ(none.out, "");
}

TEST(ReplayCommand, RefusesWrongUse) {
  EXPECT_EQ(openimr({"replay"}).exit_code, 2);
  EXPECT_EQ(openimr({"replay", example_letters(), "--format", "xml"}).exit_code, 2);
  EXPECT_EQ(openimr({"replay", "no-such-folder"}).exit_code, 4);
}

TEST(ReplayCommand, GivesTheSameForAnyNumberOfJobs) {
  const Ended one = openimr({"replay", letter_folder(), example_letters(), "--format", "jsonl", "--jobs", "1"});
  const Ended four = openimr({"replay", letter_folder(), example_letters(), "--format", "jsonl", "--jobs", "4"});
  EXPECT_EQ(one.out, four.out);
}

TEST(ReplayCommand, ShowsWhatWasGainedAndLostSinceAnEarlierReplay) {
  const TempFolder folder;
  const std::string before = (folder.path() / "before.jsonl").string();
  EXPECT_EQ(openimr({"replay", example_letters(), "--format", "jsonl", "--out", before}).exit_code, 0);
  const Ended same = openimr({"replay", example_letters(), "--before", before});
  EXPECT_NE(same.out.find("11 items in both, 0 only then, 0 only now"), std::string::npos) << same.out;
  EXPECT_NE(same.out.find("0 gained, 0 lost"), std::string::npos);
  std::string lines = testing::read_whole(before);
  const std::string decision = "\"decision\":\"Upheld\"";
  lines.replace(lines.find(decision), decision.size(), "\"decision\":\"Overturned\"");
  std::ofstream(before) << lines;
  const Ended changed = openimr({"replay", example_letters(), "--before", before});
  EXPECT_NE(changed.out.find("1 gained, 0 lost"), std::string::npos) << changed.out;
  EXPECT_NE(changed.out.find("Overturned -> Upheld"), std::string::npos);
  const json figures = json::parse(openimr({"replay", example_letters(), "--before", before, "--format", "json"}).out);
  EXPECT_EQ(figures["changes"]["decisions"]["gained"], 1);
  EXPECT_EQ(figures["changes"]["items"].size(), 1U);
}

TEST(ReplayCommand, RefusesAnEarlierReplayThatIsNone) {
  const TempFolder folder;
  const std::string before = (folder.path() / "before.jsonl").string();
  for (const char* bad : {"{\"case_number\": 1}\n", "[]\n", "\n{\n",
                          "{\"case_number\":\"A\",\"item_no\":1,\"decision\":null,"
                          "\"citations\":[1]}\n"}) {
    std::ofstream(before) << bad;
    const Ended ended = openimr({"replay", example_letters(), "--before", before});
    EXPECT_EQ(ended.exit_code, 4) << bad;
    EXPECT_NE(ended.err.find("no item of a replay"), std::string::npos) << ended.err;
  }
  EXPECT_EQ(openimr({"replay", example_letters(), "--before", "no-such-file"}).exit_code, 4);
}

TEST(ReplayCommand, ShowsBothRationalesSideBySide) {
  const Ended ended = openimr({"replay", letter_folder(), "--rationales"});
  EXPECT_EQ(ended.exit_code, 0) << ended.err;
  const std::size_t head = ended.out.find("PHYSICIAN");
  ASSERT_NE(head, std::string::npos) << ended.out;
  EXPECT_NE(ended.out.find("DRAFT", head), std::string::npos);
}

}  // namespace
}  // namespace openimr
