// `openimr read`: what it takes, and what it prints in each format.
#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "support/places.h"
#include "support/read_command.h"
#include "support/tar.h"

namespace openimr {
namespace {

using nlohmann::json;
using testing::Ended;
using testing::example_letters;
using testing::letter_folder;
using testing::one_letter;
using testing::openimr;
using testing::parsed_lines;
using testing::shell;
using testing::summary_of;
using testing::TempFolder;
using testing::two_letters;

constexpr int kDone = 0;
constexpr int kSkipped = 3;

TEST(Read, PrintsALetterALine) {
  const Ended ended = openimr({"read", two_letters(), one_letter()});
  EXPECT_EQ(ended.exit_code, kDone);
  const auto letters = parsed_lines(ended);
  ASSERT_EQ(letters.size(), 3U);
  EXPECT_EQ(letters[0]["case_number"], "CM16-0000006");
  EXPECT_EQ(letters[0]["document"], two_letters());
  EXPECT_EQ(letters[1]["case_number"], "CM16-0000007");
  EXPECT_EQ(letters[1]["items"].size(), 2U);
  EXPECT_EQ(letters[2]["document"], one_letter());
  EXPECT_EQ(letters[2]["items"][0]["parsed"]["concept"], "carisoprodol");
  EXPECT_EQ(ended.err_lines().size(), 1U) << ended.err;
  EXPECT_EQ(summary_of(ended), "read 3 letters (4 items) from 2 files");
}

TEST(Read, HoldsTheSchemaAndEveryPlaceSaysWhatStandsThere) {
  const Ended ended = openimr({"read", letter_folder(), example_letters(), "--format", "jsonl"});
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
  const auto lines = parsed_lines(openimr({"read", letter_folder()}));
  const Ended ended = openimr({"read", letter_folder(), "--format", "json"});
  EXPECT_EQ(json::parse(ended.out).get<std::vector<json>>(), lines);
  EXPECT_EQ(json::parse(openimr({"read", one_letter(), "--format", "json"}).out).size(), 1U);
  EXPECT_EQ(json::parse(shell("\"$O\" read - --format json </dev/null").out), json::array());
}

TEST(Read, AsTsvIsARowAnItem) {
  const Ended ended = openimr({"read", letter_folder(), example_letters(), "--format", "tsv"});
  std::size_t items = 0;
  for (const json& letter : parsed_lines(openimr({"read", letter_folder(), example_letters()})))
    items += letter["items"].size();
  const auto lines = ended.out_lines();
  ASSERT_EQ(lines.size(), items + 1);
  EXPECT_EQ(lines[0],
            "case_number\titem_no\titem_text\tdecision\tclaims_admin_guideline\treviewer_guideline\trationale\t"
            "date_assigned\tdate_of_injury\tdecision_date\tur_denial_date\tapplication_received\tpriority\tlicensure\t"
            "certification\tage\tsex\toutcome\tlayout\tdocument");
  for (const std::string& line : lines) EXPECT_EQ(std::count(line.begin(), line.end(), '\t'), 19) << line;
  const auto two = openimr({"read", two_letters(), "--format", "tsv"}).out_lines();
  ASSERT_EQ(two.size(), 4U);
  EXPECT_TRUE(two[2].starts_with("CM16-0000007\t1\tX-ray of the left elbow, repeat\tUpheld\t")) << two[2];
  EXPECT_TRUE(two[3].starts_with("CM16-0000007\t2\tNaproxen 500mg #60\tUpheld\t")) << two[3];
  EXPECT_TRUE(two[3].ends_with("\tUpheld\tlisted-credentials\t" + two_letters())) << two[3];
}

TEST(Read, AsATableCutsTheItems) {
  const Ended ended = openimr({"read", letter_folder(), one_letter(), "--format", "table"});
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
  const Ended shown = testing::run({.arguments = {"read", letter_folder()}, .terminal = true});
  EXPECT_EQ(shown.exit_code, kDone);
  EXPECT_NE(shown.out.find("CASE NUMBER"), std::string::npos);
  EXPECT_NE(shown.out.find("\033[32mOverturned\033[0m"), std::string::npos);
  const Ended plain =
      testing::run({.arguments = {"read", letter_folder()}, .environment = {{"NO_COLOR", "1"}}, .terminal = true});
  EXPECT_NE(plain.out.find("CASE NUMBER"), std::string::npos);
  EXPECT_EQ(plain.out.find('\033'), std::string::npos);
  const Ended named = testing::run({.arguments = {"read", one_letter(), "--format", "jsonl"}, .terminal = true});
  EXPECT_TRUE(json::accept(named.out));
  // In a file it is data, whoever looks on.
  const TempFolder folder;
  const std::string file = (folder.path() / "letters.jsonl").string();
  const Ended written = testing::run({.arguments = {"read", one_letter(), "--out", file}, .terminal = true});
  EXPECT_EQ(written.out, "");
  EXPECT_TRUE(json::accept(testing::read_whole(file)));
}

// The progress is drawn and gone, and no message is garbled by it.
TEST(Read, ShowsProgressAtATerminalAndTakesItAway) {
  const Ended ended =
      shell("(echo " + one_letter() + "; sleep 4; echo nowhere) | \"$O\" read - --format jsonl 2>&1 >/dev/null", true);
  EXPECT_NE(ended.out.find("\r1 file   "), std::string::npos) << ended.out;
  EXPECT_NE(ended.out.find(" so far\033[K\r\033[Knowhere: no such file or folder. Check the path.\n"),
            std::string::npos)
      << ended.out;
  const Ended quiet =
      shell("(echo " + one_letter() + "; sleep 1) | \"$O\" read - --quiet --format jsonl 2>&1 >/dev/null", true);
  EXPECT_EQ(quiet.out, "");
  const Ended short_run = shell("\"$O\" read " + one_letter() + " 2>&1 >/dev/null", true);
  EXPECT_EQ(short_run.out.find('\r'), std::string::npos) << short_run.out;
}

TEST(Read, GivesTheSameWithAnyNumberOfJobs) {
  std::vector<std::string> words = {"read"};
  for (int i = 0; i < 30; ++i)
    words.insert(words.end(), {letter_folder(), "/nowhere/" + std::to_string(i), example_letters()});
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
  for (const auto& entry : std::filesystem::directory_iterator(letter_folder()))
    files.emplace_back("./letters/" + entry.path().filename().string(), testing::read_whole(entry.path()));
  std::sort(files.begin(), files.end());
  const auto tar = folder.write("letters.tar", testing::tar(files)).string();
  const Ended ended = openimr({"read", tar});
  EXPECT_EQ(ended.exit_code, kDone) << ended.err;
  EXPECT_EQ(summary_of(ended), "read 8 letters (12 items) from 7 files; 7 other files passed over");
  auto letters = parsed_lines(ended);
  const auto from_folder = parsed_lines(openimr({"read", letter_folder()}));
  ASSERT_EQ(letters.size(), from_folder.size());
  for (std::size_t i = 0; i < letters.size(); ++i) {
    const std::string name = letters[i]["document"];
    EXPECT_TRUE(name.starts_with(tar + ":./letters/")) << name;
    EXPECT_EQ(letters[i]["items"].size(), from_folder[i]["items"].size());
    EXPECT_EQ(letters[i]["case_number"], from_folder[i]["case_number"]);
  }
  const auto packed = (folder.path() / "letters.tar.gz").string();
  ASSERT_EQ(shell("tar -czf " + packed + " -C " + letter_folder() + " .").exit_code, 0);
  EXPECT_EQ(parsed_lines(openimr({"read", packed})).size(), 8U);
}

TEST(Read, TakesAListOfPaths) {
  const Ended ended = shell("printf '" + one_letter() + "\\n\\n  \\n" + two_letters() + "\\r\\n" + letter_folder() +
                            "\\nnowhere' | \"$O\" read - " + one_letter());
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

// A folder may be called like a command.
TEST(Read, TakesNamesOfCommandsForPaths) {
  const TempFolder folder;
  folder.write("records/a.txt", testing::read_whole(one_letter()));
  folder.write("facts", testing::read_whole(one_letter()));
  const Ended ended = testing::run({.arguments = {"read", "records", "facts"}, .folder = folder.path()});
  EXPECT_EQ(ended.exit_code, kDone) << ended.err;
  EXPECT_EQ(parsed_lines(ended).size(), 2U);
}

TEST(Read, NeedsNoMoreMemoryForMoreLetters) {
  const std::string text = testing::read_whole(one_letter());
  const TempFolder folder;
  const auto peak = [&](int letters) {
    std::vector<std::pair<std::string, std::string>> files;
    files.reserve(static_cast<std::size_t>(letters));
    for (int i = 0; i < letters; ++i) files.emplace_back(fmt::format("{}.txt", i), text);
    const auto tar = folder.write("letters.tar", testing::tar(files)).string();
    const Ended ended = shell("\"$O\" read " + tar + " >/dev/null");
    EXPECT_EQ(ended.exit_code, kDone);
    return ended.peak_kilobytes;
  };
  const long few = peak(300);
  const long many = peak(3000);
  EXPECT_TRUE(testing::kSanitized || many < few + (8L << 10U))
      << many << " KB for 3,000 letters, " << few << " for 300";
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
