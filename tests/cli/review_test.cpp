// `openimr review`: text and JSON, the file it writes, and that every place says what stands there.
#include <filesystem>
#include <map>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <unistd.h>

#include "support/engine.h"
#include "support/places.h"
#include "support/process.h"

namespace openimr {
namespace {

using nlohmann::json;
using testing::Ended;
using testing::openimr;

class Example : public ::testing::TestWithParam<std::string> {
 protected:
  static std::string folder() { return (testing::source_dir() / "examples" / "cases" / GetParam()).string(); }
};

// The bytes of every place are those that `records --text` prints.
void expect_places_hold(const json& value, const std::string& folder, std::size_t at_least) {
  std::map<std::string, std::string> texts;
  const auto places = testing::places_in(value);
  EXPECT_GE(places.size(), at_least);
  for (const json& place : places) {
    const std::string document = place["document"];
    if (!texts.contains(document)) {
      const Ended ended = openimr({"records", folder, "--text", document});
      ASSERT_EQ(ended.exit_code, 0) << document << ": " << ended.err;
      texts[document] = ended.out;
    }
    const std::string& text = texts[document];
    const std::size_t begin = place["begin"];
    const std::size_t end = place["end"];
    ASSERT_LT(begin, end) << place;
    ASSERT_LE(end, text.size()) << place;
    EXPECT_EQ(text.substr(begin, end - begin), place["text"].get<std::string>()) << place;
  }
}

TEST_P(Example, TextHasThePartsOfADetermination) {
  const Ended ended = openimr({"review", folder()});
  EXPECT_EQ(ended.exit_code, 0);
  EXPECT_EQ(ended.err, "");
  for (const char* part : {"DRAFT DETERMINATION - not signed", "A licensed physician decides", "CLINICAL CASE SUMMARY",
                           "ISSUES, DECISIONS AND RATIONALES", "Guideline: ", "Criteria\n"}) {
    EXPECT_NE(ended.out.find(part), std::string::npos) << part;
  }
  EXPECT_EQ(openimr({"review", folder(), "--format", "text"}).out, ended.out);
}

TEST_P(Example, JsonKeepsItsSchema) {
  const Ended ended = openimr({"review", folder(), "--format", "json"});
  ASSERT_EQ(ended.exit_code, 0) << ended.err;
  const json draft = json::parse(ended.out);
  EXPECT_EQ(testing::broken_schema(draft, testing::engine().schemas["review"]), "");
  EXPECT_EQ(draft["draft"], true);
  EXPECT_EQ(draft["packs"], testing::engine().packs_hash);
  for (const json& item : draft["items"]) {
    EXPECT_LE(item["citations"].size(), 3U);
    EXPECT_GE(item["citations"].size(), 1U) << item["text"];
    for (const auto& set : item["would_overturn"]) EXPECT_FALSE(set.empty());
  }
}

TEST_P(Example, JsonPlacesSayWhatStandsThere) {
  const Ended ended = openimr({"review", folder(), "--format", "json"});
  ASSERT_EQ(ended.exit_code, 0) << ended.err;
  expect_places_hold(json::parse(ended.out), folder(), 10);
}

TEST_P(Example, FactsKeepTheirSchemaAndTheirPlaces) {
  const Ended ended = openimr({"facts", folder(), "--format", "jsonl"});
  ASSERT_EQ(ended.exit_code, 0) << ended.err;
  const auto lines = ended.out_lines();
  EXPECT_GE(lines.size(), 5U);
  json all = json::array();
  for (const std::string& line : lines) {
    const json fact = json::parse(line);
    EXPECT_EQ(testing::broken_schema(fact, testing::engine().schemas["fact"]), "") << line;
    EXPECT_FALSE(fact["places"].empty()) << line;
    all.push_back(fact);
  }
  expect_places_hold(all, folder(), lines.size());
}

TEST_P(Example, RecordsPrintTheVeryBytes) {
  const Ended list = openimr({"records", folder(), "--format", "tsv"});
  EXPECT_EQ(list.exit_code, 0);
  EXPECT_EQ(list.err, "");
  std::set<std::string> documents = {"case.yaml"};
  for (const std::string& line : list.out_lines()) {
    if (line.starts_with("records/")) documents.insert(line.substr(0, line.find('\t')));
  }
  EXPECT_GE(documents.size(), 2U);
  for (const std::string& document : documents) {
    const Ended ended = openimr({"records", folder(), "--text", document});
    EXPECT_EQ(ended.exit_code, 0);
    EXPECT_EQ(ended.err, "");
    EXPECT_EQ(ended.out, testing::read_whole(std::filesystem::path(folder()) / document)) << document;
  }
}

TEST_P(Example, TheSameCaseTwiceGivesTheSameBytes) {
  for (const std::vector<std::string>& command :
       std::vector<std::vector<std::string>>{{"review", folder()},
                                             {"review", folder(), "--format", "json"},
                                             {"facts", folder()},
                                             {"facts", folder(), "--format", "jsonl"},
                                             {"records", folder()}}) {
    EXPECT_EQ(openimr(command).out, openimr(command).out) << command.front();
  }
  // Nor does it depend on where one stands, on the day, or on the language of the machine.
  const testing::TempFolder elsewhere;
  const Ended other =
      testing::run({.arguments = {"review", folder(), "--format", "json"},
                    .environment = {{"OPENIMR_TODAY", "2031-01-01"}, {"LC_ALL", "C"}, {"TZ", "Asia/Tokyo"}},
                    .folder = elsewhere.path()});
  EXPECT_EQ(other.out, openimr({"review", folder(), "--format", "json"}).out);
}

INSTANTIATE_TEST_SUITE_P(Cases, Example, ::testing::Values("000", "001", "002", "003", "004"),
                         [](const auto& parameter) { return parameter.param; });

std::string case_folder() {
  return (testing::source_dir() / "examples" / "cases" / "000").string();
}

TEST(Records, OfAnUnknownDocumentSaysHowToListThem) {
  const Ended ended = openimr({"records", case_folder(), "--text", "records/other.txt"});
  EXPECT_EQ(ended.exit_code, 4);
  EXPECT_EQ(ended.out, "");
  EXPECT_EQ(ended.err,
            case_folder() + ": no such document in the case: 'records/other.txt'. openimr records DIR lists them.\n");
}

// Bytes that a terminal or a line reader might change: they are printed as they are.
TEST(Records, PrintEveryByte) {
  const testing::TempFolder folder;
  const std::string text =
      "First line.\r\n\tTab\fSecond page \xC3\xA9\xE2\x80\x9Cquoted\xE2\x80\x9D\n\n no end of line";
  folder.write("case.yaml", "case_number: T\ndates: { review: 2015-10-30 }\ndisputed_items: [ { text: Soma } ]\n");
  folder.write("records/note.txt", text);
  const Ended ended = openimr({"records", folder.path().string(), "--text", "records/note.txt"});
  EXPECT_EQ(ended.exit_code, 0) << ended.err;
  EXPECT_EQ(ended.out, text);
}

TEST(Out, WritesWhatItWouldHavePrinted) {
  for (const char* format : {"text", "json"}) {
    const testing::TempFolder folder;
    const std::string file = folder.write("draft", "an older draft").string();
    const Ended ended = openimr({"review", case_folder(), "--format", format, "--out", file});
    EXPECT_EQ(ended.exit_code, 0);
    EXPECT_EQ(ended.out, "");
    EXPECT_EQ(ended.err, "");
    EXPECT_EQ(testing::read_whole(file), openimr({"review", case_folder(), "--format", format}).out);
    EXPECT_EQ(folder.names(), std::vector<std::string>{"draft"});
  }
}

TEST(Out, OfFactsToo) {
  const testing::TempFolder folder;
  const std::string file = (folder.path() / "facts.jsonl").string();
  const Ended ended = openimr({"facts", case_folder(), "--format", "jsonl", "--out", file});
  EXPECT_EQ(ended.exit_code, 0);
  EXPECT_EQ(ended.out, "");
  EXPECT_EQ(testing::read_whole(file), openimr({"facts", case_folder(), "--format", "jsonl"}).out);
}

void expect_not_written(const Ended& ended, const std::string& file) {
  EXPECT_EQ(ended.exit_code, 4);
  EXPECT_EQ(ended.out, "");
  EXPECT_EQ(ended.err, file + ": cannot be written. Check the folder and its rights.\n");
}

TEST(Out, IntoAFolderThatIsNotThereWritesNothing) {
  const testing::TempFolder folder;
  const std::string file = (folder.path() / "no" / "such" / "draft.txt").string();
  expect_not_written(openimr({"review", case_folder(), "--out", file}), file);
  EXPECT_TRUE(folder.names().empty());
}

TEST(Out, OntoAFolderLeavesNoPart) {
  const testing::TempFolder folder;
  folder.write("draft.txt/kept", "kept");
  const std::string file = (folder.path() / "draft.txt").string();
  expect_not_written(openimr({"review", case_folder(), "--out", file}), file);
  EXPECT_EQ(folder.names(), (std::vector<std::string>{"draft.txt", "draft.txt/kept"}));
}

TEST(Out, IntoAnUnwritableFolderKeepsWhatIsThere) {
  expect_not_written(openimr({"review", case_folder(), "--out", "/proc/draft.txt"}), "/proc/draft.txt");
  if (geteuid() == 0) return;  // for root no other folder is unwritable
  const testing::TempFolder folder;
  const std::string file = folder.write("draft.txt", "an older draft").string();
  std::filesystem::permissions(folder.path(), std::filesystem::perms::owner_read | std::filesystem::perms::owner_exec);
  const Ended ended = openimr({"review", case_folder(), "--out", file});
  std::filesystem::permissions(folder.path(), std::filesystem::perms::owner_all);
  expect_not_written(ended, file);
  EXPECT_EQ(testing::read_whole(file), "an older draft");
  EXPECT_EQ(folder.names(), std::vector<std::string>{"draft.txt"});
}

TEST(Out, OnAFullDiskKeepsWhatIsThere) {
  const testing::TempFolder folder;
  const std::string file = folder.write("draft.json", "an older draft").string();
  for (const long bytes : {0L, 100L, 5000L}) {
    const Ended ended =
        testing::run({.arguments = {"review", case_folder(), "--format", "json", "--out", file}, .file_bytes = bytes});
    expect_not_written(ended, file);
    EXPECT_EQ(testing::read_whole(file), "an older draft") << bytes;
    EXPECT_EQ(folder.names(), std::vector<std::string>{"draft.json"}) << bytes;
  }
}

// A body part more than one, a service date, a partial approval: the rarer shapes keep the schema as well.
TEST(ReviewJson, OfRarerItemsKeepsItsSchema) {
  const testing::TempFolder folder;
  folder.write("case.yaml", R"(case_number: T
dates: { review: 2015-10-30, injury: 2010-01-02 }
disputed_items:
  - text: "Physical therapy 2 times a week for 6 weeks, neck and low back"
  - text: "MRI of the left knee without contrast"
    service_date: 2015-06-01
  - text: "X #60 was the original request. X #25 was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, X #35 is"
  - text: "Flux capacitor therapy"
  - text: "Norco 10/325mg #120"
)");
  folder.write("records/note.txt", "08/01/2015 progress note: no muscle spasm. There is muscle spasm. Pain is 8/10.\n");
  const Ended ended = openimr({"review", folder.path().string(), "--format", "json"});
  ASSERT_EQ(ended.exit_code, 0) << ended.err;
  const json draft = json::parse(ended.out);
  EXPECT_EQ(testing::broken_schema(draft, testing::engine().schemas["review"]), "");
  expect_places_hold(draft, folder.path().string(), 5);
  EXPECT_EQ(draft["items"][1]["edition"], "2015-06-01");
  const json& unknown = draft["items"][3];
  EXPECT_EQ(unknown["decision"], nullptr);
  EXPECT_EQ(unknown["addressed"], false);
  EXPECT_GE(unknown["searched"].size(), 2U);
  EXPECT_TRUE(unknown["citations"].empty());
  EXPECT_TRUE(unknown["would_overturn"].empty());
}

}  // namespace
}  // namespace openimr
