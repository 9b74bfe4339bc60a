// `openimr demo` and `openimr report`, with the real program: a store is filled, worked with, reported on, verified.
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "store/store.h"
#include "support/engine.h"
#include "support/process.h"

namespace openimr {
namespace {

using nlohmann::json;
using testing::Ended;

constexpr int kDone = 0;
constexpr int kWrongUse = 2;

class DemoCommand : public ::testing::Test {
 protected:
  Ended run(std::vector<std::string> arguments, const std::string& store = "imr.db") {
    return testing::run({.arguments = std::move(arguments),
                         .environment = {{"OPENIMR_TODAY", "2019-11-05"}, {"OPENIMR_STORE", store}},
                         .folder = folder.path()});
  }
  json figures(const std::string& report, const std::string& month = "2019-09") {
    const Ended ended = run({"report", report, "--month", month, "--format", "json"});
    EXPECT_EQ(ended.exit_code, kDone) << ended.err;
    return json::parse(ended.out);
  }
  static const json& row(const json& section, const std::string& key, const std::string& value) {
    for (const json& each : section) {
      if (each.at(key) == value) return each;
    }
    throw std::runtime_error("no row " + value);
  }

  testing::TempFolder folder;
};

TEST_F(DemoCommand, FillsAStoreThatCanBeWorkedWith) {
  const Ended made = run({"demo", "--cases", "300"});
  ASSERT_EQ(made.exit_code, kDone) << made.err;
  EXPECT_TRUE(made.out.starts_with("imr.db: 300 invented cases, from 2018-11-05 to 2019-11-05.\n\n")) << made.out;
  EXPECT_NE(made.out.find("records-overdue       the records are late\n"), std::string::npos) << made.out;
  EXPECT_TRUE(
      made.out.ends_with("\nTry next:\n"
                         "  openimr work list --store imr.db --on 2019-11-05 --role review\n"
                         "  openimr case show --store imr.db --on 2019-11-05 DEMO-0000001\n"
                         "  openimr report timeliness --store imr.db --on 2019-11-05\n"))
      << made.out;
  EXPECT_TRUE(run({"store", "verify", "imr.db"}).out.find("sound.") != std::string::npos);

  for (const char* role : {"intake", "assign", "review", "quality", "issue", "medical-director"}) {
    const Ended list = run({"work", "list", "--role", role, "--format", "json"});
    ASSERT_EQ(list.exit_code, kDone) << list.err;
    const json all = json::parse(list.out);
    ASSERT_FALSE(all.empty()) << role;
    const std::string number = all[0]["case_number"];
    EXPECT_EQ(run({"case", "show", number}).exit_code, kDone);
    EXPECT_EQ(run({"case", "history", number}).exit_code, kDone);
    EXPECT_EQ(run({"case", "next", number}).exit_code, kDone);
  }
  const json reviewing = json::parse(run({"work", "list", "--role", "review", "--format", "json"}).out);
  bool drafted = false;
  for (const json& each : reviewing)
    drafted = drafted || run({"case", "findings", each["case_number"]}).exit_code == kDone;
  EXPECT_TRUE(drafted) << "the findings of a draft can be read";
  // A letter as it was signed is the letter that the case still makes.
  const Ended letter = run({"case", "letter", "DEMO-0000001"});
  EXPECT_EQ(letter.exit_code, kDone) << letter.err;
}

TEST_F(DemoCommand, ReportsInThreeFormats) {
  ASSERT_EQ(run({"demo", "--cases", "300"}).exit_code, kDone);
  const json times = figures("timeliness");
  EXPECT_EQ(times["report"], "timeliness");
  EXPECT_EQ(times["month"], "2019-09");
  EXPECT_EQ(times["as_of"], "2019-11-05");
  const json& age = row(times["ages"], "age", "from assignment");
  EXPECT_GT(age["cases"], 5);
  EXPECT_GT(age["mean"], 10);
  EXPECT_LT(age["mean"], 50);
  const json& notice = row(times["deadlines"], "rule", "IMR-8");
  EXPECT_GT(notice["in_time"], notice["late"]);
  EXPECT_GT(row(times["overdue"], "role", "review")["waiting"], 0);

  const json volume = figures("volume");
  const json outcomes = figures("outcomes");
  const json& determined = row(volume["month"], "what", "determined");
  EXPECT_EQ(determined["cases"], age["cases"]);
  int by_outcome = 0;
  for (const json& each : outcomes["cases"]) by_outcome += each["cases"].get<int>();
  EXPECT_EQ(by_outcome, determined["cases"]);
  int received = 0;
  for (const json& each : volume["became"]) received += each["cases"].get<int>();
  EXPECT_EQ(received, row(volume["month"], "what", "received")["cases"]);
  const json& items = row(outcomes["items"], "category", "all");
  EXPECT_GT(items["upheld"], items["overturned"]);
  EXPECT_GT(row(outcomes["items"], "category", "Pharmaceuticals")["items"], 0);
  for (const json& each : outcomes["items"]) EXPECT_NE(each["category"], "not recognised");
  const json& drafts = row(outcomes["drafts"], "draft", "all");
  EXPECT_LE(drafts["low"], drafts["overridden_percent"]);
  EXPECT_GE(drafts["high"], drafts["overridden_percent"]);
  const json agreement = figures("agreement");
  const json& behind = row(agreement["drafts"], "compared", "decision and draft");
  EXPECT_EQ(behind["items"], drafts["items"]);
  EXPECT_GE(behind["pairs"], behind["items"]);
  EXPECT_EQ(behind["both_upheld"].get<int>() + behind["both_overturned"].get<int>() + behind["apart"].get<int>(),
            behind["pairs"]);

  const Ended table = run({"report", "timeliness", "--month", "2019-09"});
  EXPECT_EQ(table.out_lines().front(), "Timeliness, September 2019 (as of 2019-11-05)");
  EXPECT_NE(table.out.find("Deadlines of the cases that were determined or ended\n"), std::string::npos);
  for (const Ended& each : {table, run({"report", "agreement", "--month", "2019-09"})}) {
    for (const std::string& line : each.out_lines()) EXPECT_LE(line.size(), 110U) << line;
  }
  const Ended csv = run({"report", "volume", "--month", "2019-09", "--format", "csv", "--out", "volume.csv"});
  EXPECT_EQ(csv.exit_code, kDone) << csv.err;
  const std::string text = testing::read_whole(folder.path() / "volume.csv");
  EXPECT_TRUE(text.starts_with("report,month,section,row,figure,value\r\n")) << text;
  EXPECT_NE(text.find("volume,2019-09,month,determined,cases," + determined["cases"].dump() + "\r\n"),
            std::string::npos)
      << text;
  // A month in which nothing happened is no failure.
  const Ended empty = run({"report", "outcomes", "--month", "2001-02"});
  EXPECT_EQ(empty.out,
            "Outcomes, February 2001 (as of 2019-11-05)\n"
            "\nCases determined\nNo case was determined.\n"
            "\nItems decided\nNo item was decided.\n"
            "\nDrafts that the reviewers overrode, with the 95 % interval of the share\n"
            "No item had a draft that addressed it.\n");
  const Ended wrong = run({"report", "volume", "--month", "2019-13"});
  EXPECT_EQ(wrong.exit_code, kWrongUse);
  EXPECT_EQ(wrong.err, "--month: no such month: '2019-13'. Write the month as YYYY-MM.\n");
}

// More than the thousand that are listed at once.
TEST_F(DemoCommand, ReportsOnManyCases) {
  ASSERT_EQ(run({"demo", "--cases", "1100", "--from", "2019-10-02", "--until", "2019-10-31"}).exit_code, kDone);
  const json volume = figures("volume", "2019-10");
  auto store = store::Store::open((folder.path() / "imr.db").string()).value();
  const auto received = store.count("received", "2019-10-01", "2019-11-01").value();
  EXPECT_GT(received, 1050);
  EXPECT_EQ(row(volume["month"], "what", "received")["cases"], received);
  EXPECT_EQ(row(volume["waiting"], "state", "awaiting-records")["cases"],
            store.count("state/awaiting-records").value());
}

TEST_F(DemoCommand, GoesOnWhereItStoppedAndLeavesOtherCasesAlone) {
  const std::vector<std::string> small = {"demo", "--cases", "60"};
  ASSERT_EQ(run(small).exit_code, kDone);
  const std::string before = run({"store", "verify", "imr.db"}).out;
  const Ended again = run(small);
  EXPECT_EQ(again.exit_code, kDone) << again.err;
  EXPECT_EQ(run({"store", "verify", "imr.db"}).out, before) << "nothing is added twice";
  const std::string elsewhere = run(small, "other.db").out;
  EXPECT_EQ(elsewhere.substr(0, elsewhere.find("Try next")).substr(std::string("other.db").size()),
            again.out.substr(0, again.out.find("Try next")).substr(std::string("imr.db").size()))
      << "the same cases";

  const Ended other = run({"demo", "--cases", "60", "--seed", "2"});
  EXPECT_EQ(other.exit_code, kWrongUse);
  EXPECT_EQ(other.err, "the store has cases already: 'imr.db'. Name a new store for the demo: --store FILE.\n");
  const Ended day = run({"demo", "--from", "yesterday"}, "third.db");
  EXPECT_EQ(day.exit_code, kWrongUse);
  EXPECT_EQ(day.err, "--from: no such day: 'yesterday'. Write the date as YYYY-MM-DD.\n");
  const Ended turned = run({"demo", "--from", "2019-12-01"}, "third.db");
  EXPECT_EQ(turned.exit_code, kWrongUse);
  EXPECT_EQ(turned.err, "the last day lies before the first: '2019-11-05'. Give a day from 2019-12-01 on.\n");
  EXPECT_EQ(run({"demo", "--cases", "0"}, "third.db").exit_code, kWrongUse);
}

}  // namespace
}  // namespace openimr
