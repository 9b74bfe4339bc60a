// `openimr write`: the letter in each form, where it goes, and what is refused.
#include <filesystem>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "support/engine.h"
#include "support/places.h"
#include "support/process.h"

namespace openimr {
namespace {

using nlohmann::json;
using testing::Ended;
using testing::openimr;
using testing::TempFolder;

constexpr int kDone = 0;
constexpr int kWrongUse = 2;
constexpr int kBadInput = 4;

std::string example() {
  return (testing::source_dir() / "examples" / "determinations" / "invented.json").string();
}

json invented() {
  return json::parse(testing::read_whole(example()));
}

// A line each.
std::string lines_of(const std::vector<json>& determinations) {
  std::string out;
  for (const json& determination : determinations) out += determination.dump() + "\n";
  return out;
}

json numbered(const char* number) {
  json out = invented();
  out["case_number"] = number;
  return out;
}

void expect_refused(const Ended& ended, int code, const std::string& message) {
  EXPECT_EQ(ended.exit_code, code);
  EXPECT_EQ(ended.out, "");
  EXPECT_EQ(ended.err, message + "\n");
}

std::string golden(const char* name) {
  return testing::read_whole(testing::source_dir() / "tests" / "golden" / "letters" / name);
}

TEST(Write, PrintsTheLetter) {
  for (const auto& [format, file] : {std::pair{"text", "invented.txt"}, {"html", "invented.html"}}) {
    const Ended ended = openimr({"write", example(), "--format", format});
    EXPECT_EQ(ended.exit_code, kDone);
    EXPECT_EQ(ended.err, "");
    EXPECT_EQ(ended.out, golden(file)) << format;
  }
  EXPECT_EQ(openimr({"write", example()}).out, golden("invented.txt"));
}

TEST(Write, PrintsPdfIntoAPipe) {
  const Ended ended = openimr({"write", example(), "--format", "pdf"});
  EXPECT_EQ(ended.exit_code, kDone) << ended.err;
  EXPECT_TRUE(ended.out.starts_with("%PDF-1.4"));
  EXPECT_TRUE(ended.out == openimr({"write", example(), "--format", "pdf"}).out);
}

TEST(Write, PrintsJsonThatItTakesAgain) {
  const Ended once = openimr({"write", example(), "--format", "json"});
  ASSERT_EQ(once.exit_code, kDone) << once.err;
  EXPECT_EQ(testing::broken_schema(json::parse(once.out), testing::engine().schemas["determination"]), "");
  const TempFolder folder;
  const std::string file = folder.write("again.json", once.out).string();
  EXPECT_EQ(openimr({"write", file, "--format", "json"}).out, once.out);
  EXPECT_EQ(openimr({"write", file}).out, golden("invented.txt"));
}

TEST(Write, TakesStandardInput) {
  const std::string command = "'" OPENIMR_BINARY "' write - < '" + example() + "'";
  EXPECT_EQ(testing::run({.arguments = {"-c", command}, .program = "/bin/sh"}).out, golden("invented.txt"));
  expect_refused(
      openimr({"write", "-"}), kBadInput,
      "standard input:1: not JSON. Give a determination, or one on each line, as openimr read --format jsonl "
      "prints them.");
}

TEST(Write, NamesTheOrganisation) {
  const Ended ended = openimr({"write", example(), "--organisation", "Example Review, Inc."});
  EXPECT_TRUE(ended.out.starts_with("Example Review, Inc.\n"));
}

TEST(Write, ShowsWhatReadsOddly) {
  json determination = invented();
  determination["warnings"] = {"the letter may be cut off"};
  const TempFolder folder;
  const Ended ended = openimr({"write", folder.write("d.json", determination.dump()).string()});
  EXPECT_EQ(ended.exit_code, kDone);
  EXPECT_EQ(ended.err, "warning: CM15-0000000: the letter may be cut off\n");
}

TEST(WriteOut, TakesItsFormatFromTheName) {
  const TempFolder folder;
  for (const auto& [name, begins] : {std::pair{"a.pdf", "%PDF-1.4"},
                                     {"a.html", "<!DOCTYPE html>"},
                                     {"a.json", "{\n  \"case_number\""},
                                     {"a.txt", "Independent Medical Review Organization\n"},
                                     {"a", "Independent Medical Review Organization\n"}}) {
    const std::string file = (folder.path() / name).string();
    const Ended ended = openimr({"write", example(), "--out", file});
    EXPECT_EQ(ended.exit_code, kDone) << ended.err;
    EXPECT_EQ(ended.out, "");
    EXPECT_TRUE(testing::read_whole(file).starts_with(begins)) << name;
  }
  const std::string file = (folder.path() / "b.pdf").string();
  EXPECT_EQ(openimr({"write", example(), "--format", "text", "--out", file}).exit_code, kDone);
  EXPECT_EQ(testing::read_whole(file), golden("invented.txt"));
}

TEST(WriteOut, IntoAFolderHasAFileForEachCase) {
  const TempFolder folder;
  const std::string file =
      folder.write("two.jsonl", lines_of({numbered("CM15-0000001"), numbered("CM15-0000002")}) + "\n").string();
  std::filesystem::create_directory(folder.path() / "letters");
  for (const auto& [format, ending] : {std::pair{"text", "txt"}, {"pdf", "pdf"}}) {
    const Ended ended = openimr({"write", file, "--format", format, "--out", (folder.path() / "letters").string()});
    EXPECT_EQ(ended.exit_code, kDone) << ended.err;
    EXPECT_EQ(ended.out, "");
    for (const std::string number : {"CM15-0000001", "CM15-0000002"}) {
      const std::string letter = testing::read_whole(folder.path() / "letters" / (number + "." + ending));
      EXPECT_NE(letter.find(number), std::string::npos) << letter.substr(0, 200);
    }
  }
  EXPECT_EQ(folder.names().size(), 6U);
}

TEST(WriteOut, OfOneIntoAFolderIsNamedByItsCase) {
  const TempFolder folder;
  EXPECT_EQ(openimr({"write", example(), "--format", "html", "--out", folder.path().string()}).exit_code, kDone);
  EXPECT_EQ(folder.names(), std::vector<std::string>{"CM15-0000000.html"});
}

TEST(WriteOut, OfSeveralNeedsAFolder) {
  const TempFolder folder;
  const std::string file = folder.write("two.jsonl", lines_of({numbered("A"), numbered("B")})).string();
  const std::string message =
      "2 determinations, and no folder for their letters. Name a folder that is there with --out.";
  expect_refused(openimr({"write", file}), kWrongUse, message);
  expect_refused(openimr({"write", file, "--out", (folder.path() / "missing").string()}), kWrongUse, message);
  EXPECT_EQ(folder.names(), std::vector<std::string>{"two.jsonl"});
}

TEST(WriteOut, WritesAllOrNothing) {
  const TempFolder folder;
  const std::string letters = (folder.path() / "letters").string();
  std::filesystem::create_directory(letters);
  std::filesystem::create_directory(std::filesystem::path(letters) / "B.txt");
  const std::string file = folder.write("two.jsonl", lines_of({numbered("A"), numbered("B")})).string();
  expect_refused(openimr({"write", file, "--out", letters}), kBadInput,
                 letters + "/B.txt: cannot be written. Check the folder and its rights.");
  EXPECT_EQ(folder.names(), (std::vector<std::string>{"letters", "letters/B.txt", "two.jsonl"}));
}

TEST(WriteOut, OnAFullDiskKeepsWhatIsThere) {
  const TempFolder folder;
  const std::string file = folder.write("letter.pdf", "an older letter").string();
  const Ended ended = testing::run({.arguments = {"write", example(), "--out", file}, .file_bytes = 5000});
  expect_refused(ended, kBadInput, file + ": cannot be written. Check the folder and its rights.");
  EXPECT_EQ(testing::read_whole(file), "an older letter");
  EXPECT_EQ(folder.names(), std::vector<std::string>{"letter.pdf"});
}

TEST(WriteRefuses, APdfOnATerminal) {
  const std::string message = "a PDF is nothing to read on a terminal. Name a file with --out letter.pdf.";
  expect_refused(testing::run({.arguments = {"write", example(), "--format", "pdf"}, .terminal = true}), kWrongUse,
                 message);
  const TempFolder folder;
  const std::string file = (folder.path() / "letter.pdf").string();
  EXPECT_EQ(testing::run({.arguments = {"write", example(), "--out", file}, .terminal = true}).exit_code, kDone);
}

TEST(WriteRefuses, NamesThatNoFileMayHave) {
  const TempFolder folder;
  for (const auto& [number, message] :
       std::map<std::string, std::string>{{"../up", "case_number: cannot be the name of a file: '../up'"},
                                          {".hidden", "case_number: cannot be the name of a file: '.hidden'"},
                                          {"a b", "case_number: cannot be the name of a file: 'a b'"},
                                          {"", "case_number: missing, and files are named by it"}}) {
    const std::string file = folder.write("d.json", numbered(number.c_str()).dump()).string();
    expect_refused(openimr({"write", file, "--out", folder.path().string()}), kBadInput,
                   file + ": " + message + ". Write this determination alone, to a file that you name with --out.");
  }
  const std::string file = folder.write("d.json", lines_of({numbered("A"), numbered("A")})).string();
  expect_refused(openimr({"write", file, "--out", folder.path().string()}), kBadInput,
                 file +
                     ": two determinations with one case number: 'A'. Each letter has a file of its own, named by its "
                     "case number.");
  EXPECT_EQ(folder.names(), std::vector<std::string>{"d.json"});
}

TEST(WriteRefuses, WhatIsNoDetermination) {
  const TempFolder folder;
  const std::string not_json =
      "not JSON. Give a determination, or one on each line, as openimr read --format jsonl prints them.";
  struct Row {
    std::string text;
    std::string message;  // after the file's name
  };
  const std::string good = invented().dump();
  for (const Row& row :
       std::vector<Row>{{"", ":1: " + not_json},
                        {"Soma: Upheld\n", ":1: " + not_json},
                        {"{\n  \"case_number\": \"A\",\n  \"items\": [,]\n}\n", ":3: " + not_json},
                        {good + "\n\n" + good + "x\n", ":3: " + not_json},
                        {good + "\n" + R"({"age": "52"})" + "\n",
                         ":2: age: not a whole number from 0 to 130: '52'. Write it without quotes."},
                        {R"({"age": "52"})", ": age: not a whole number from 0 to 130: '52'. Write it without quotes."},
                        {"\xFF", ":1: " + not_json},
                        {std::string(100'000, '[') + std::string(100'000, ']'),
                         ": nested deeper than 32 levels. No determination is."},
                        {"[]", ": not an object: '[...]'. It must be {...}, with the keys of docs/formats.md."}}) {
    const std::string file = folder.write("d.json", row.text).string();
    expect_refused(openimr({"write", file}), kBadInput, file + row.message);
  }
}

TEST(WriteRefuses, ADraft) {
  const TempFolder folder;
  const std::string draft = (folder.path() / "draft.json").string();
  const std::string example_case = (testing::source_dir() / "examples" / "cases" / "000").string();
  ASSERT_EQ(openimr({"review", example_case, "--format", "json", "--out", draft}).exit_code, kDone);
  expect_refused(openimr({"write", draft}), kBadInput,
                 draft +
                     ": draft: a draft is not signed. openimr write takes a signed determination, not the JSON of "
                     "openimr review.");
}

TEST(WriteRefuses, AFileThatIsNotThere) {
  const Ended ended = openimr({"write", "/nowhere/d.json"});
  EXPECT_EQ(ended.exit_code, kBadInput);
  EXPECT_TRUE(ended.err.starts_with("/nowhere/d.json: ")) << ended.err;
}

TEST(WriteRefuses, WrongUse) {
  for (const auto& arguments :
       std::vector<std::vector<std::string>>{{"write"}, {"write", example(), "--format", "docx"}}) {
    const Ended ended = openimr(arguments);
    EXPECT_EQ(ended.exit_code, kWrongUse);
    EXPECT_NE(ended.err.find("openimr --help"), std::string::npos) << ended.err;
  }
}

TEST(WriteRefuses, APdfWithoutItsFonts) {
  const TempFolder folder;
  const std::string none = folder.write("fonts.conf", "<?xml version=\"1.0\"?><fontconfig></fontconfig>\n").string();
  const Ended ended =
      testing::run({.arguments = {"write", example(), "--format", "pdf"}, .environment = {{"FONTCONFIG_FILE", none}}});
  EXPECT_EQ(ended.exit_code, kBadInput);
  EXPECT_EQ(ended.out, "");
  EXPECT_NE(ended.err.find("the font of the letter is not installed: 'Liberation Serif'. Install the package "
                           "fonts-liberation, or write the letter as text or HTML.\n"),
            std::string::npos)
      << ended.err;
}

}  // namespace
}  // namespace openimr
