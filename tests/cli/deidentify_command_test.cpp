// openimr deidentify, as it is typed.
#include <fstream>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "support/marked_pages.h"
#include "support/process.h"

namespace openimr::testing {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

class DeidentifyCommand : public ::testing::Test {
 protected:
  std::string file(const std::string& name, const std::string& text) { return folder.write(name, text).string(); }
  TempFolder folder;
  std::string letter =
      file("letter.txt", "Patient: Grace Invented\nTinel's sign is positive. Seen by Dr. Testman on 08/19/2015.\n");
};

TEST_F(DeidentifyCommand, PrintsTheTextAndWhatWasRemoved) {
  const Ended ended = openimr({"deidentify", letter, "--log", "-"});
  EXPECT_EQ(ended.exit_code, 0) << ended.err;
  EXPECT_TRUE(ended.out.starts_with("Patient: [name]\nTinel's sign is positive. Seen by Dr. [name] on 08/19/2015.\n"))
      << ended.out;
  EXPECT_NE(ended.out.find("2 removed"), std::string::npos) << ended.out;
  EXPECT_NE(ended.out.find("Grace Invented"), std::string::npos) << "the list is for who reviews it: " << ended.out;
  EXPECT_NE(ended.out.find("name-title: a name behind a title"), std::string::npos) << ended.out;
}

TEST_F(DeidentifyCommand, WritesTheListAsData) {
  const fs::path log = folder.path() / "log.json";
  const Ended ended = openimr({"deidentify", letter, "--log", log.string()});
  EXPECT_EQ(ended.out.find("Invented"), std::string::npos) << ended.out;
  const json list = json::parse(std::ifstream(log));
  const json& first = list.at(0).at("removals").at(0);
  EXPECT_EQ(first.at("offset"), 9);
  EXPECT_EQ(first.at("length"), 14);
  EXPECT_EQ(first.at("original"), "Grace Invented");
  EXPECT_EQ(first.at("replacement"), "[name]");
  EXPECT_EQ(first.at("rule"), "label");
  const json all = json::parse(openimr({"deidentify", letter, "--format", "json"}).out);
  EXPECT_EQ(all.at(0).at("removals"), list.at(0).at("removals"));
}

TEST_F(DeidentifyCommand, LooksForThePartiesOfTheCase) {
  const std::string text = file("text.txt", "zorbax said so, and Zorbaxx too. Claim 2015-00123.\n");
  EXPECT_EQ(openimr({"deidentify", text, "--party", "patient=Ann Zorbax", "--party", "number=2015-00123"}).out,
            "[name] said so, and [name] too. Claim [number].\n");
  file("case/case.yaml", "claim: 2015-00123\nparties:\n  - {role: employee, name: Ann Zorbax}\n");
  EXPECT_EQ(openimr({"deidentify", text, "--case", (folder.path() / "case").string()}).out,
            "[name] said so, and [name] too. Claim [number].\n");
}

TEST_F(DeidentifyCommand, ChecksAFinishedPdf) {
  const std::string clean = file("clean.pdf", pdf_drawn({[](Pen&) {}}));
  EXPECT_EQ(openimr({"deidentify", "--check", clean}).out, clean + ": nothing was found\n");
  const std::string marked = file("marked.pdf", pdf_drawn({[](Pen& pen) {
                                    pen.words("Ann Zorbax", 100, 300);
                                    pen.box(95, 285, 120, 20);
                                  }}));
  const fs::path log = folder.path() / "log.json";
  const Ended ended =
      openimr({"deidentify", "--check", marked, clean, "--party", "patient=Ann Zorbax", "--log", log.string()});
  EXPECT_EQ(ended.exit_code, 1) << ended.err;
  EXPECT_TRUE(ended.out.starts_with(
      marked + ": 2 left\n  page 1, text: name (name-signature: a name alone on its line), at 100,"))
      << ended.out;
  EXPECT_NE(ended.out.find("  page 1, hidden: text (under-a-mark: "), std::string::npos) << ended.out;
  EXPECT_TRUE(ended.out.ends_with(clean + ": nothing was found\n")) << ended.out;
  EXPECT_EQ((ended.out + ended.err).find("Zorbax"), std::string::npos) << "the words stand in the log alone";
  const json left = json::parse(std::ifstream(log)).at(0).at("left");
  EXPECT_EQ(left.at(1).at("original"), "Ann Zorbax");
  EXPECT_EQ(left.at(1).at("rule"), "under-a-mark");
  EXPECT_EQ(left.at(1).at("box").size(), 4U);
  const Ended text = openimr({"deidentify", "--check", letter});
  EXPECT_EQ(text.exit_code, 4);
  EXPECT_EQ(text.err, letter + ": this is no PDF. Only finished PDFs are checked.\n");
}

TEST_F(DeidentifyCommand, SaysWhatIsWrong) {
  const Ended kind = openimr({"deidentify", letter, "--party", "friend=Ann"});
  EXPECT_EQ(kind.exit_code, 2);
  EXPECT_TRUE(kind.err.starts_with("--party: not KIND=NAME: 'friend=Ann'. KIND is one of name, patient,")) << kind.err;
  const Ended empty = openimr({"deidentify", letter, "--party", "patient="});
  EXPECT_TRUE(empty.err.starts_with("--party: nothing behind the =: 'patient='. Write the name.")) << empty.err;
  const Ended missing = openimr({"deidentify", letter, "/nowhere/letter.txt"});
  EXPECT_EQ(missing.exit_code, 3) << "the other one was read";
  EXPECT_NE(missing.err.find("/nowhere/letter.txt: no such file"), std::string::npos) << missing.err;
  EXPECT_NE(missing.out.find("[name]"), std::string::npos);
  EXPECT_EQ(openimr({"deidentify", "/nowhere/letter.txt"}).exit_code, 4);
}

}  // namespace
}  // namespace openimr::testing
