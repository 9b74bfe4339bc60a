// openimr corpus, search and statistics, as they are typed.
#include <fstream>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "support/engine.h"
#include "support/process.h"

namespace openimr::testing {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

class CorpusCommand : public ::testing::Test {
 protected:
  Ended on_corpus(std::vector<std::string> arguments) {
    arguments.insert(arguments.end(), {"--corpus", (folder.path() / "corpus").string()});
    return openimr(std::move(arguments));
  }
  Ended add_examples() { return on_corpus({"corpus", "add", (source_dir() / "examples" / "letters").string()}); }
  TempFolder folder;
};

TEST_F(CorpusCommand, CollectsLettersOnce) {
  const Ended first = add_examples();
  EXPECT_EQ(first.exit_code, 0) << first.err;
  EXPECT_EQ(first.out, "5 new letters kept, 0 known before, 0 skipped. The collection has 5 letters.\n");
  EXPECT_EQ(add_examples().out, "0 new letters kept, 5 known before, 0 skipped. The collection has 5 letters.\n");
  const Ended index = on_corpus({"corpus", "index", "--anew"});
  EXPECT_EQ(index.out, "The index has 5 letters with 11 items.\n") << index.err;
}

TEST_F(CorpusCommand, FindsAndCounts) {
  ASSERT_EQ(add_examples().exit_code, 0);
  const Ended found = on_corpus({"search", "Soma", "--facets", "--limit", "1"});
  EXPECT_EQ(found.exit_code, 0) << found.err;
  EXPECT_NE(found.out.find("Upheld: Soma"), std::string::npos) << found.out;
  EXPECT_NE(found.out.find("Drug: carisoprodol"), std::string::npos) << found.out;

  const Ended data = on_corpus({"search", "Soma 350 mg #100", "--where", "drug=carisoprodol", "--format", "json"});
  const json answer = json::parse(data.out, nullptr, false);
  ASSERT_TRUE(answer.is_object()) << data.out << data.err;
  EXPECT_EQ(answer.at("total"), 5);
  EXPECT_EQ(answer.at("found").at(0).at("items").at(0).at("drug"), "carisoprodol");
  const std::string id = answer.at("found").at(0).at("id");
  EXPECT_NE(on_corpus({"corpus", "show", id}).out.find("CLINICAL CASE SUMMARY"), std::string::npos);

  const Ended table = on_corpus({"statistics", "--by", "drug", "--format", "csv"});
  EXPECT_NE(table.out.find("carisoprodol,5,5,0,0.0,"), std::string::npos) << table.out;
  EXPECT_NE(table.out.find("all,11,"), std::string::npos) << table.out;
}

TEST_F(CorpusCommand, GivesOutWhatItTakesIn) {
  ASSERT_EQ(add_examples().exit_code, 0);
  const fs::path lines = folder.path() / "all.jsonl";
  ASSERT_EQ(on_corpus({"corpus", "export", "--out", lines.string()}).exit_code, 0);
  const Ended again = openimr({"corpus", "add", lines.string(), "--corpus", (folder.path() / "other").string()});
  EXPECT_EQ(again.out, "5 new letters kept, 0 known before, 0 skipped. The collection has 5 letters.\n") << again.err;
  const Ended other = openimr({"corpus", "export", "--corpus", (folder.path() / "other").string()});
  EXPECT_EQ(other.out, on_corpus({"corpus", "export"}).out);
  const Ended csv = on_corpus({"corpus", "export", "--format", "csv"});
  EXPECT_EQ(std::count(csv.out.begin(), csv.out.end(), '\n'), 12) << "a head, and a row for each of 11 items";
}

TEST_F(CorpusCommand, TakesWhatReadPrintsAndRowsOfTheDmhc) {
  const Ended read = openimr({"read", (source_dir() / "examples" / "letters").string(), "--format", "jsonl"});
  const fs::path lines = folder.write("read.jsonl", read.out + "no json\n");
  const fs::path rows =
      folder.write("dmhc.csv",
                   "Reference ID;Report Year;Diagnosis Category;Diagnosis Sub Category;Treatment "
                   "Category;Treatment Sub Category;Determination;Type;Age Range;Patient Gender\n"
                   "MN1;2016;A;B;Imaging;MRI;Overturned Decision of Health Plan;Medical Necessity;41-50;Female\n"
                   "MN2;2016;A;B;Imaging;MRI;Perhaps;Medical Necessity;41-50;Female\n");
  const Ended added = on_corpus({"corpus", "add", lines.string(), rows.string()});
  EXPECT_EQ(added.exit_code, 3) << added.err;
  EXPECT_EQ(added.out, "6 new letters kept, 0 known before, 2 skipped. The collection has 6 letters.\n");
  EXPECT_NE(added.err.find("read.jsonl:6: this line is no JSON object"), std::string::npos) << added.err;
  EXPECT_NE(added.err.find("dmhc.csv:3: this says of no decision"), std::string::npos) << added.err;
  EXPECT_NE(on_corpus({"search", "source:dmhc"}).out.find("Overturned: Imaging: MRI"), std::string::npos);
}

TEST_F(CorpusCommand, SaysWhatIsWrong) {
  const Ended nowhere = on_corpus({"search", "soma"});
  EXPECT_EQ(nowhere.exit_code, 4);
  EXPECT_NE(nowhere.err.find("there is no collection of letters. Collect some first: openimr corpus add PATH."),
            std::string::npos)
      << nowhere.err;
  ASSERT_EQ(add_examples().exit_code, 0);
  const std::vector<std::pair<std::vector<std::string>, std::string>> cases = {
      {{"search", "--where", "colour=red"}, "there is no such field: 'colour'. Take one of: decision, category,"},
      {{"search", "--where", "drug"}, "a condition has no '=': 'drug'. Write it as --where drug=carisoprodol."},
      {{"search", "--from", "tomorrow"}, "--from: there is no such day: 'tomorrow'. Write it as 2016-12-19."},
      {{"search", "decided:a..b"}, "the question cannot be read"},
      {{"statistics", "--by", "colour"}, "there is no such field: 'colour'."},
      {{"statistics", "--compare", "2016", "2017"}, "this is no period: '2016'. Write its months as 2016-01..2016-06."},
      {{"statistics", "--compare", "2016-06..2016-01", "2017-01..2017-02"},
       "this period ends before it begins: '2016-06..2016-01'. Write the earlier month first."},
      {{"statistics", "--compare", "2016-01..2016-06", "2016-06..2016-12"},
       "the two periods share months: '2016-01..2016-06 and 2016-06..2016-12'. An item would be compared with itself:"},
      {{"corpus", "show", "0000"}, "no letter has this id: '0000'. Take one that openimr search shows."},
  };
  for (const auto& [arguments, message] : cases) {
    const Ended ended = on_corpus(arguments);
    EXPECT_TRUE(ended.exit_code == 2 || ended.exit_code == 4) << message << ended.out;
    EXPECT_NE(ended.err.find(message), std::string::npos) << ended.err;
  }
  EXPECT_NE(openimr({"search", "soma"}).exit_code, 0);
}

// Nothing that was reported kept is lost on a full disk.
TEST_F(CorpusCommand, LosesNothingOnAFullDisk) {
  ASSERT_EQ(add_examples().exit_code, 0);
  std::string lines;
  for (int i = 0; i < 3000; ++i) {
    std::string text;
    for (int k = 0; k < 300; ++k) text += std::to_string(i * 7919 + k * 104729) + " ";
    lines +=
        json({{"source", "imr"}, {"reference", "EX-" + std::to_string(i)}, {"items", json::array()}, {"text", text}})
            .dump() +
        "\n";
  }
  const fs::path file = folder.write("many.jsonl", lines);
  const Ended full =
      run({.arguments = {"corpus", "add", file.string(), "--corpus", (folder.path() / "corpus").string()},
           .file_bytes = 2 << 20});
  EXPECT_EQ(full.exit_code, 5) << full.err;
  EXPECT_NE(full.err.find("kept, 0 known before, 0 skipped, then:"), std::string::npos) << full.err;
  const int kept = std::stoi(full.err.substr(0, full.err.find(' ')) == "1,000" ? "1000" : full.err);
  ASSERT_EQ(on_corpus({"corpus", "index"}).exit_code, 0);
  const json answer = json::parse(on_corpus({"search", "--format", "json", "--limit", "0", "--facets"}).out);
  EXPECT_EQ(answer.at("total"), kept + 5);
  EXPECT_EQ(on_corpus({"corpus", "add", file.string()}).exit_code, 0);
  EXPECT_EQ(json::parse(on_corpus({"search", "--format", "json", "--limit", "0", "--facets"}).out).at("total"), 3005);
}

}  // namespace
}  // namespace openimr::testing
