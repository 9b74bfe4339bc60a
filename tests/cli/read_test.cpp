// `openimr read`: what it takes, what it prints in each format, what it says of letters that cannot be read, and how it
// ends.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <set>

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "support/engine.h"
#include "support/places.h"
#include "support/process.h"
#include "support/tar.h"

namespace openimr {
namespace {

using nlohmann::json;
using testing::Ended;
using testing::openimr;
using testing::TempFolder;

constexpr int kDone = 0;
constexpr int kWrongUse = 2;
constexpr int kSkipped = 3;
constexpr int kBadInput = 4;

const std::string kLetters = (testing::source_dir() / "tests" / "letter" / "letters").string();
const std::string kExamples = (testing::source_dir() / "examples" / "letters").string();
// Two letters in one file, with one and two items.
const std::string kTwo = kLetters + "/two-letters-in-one-file.txt";
const std::string kOne = kExamples + "/000.txt";

std::vector<json> parsed_lines(const Ended& ended) {
  std::vector<json> out;
  for (const std::string& line : ended.out_lines()) out.push_back(json::parse(line));
  return out;
}

// The last line, without its time.
std::string summary_of(const Ended& ended) {
  const auto lines = ended.err_lines();
  std::string out = lines.empty() ? "" : lines.back();
  const std::size_t in = out.rfind(" in ");
  if (in == std::string::npos) return out;
  return out.erase(in, out.find(" s", in) + 2 - in);
}

// Runs the words of a shell, in which $O is the command, with stdout and stderr of the test's.
Ended shell(const std::string& words, bool terminal = false) {
  return testing::run(
      {.arguments = {"-c", words}, .environment = {{"O", OPENIMR_BINARY}}, .terminal = terminal, .program = "/bin/sh"});
}

TEST(Read, PrintsALetterALine) {
  const Ended ended = openimr({"read", kTwo, kOne});
  EXPECT_EQ(ended.exit_code, kDone);
  const auto letters = parsed_lines(ended);
  ASSERT_EQ(letters.size(), 3U);
  EXPECT_EQ(letters[0]["case_number"], "CM16-0000006");
  EXPECT_EQ(letters[0]["document"], kTwo);
  EXPECT_EQ(letters[1]["case_number"], "CM16-0000007");
  EXPECT_EQ(letters[1]["items"].size(), 2U);
  EXPECT_EQ(letters[2]["document"], kOne);
  EXPECT_EQ(letters[2]["items"][0]["parsed"]["concept"], "carisoprodol");
  EXPECT_EQ(ended.err_lines().size(), 1U) << ended.err;
  EXPECT_EQ(summary_of(ended), "read 3 letters (4 items) from 2 files");
}

TEST(Read, HoldsTheSchemaAndEveryPlaceSaysWhatStandsThere) {
  const Ended ended = openimr({"read", kLetters, kExamples, "--format", "jsonl"});
  EXPECT_EQ(ended.exit_code, kDone);
  std::size_t places = 0;
  for (const json& letter : parsed_lines(ended)) {
    EXPECT_EQ(testing::broken_schema(letter, testing::engine().schemas["determination"]), "");
    const std::string text = testing::read_whole(letter["document"].get<std::string>());
    for (const json& place : testing::places_in(letter)) {
      EXPECT_EQ(place["document"], letter["document"]);
      if (!place.contains("text")) continue;
      const std::size_t begin = place["begin"];
      const std::size_t end = place["end"];
      EXPECT_EQ(text.substr(begin, end - begin), place["text"].get<std::string>());
      ++places;
    }
  }
  EXPECT_GT(places, 100U);
}

TEST(Read, AsJsonIsOneArrayOfTheSame) {
  const auto lines = parsed_lines(openimr({"read", kLetters}));
  const Ended ended = openimr({"read", kLetters, "--format", "json"});
  EXPECT_EQ(json::parse(ended.out).get<std::vector<json>>(), lines);
  EXPECT_EQ(json::parse(openimr({"read", kOne, "--format", "json"}).out).size(), 1U);
  EXPECT_EQ(json::parse(shell("\"$O\" read - --format json </dev/null").out), json::array());
}

TEST(Read, AsTsvIsARowAnItem) {
  const Ended ended = openimr({"read", kLetters, kExamples, "--format", "tsv"});
  std::size_t items = 0;
  for (const json& letter : parsed_lines(openimr({"read", kLetters, kExamples}))) items += letter["items"].size();
  const auto lines = ended.out_lines();
  ASSERT_EQ(lines.size(), items + 1);
  EXPECT_EQ(lines[0],
            "case_number\titem_no\titem_text\tdecision\tclaims_admin_guideline\treviewer_guideline\trationale\t"
            "date_assigned\tdate_of_injury\tdecision_date\tur_denial_date\tapplication_received\tpriority\tlicensure\t"
            "certification\tage\tsex\toutcome\tlayout\tdocument");
  for (const std::string& line : lines) EXPECT_EQ(std::count(line.begin(), line.end(), '\t'), 19) << line;
  const auto two = openimr({"read", kTwo, "--format", "tsv"}).out_lines();
  ASSERT_EQ(two.size(), 4U);
  EXPECT_TRUE(two[2].starts_with("CM16-0000007\t1\tX-ray of the left elbow, repeat\tUpheld\t")) << two[2];
  EXPECT_TRUE(two[3].starts_with("CM16-0000007\t2\tNaproxen 500mg #60\tUpheld\t")) << two[3];
  EXPECT_TRUE(two[3].ends_with("\tUpheld\tlisted-credentials\t" + kTwo)) << two[3];
}

TEST(Read, AsATableCutsTheItems) {
  const Ended ended = openimr({"read", kLetters, kOne, "--format", "table"});
  const auto lines = ended.out_lines();
  ASSERT_EQ(lines.size(), 14U);
  EXPECT_EQ(lines[0].substr(0, 53), "CASE NUMBER   DECIDED     OUTCOME               ITEM ");
  EXPECT_EQ(lines[1].substr(0, 79), "CM13-0000002  2014-02-03  Partially Overturned  Physical therapy, twelve visits");
  EXPECT_TRUE(lines[2].starts_with(std::string(48, ' ') + "Replacement of a")) << lines[2];
  EXPECT_NE(ended.out.find("…  Upheld\n"), std::string::npos);
  // A letter without a case number goes by its file.
  EXPECT_TRUE(lines.back().starts_with("(000.txt)     ")) << lines.back();
}

TEST(Read, AtATerminalIsATable) {
  const Ended shown = testing::run({.arguments = {"read", kLetters}, .terminal = true});
  EXPECT_EQ(shown.exit_code, kDone);
  EXPECT_NE(shown.out.find("CASE NUMBER"), std::string::npos);
  EXPECT_NE(shown.out.find("\033[32mOverturned\033[0m"), std::string::npos);
  const Ended plain =
      testing::run({.arguments = {"read", kLetters}, .environment = {{"NO_COLOR", "1"}}, .terminal = true});
  EXPECT_NE(plain.out.find("CASE NUMBER"), std::string::npos);
  EXPECT_EQ(plain.out.find('\033'), std::string::npos);
  const Ended named = testing::run({.arguments = {"read", kOne, "--format", "jsonl"}, .terminal = true});
  EXPECT_TRUE(json::accept(named.out));
  // In a file it is data, whoever looks on.
  const TempFolder folder;
  const std::string file = (folder.path() / "letters.jsonl").string();
  const Ended written = testing::run({.arguments = {"read", kOne, "--out", file}, .terminal = true});
  EXPECT_EQ(written.out, "");
  EXPECT_TRUE(json::accept(testing::read_whole(file)));
}

// The progress is drawn and gone, and no message is garbled by it.
TEST(Read, ShowsProgressAtATerminalAndTakesItAway) {
  const Ended ended =
      shell("(echo " + kOne + "; sleep 1; echo nowhere) | \"$O\" read - --format jsonl 2>&1 >/dev/null", true);
  EXPECT_NE(ended.out.find("\r1 file   "), std::string::npos) << ended.out;
  EXPECT_NE(ended.out.find(" so far\033[K\r\033[Knowhere: no such file or folder. Check the path.\n"),
            std::string::npos)
      << ended.out;
  const Ended quiet =
      shell("(echo " + kOne + "; sleep 1) | \"$O\" read - --quiet --format jsonl 2>&1 >/dev/null", true);
  EXPECT_EQ(quiet.out, "");
  const Ended short_run = shell("\"$O\" read " + kOne + " 2>&1 >/dev/null", true);
  EXPECT_EQ(short_run.out.find('\r'), std::string::npos) << short_run.out;
}

TEST(Read, GivesTheSameWithAnyNumberOfJobs) {
  std::vector<std::string> words = {"read"};
  for (int i = 0; i < 30; ++i) words.insert(words.end(), {kLetters, "/nowhere/" + std::to_string(i), kExamples});
  words.insert(words.end(), {"--jobs", "1"});
  const Ended one = openimr(words);
  EXPECT_EQ(one.exit_code, kSkipped);
  for (const char* jobs : {"2", "3", "16"}) {
    words.back() = jobs;
    const Ended many = openimr(words);
    EXPECT_TRUE(many.out == one.out) << jobs;
    EXPECT_EQ(summary_of(many), summary_of(one));
  }
}

TEST(Read, TakesArchivesAsTheyArePacked) {
  const TempFolder folder;
  std::vector<std::pair<std::string, std::string>> files;
  for (const auto& entry : std::filesystem::directory_iterator(kLetters))
    files.emplace_back("./letters/" + entry.path().filename().string(), testing::read_whole(entry.path()));
  std::sort(files.begin(), files.end());
  const auto tar = folder.write("letters.tar", testing::tar(files)).string();
  const Ended ended = openimr({"read", tar});
  EXPECT_EQ(ended.exit_code, kDone) << ended.err;
  EXPECT_EQ(summary_of(ended), "read 8 letters (12 items) from 7 files; 7 other files passed over");
  auto letters = parsed_lines(ended);
  const auto from_folder = parsed_lines(openimr({"read", kLetters}));
  ASSERT_EQ(letters.size(), from_folder.size());
  for (std::size_t i = 0; i < letters.size(); ++i) {
    const std::string name = letters[i]["document"];
    EXPECT_TRUE(name.starts_with(tar + ":./letters/")) << name;
    EXPECT_EQ(letters[i]["items"].size(), from_folder[i]["items"].size());
    EXPECT_EQ(letters[i]["case_number"], from_folder[i]["case_number"]);
  }
  const auto packed = (folder.path() / "letters.tar.gz").string();
  ASSERT_EQ(shell("tar -czf " + packed + " -C " + kLetters + " .").exit_code, 0);
  EXPECT_EQ(parsed_lines(openimr({"read", packed})).size(), 8U);
}

TEST(Read, TakesAListOfPaths) {
  const Ended ended =
      shell("printf '" + kOne + "\\n\\n  \\n" + kTwo + "\\r\\n" + kLetters + "\\nnowhere' | \"$O\" read - " + kOne);
  EXPECT_EQ(ended.exit_code, kSkipped);
  EXPECT_EQ(parsed_lines(ended).size(), 1U + 2U + 8U + 1U);
  EXPECT_EQ(ended.err_lines()[0], "nowhere: no such file or folder. Check the path.");
  EXPECT_EQ(shell("\"$O\" read - </dev/null").exit_code, kDone);
}

// What `openimr write` writes comes back, as HTML and PDF out of the child that takes them apart.
TEST(Read, TakesPagesAndPdf) {
  const auto invented = (testing::source_dir() / "examples" / "determinations" / "invented.json").string();
  const TempFolder folder;
  std::vector<json> read;
  for (const char* kind : {"txt", "html", "pdf"}) {
    const auto file = (folder.path() / (std::string("letter.") + kind)).string();
    ASSERT_EQ(openimr({"write", invented, "--out", file}).exit_code, kDone);
    const Ended ended = openimr({"read", file});
    EXPECT_EQ(ended.exit_code, kDone) << kind << ": " << ended.err;
    const auto letters = parsed_lines(ended);
    ASSERT_EQ(letters.size(), 1U) << kind;
    EXPECT_EQ(letters[0]["case_number"], "CM15-0000000");
    EXPECT_EQ(letters[0]["places"]["case_number"].contains("box"), std::string(kind) == "pdf");
    read.push_back(letters[0]["items"][0]["rationale"]);
  }
  EXPECT_EQ(read[0], read[1]);
  EXPECT_EQ(read[0], read[2]);
}

TEST(Read, SkipsWhatCannotBeReadAndSaysSoInOrder) {
  const TempFolder folder;
  const auto path = [&](const char* name) { return (folder.path() / name).string(); };
  const auto whole = testing::read_whole(kTwo);
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
  EXPECT_EQ(summary_of(ended),
            "read 3 letters (4 items) from 2 files; 6 files skipped; 1 letter in files with others skipped");
  EXPECT_LT(ended.peak_kilobytes, 64 << 10) << "the large file was read";
}

TEST(Read, GroupsTheReasonsWhereThereAreMany) {
  const TempFolder folder;
  for (int i = 0; i < 7; ++i) folder.write(fmt::format("{}.txt", i), "");
  for (int i = 7; i < 11; ++i) folder.write(fmt::format("{}.txt", i), "caf" + std::string(1, static_cast<char>(0xE9)));
  const Ended ended = openimr({"read", folder.path().string(), kOne});
  EXPECT_EQ(ended.exit_code, kSkipped);
  const auto lines = ended.err_lines();
  ASSERT_EQ(lines.size(), 14U) << ended.err;
  EXPECT_TRUE(lines[11].ends_with("; 11 files skipped")) << lines[11];
  EXPECT_EQ(lines[12], "       7  empty");
  EXPECT_EQ(lines[13], "       4  not UTF-8 text");
}

TEST(Read, WithNothingReadIsAFailure) {
  const Ended missing = openimr({"read", "/nowhere", "--format", "json"});
  EXPECT_EQ(missing.exit_code, kBadInput);
  EXPECT_EQ(missing.out, "");
  EXPECT_EQ(missing.err_lines()[0], "/nowhere: no such file or folder. Check the path.");
  const TempFolder empty;
  const Ended none = openimr({"read", empty.path().string()});
  EXPECT_EQ(none.exit_code, kBadInput);
  EXPECT_NE(none.err.find(": holds no letters. "), std::string::npos) << none.err;
}

TEST(Read, StrictStopsAtTheFirstThatCannotBeRead) {
  const std::vector<std::string> words = {"read",       kTwo,       "/nowhere/1", kOne,
                                          "/nowhere/2", "--format", "json",       "--strict"};
  const Ended ended = openimr(words);
  EXPECT_EQ(ended.exit_code, kBadInput);
  EXPECT_EQ(json::parse(ended.out).size(), 2U);
  EXPECT_EQ(ended.err_lines()[0], "/nowhere/1: no such file or folder. Check the path.");
  EXPECT_EQ(ended.err_lines().back(), "stopped at the first that cannot be read (--strict)");
  EXPECT_EQ(ended.err.find("/nowhere/2"), std::string::npos);
  EXPECT_EQ(openimr({"read", kTwo, "--strict"}).exit_code, kDone);
  // It does not wait for paths that it no longer wants: the pipe stays open, and it ends.
  const TempFolder folder;
  const auto ended_by = (folder.path() / "ended").string();
  const Ended waiting =
      shell("(echo /nowhere; for i in $(seq 100); do test -e " + ended_by +
            " && exit; sleep 0.1; done; echo waited in vain >&2) | { \"$O\" read - --strict; : >" + ended_by + "; }");
  EXPECT_EQ(waiting.err.find("waited in vain"), std::string::npos);
}

TEST(Read, WritesAFileWholeOrNotAtAll) {
  const TempFolder folder;
  const auto file = folder.write("out.jsonl", "older").string();
  EXPECT_EQ(openimr({"read", kTwo, "/nowhere", "--strict", "--out", file}).exit_code, kBadInput);
  EXPECT_EQ(testing::read_whole(file), "older");
  EXPECT_EQ(openimr({"read", "/nowhere", "--out", file}).exit_code, kBadInput);
  EXPECT_EQ(testing::read_whole(file), "older");
  const Ended full = testing::run({.arguments = {"read", kTwo, "--out", file}, .file_bytes = 100});
  EXPECT_EQ(full.exit_code, kBadInput);
  EXPECT_NE(full.err.find(file + ": cannot be written: File too large. "), std::string::npos) << full.err;
  EXPECT_EQ(testing::read_whole(file), "older");
  EXPECT_EQ(openimr({"read", kTwo, "/nowhere", "--out", file}).exit_code, kSkipped);
  EXPECT_EQ(testing::read_whole(file), openimr({"read", kTwo}).out);
  EXPECT_EQ(folder.names(), std::vector<std::string>{"out.jsonl"}) << "something was half written";
  const Ended nowhere = openimr({"read", kTwo, "--out", "/nowhere/out.jsonl"});
  EXPECT_EQ(nowhere.exit_code, kBadInput);
  EXPECT_TRUE(nowhere.err.starts_with("/nowhere/out.jsonl: cannot be written: No such file or directory. "))
      << nowhere.err;
  EXPECT_EQ(openimr({"read", kTwo, "--out", folder.path().string()}).exit_code, kBadInput);
}

TEST(Read, EndsQuietlyWhenNobodyReadsOn) {
  std::string many;
  for (int i = 0; i < 60; ++i) many += " " + kLetters;
  const Ended ended = shell("{ \"$O\" read" + many + "; echo $? >&2; } | head -n 1");
  EXPECT_EQ(ended.out_lines().size(), 1U);
  EXPECT_EQ(ended.err, "0\n");
}

TEST(Read, OntoAFullDiskIsAFailure) {
  ASSERT_TRUE(std::filesystem::exists("/dev/full"));
  const Ended ended = shell("\"$O\" read " + kTwo + " >/dev/full");
  EXPECT_EQ(ended.exit_code, kBadInput);
  EXPECT_TRUE(ended.err.starts_with("standard output: cannot be written: No space left on device. ")) << ended.err;
}

TEST(Read, WrongUseIsRefused) {
  for (const std::vector<std::string>& words : std::vector<std::vector<std::string>>{
           {"read"}, {"read", kOne, "--format", "xml"}, {"read", kOne, "--jobs", "0"}, {"read", kOne, "--frob"}}) {
    const Ended ended = openimr(words);
    EXPECT_EQ(ended.exit_code, kWrongUse);
    EXPECT_EQ(ended.out, "");
    EXPECT_NE(ended.err.find("openimr --help"), std::string::npos) << ended.err;
  }
}

// A folder may be called like a command.
TEST(Read, TakesNamesOfCommandsForPaths) {
  const TempFolder folder;
  folder.write("records/a.txt", testing::read_whole(kOne));
  folder.write("facts", testing::read_whole(kOne));
  const Ended ended = testing::run({.arguments = {"read", "records", "facts"}, .folder = folder.path()});
  EXPECT_EQ(ended.exit_code, kDone) << ended.err;
  EXPECT_EQ(parsed_lines(ended).size(), 2U);
}

TEST(Read, NotesWhatReadsOddly) {
  const TempFolder folder;
  auto text = testing::read_whole(kOne);
  text.erase(text.find_last_of('.'));
  const auto file = folder.write("odd.txt", text).string();
  const Ended ended = openimr({"read", file});
  EXPECT_EQ(ended.exit_code, kDone);
  EXPECT_TRUE(ended.err_lines()[0].starts_with(file + ": note: the rationale of ")) << ended.err;
  EXPECT_EQ(summary_of(ended), "read 1 letter (1 item) from 1 file");
  EXPECT_EQ(openimr({"read", file, "--quiet"}).err, "");
}

TEST(Read, LetsNoNameMoveTheCursor) {
  const TempFolder folder;
  const auto tar =
      folder.write("x.tar", testing::tar({{"a\033[2Jb\n.txt", ""}, {"c\033[2J.txt", testing::read_whole(kOne)}}))
          .string();
  for (const char* format : {"table", "tsv", "jsonl"}) {
    const Ended ended = openimr({"read", tar, "--format", format});
    EXPECT_EQ(ended.exit_code, kSkipped);
    EXPECT_EQ((ended.err + ended.out).find('\033'), std::string::npos) << format;
    EXPECT_EQ(ended.err_lines().size(), 2U) << ended.err;
  }
}

TEST(Read, TakesNamesThatAreNoUtf8) {
  const TempFolder folder;
  const auto file = folder.write("caf\xE9.txt", testing::read_whole(kOne)).string();
  const Ended ended = openimr({"read", file});
  EXPECT_EQ(ended.exit_code, kDone);
  EXPECT_EQ(parsed_lines(ended).size(), 1U);
}

TEST(Read, NeedsNoMoreMemoryForMoreLetters) {
  const std::string text = testing::read_whole(kOne);
  const TempFolder folder;
  const auto peak = [&](int letters) {
    std::vector<std::pair<std::string, std::string>> files;
    for (int i = 0; i < letters; ++i) files.emplace_back(fmt::format("{}.txt", i), text);
    const auto tar = folder.write("letters.tar", testing::tar(files)).string();
    const Ended ended = shell("\"$O\" read " + tar + " >/dev/null");
    EXPECT_EQ(ended.exit_code, kDone);
    return ended.peak_kilobytes;
  };
  const long few = peak(300);
  EXPECT_LT(peak(3000), few + (8L << 10U));
}

// Fields alone: where they stand is another matter in another document.
void erase_places(json& value) {
  if (value.is_object()) {
    for (const char* key : {"places", "place", "document"}) value.erase(key);
  }
  if (!value.is_structured()) return;
  for (auto& part : value) erase_places(part);
}

std::filesystem::path shared_letters() {
  const char* named = std::getenv("OPENIMR_SHARED");
  return (named != nullptr ? std::filesystem::path(named) : testing::source_dir() / ".." / "shared") / "letters";
}

TEST(SharedRead, TextAndPdfGiveTheSameFields) {
  const auto read = [](const char* kind) {
    const Ended ended = openimr({"read", (shared_letters() / kind).string()});
    EXPECT_EQ(ended.exit_code, kDone) << ended.err;
    EXPECT_EQ(summary_of(ended), "read 94 letters (213 items) from 94 files");
    auto letters = parsed_lines(ended);
    for (json& letter : letters) erase_places(letter);
    return letters;
  };
  const auto text = read("text");
  const auto pdf = read("pdf");
  ASSERT_EQ(text.size(), 94U);
  ASSERT_EQ(pdf.size(), 94U);
  for (std::size_t i = 0; i < text.size(); ++i) {
    EXPECT_EQ(text[i], pdf[i]) << text[i]["case_number"] << ": " << json::diff(text[i], pdf[i]).dump(2);
  }
}

TEST(SharedRead, PlacesInPdfHaveBoxes) {
  for (const json& letter : parsed_lines(openimr({"read", (shared_letters() / "pdf").string()}))) {
    for (const json& place : testing::places_in(letter)) EXPECT_TRUE(place.contains("box")) << place;
  }
}

}  // namespace
}  // namespace openimr
