// `openimr check`: what a request lacks, before anybody reviews it.
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "support/engine.h"
#include "support/process.h"

namespace openimr {
namespace {

using nlohmann::json;
using testing::Ended;
using testing::openimr;
using testing::TempFolder;

constexpr int kComplete = 0;
constexpr int kIncomplete = 1;

std::string example_records() {
  return (testing::source_dir() / "examples" / "cases" / "004" / "records").string();
}

TEST(CheckCommand, ListsWhatIsDocumentedAndWhatToAdd) {
  const Ended ended = openimr({"check", example_records(), "--item", "Massage therapy 6 visits", "--on", "2015-10-30"});
  EXPECT_EQ(ended.exit_code, kIncomplete) << ended.err;
  EXPECT_NE(ended.out.find("  [ ] a treatment plan with goals and an end date\n"), std::string::npos) << ended.out;
  EXPECT_NE(ended.out.find("\u25CF limited to four to six visits\n      \"Massage therapy 6 visits\" - request p. 1"),
            std::string::npos)
      << ended.out;
  EXPECT_NE(ended.out.find("Searched: 1 readable page of 1 document."), std::string::npos) << ended.out;
}

// Every criterion of the draft stands in one of the lists, or is an allowance, a note or soft.
TEST(CheckCommand, SaysTheSameAsData) {
  const Ended ended = openimr({"check", example_records(), "--item", "Massage therapy 6 visits", "--item",
                               "Soma 350 mg #50", "--on", "2015-10-30", "--format", "json"});
  EXPECT_EQ(ended.exit_code, kIncomplete) << ended.err;
  const json out = json::parse(ended.out);
  EXPECT_EQ(out["complete"], false);
  ASSERT_EQ(out["items"].size(), 2U);
  EXPECT_EQ(out["items"][0]["missing"].size(), 2U);
  EXPECT_EQ(out["items"][0]["documented"].size(), 2U);
  EXPECT_EQ(out["items"][0]["against"].size(), 0U);
  for (const json& row : out["items"][1]["missing"]) {
    EXPECT_EQ(row["finding"], "not documented");
    EXPECT_FALSE(row["shown_by"].get<std::string>().empty());
  }
}

// A request that has all that the guideline asks is complete; what speaks against it is told apart from what is
// missing.
TEST(CheckCommand, KnowsCompleteFromContradicted) {
  const TempFolder folder;
  const std::string note = folder.write("note.txt",
                                        "PROGRESS REPORT 10/01/2015\nExamination: Sensation is decreased at C6.\n"
                                        "Goals for further therapy are to turn the head for driving.\n"
                                        "Home exercise program continues.\n");
  const Ended complete = openimr(
      {"check", note, "--item", "Massage therapy 6 visits to the neck", "--on", "2015-10-30", "--format", "json"});
  EXPECT_EQ(complete.exit_code, kComplete) << complete.out;
  const Ended too_many = openimr(
      {"check", note, "--item", "Massage therapy 12 visits to the neck", "--on", "2015-10-30", "--format", "json"});
  EXPECT_EQ(too_many.exit_code, kIncomplete);
  EXPECT_EQ(json::parse(too_many.out)["items"][0]["against"][0]["id"], "visit-count") << too_many.out;
}

TEST(CheckCommand, SaysWhereNoGuidelineSpeaks) {
  const Ended ended = openimr({"check", example_records(), "--item", "A thing nobody knows", "--on", "2015-10-30"});
  EXPECT_EQ(ended.exit_code, kIncomplete);
  EXPECT_NE(ended.out.find("No loaded guideline addresses this request: nothing can be checked."), std::string::npos);
}

TEST(CheckCommand, RefusesWrongUse) {
  EXPECT_EQ(openimr({"check", example_records()}).exit_code, 2) << "no item";
  EXPECT_EQ(openimr({"check", "--item", "Soma"}).exit_code, 2) << "no record";
  const Ended day = openimr({"check", example_records(), "--item", "Soma", "--on", "30.10.2015"});
  EXPECT_EQ(day.exit_code, 2);
  EXPECT_NE(day.err.find("--on: no such day: '30.10.2015'. Write the date as YYYY-MM-DD."), std::string::npos)
      << day.err;
  EXPECT_EQ(openimr({"check", example_records(), "--item", "Soma", "--injury", "x"}).exit_code, 2);
  const Ended none = openimr({"check", "no-such-record.txt", "--item", "Soma"});
  EXPECT_EQ(none.exit_code, 4);
  EXPECT_NE(none.err.find("no-such-record.txt: no such record. Name files and folders of records."), std::string::npos)
      << none.err;
  const TempFolder empty;
  EXPECT_EQ(openimr({"check", empty.path().string(), "--item", "Soma"}).exit_code, 4);
}

}  // namespace
}  // namespace openimr
