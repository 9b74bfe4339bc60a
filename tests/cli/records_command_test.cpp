// openimr records: the inventory; openimr case new: a case from its two forms.
#include <filesystem>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <unistd.h>

#include "support/engine.h"
#include "support/pdf_maker.h"
#include "support/process.h"
#include "support/scan_maker.h"

namespace openimr {
namespace {

namespace fs = std::filesystem;
using testing::openimr;

// A folder of its own for each test, empty and gone afterwards.
class Folder {
 public:
  Folder() : path_(fs::temp_directory_path() / ("openimr-records-" + std::to_string(getpid()))) {
    fs::remove_all(path_);
    fs::create_directories(path_);
  }
  ~Folder() { fs::remove_all(path_); }
  std::string write(const std::string& name, const std::string& text) const {
    fs::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name, std::ios::binary) << text;
    return (path_ / name).string();
  }
  std::string operator/(const std::string& name) const { return (path_ / name).string(); }

 private:
  fs::path path_;
};

const std::string kForm = "case_number: X\ndates: { review: 2015-10-30 }\ndisputed_items: [{ text: Soma 350 mg }]\n";
const std::string kReport =
    "PRIMARY TREATING PHYSICIAN'S PROGRESS REPORT (PR-2)\nDate of Exam: 8/19/2015\nThe patient returns with low back "
    "pain, takes his medicines as directed and does his exercises at home each day.\nElectronically signed by: Ann "
    "Example, M.D.\n";

void make_inventory_case(const Folder& folder) {
  folder.write("case/case.yaml", kForm);
  folder.write("case/records/a.txt", "OPERATIVE REPORT\nDate of Surgery: 9/1/2015\nSurgeon: Bob Invented, MD\n");
  folder.write("case/records/b.txt", kReport + "\f" + kReport);
}

TEST(Inventory, ListsTheDocumentsWithWhatThereIsToSayOfTheirPages) {
  const Folder folder;
  make_inventory_case(folder);
  const auto ended = openimr({"records", folder / "case"});
  EXPECT_EQ(ended.exit_code, 0) << ended.err;
  EXPECT_EQ(ended.out,
            "pages  kind       date        author              words  notes\n"
            "records/a.txt\n"
            "    1  operative  2015-09-01  Bob Invented, MD       10\n"
            "records/b.txt\n"
            "  1-2  pr2        2015-08-19  Ann Example, M.D.      36  p. 2 repeats p. 1\n"
            "2 files, 2 documents, 3 pages: 1 repeated, 0 blank, 0 unreadable\n");
}

TEST(Inventory, CanBeSortedByDate) {
  const Folder folder;
  make_inventory_case(folder);
  const auto ended = openimr({"records", folder / "case", "--sort", "date", "--format", "tsv"});
  EXPECT_EQ(ended.exit_code, 0) << ended.err;
  ASSERT_EQ(ended.out_lines().size(), 3U) << ended.out;
  EXPECT_EQ(ended.out_lines()[1], "records/b.txt\t1-2\tpr2\t2015-08-19\tAnn Example, M.D.\t36\tp. 2 repeats p. 1");
  EXPECT_EQ(ended.out_lines()[2], "records/a.txt\t1\toperative\t2015-09-01\tBob Invented, MD\t10\t");
}

TEST(Inventory, IsDataToo) {
  const Folder folder;
  make_inventory_case(folder);
  const auto ended = openimr({"records", folder / "case", "--format", "json"});
  ASSERT_EQ(ended.exit_code, 0) << ended.err;
  const auto json = nlohmann::json::parse(ended.out);
  EXPECT_EQ(json["documents"][1]["kind"], "pr2");
  EXPECT_EQ(json["documents"][1]["pages"][1]["same_as"], (nlohmann::json{{"file", "records/b.txt"}, {"page", 1}}));
  EXPECT_EQ(json["documents"][0]["date"], "2015-09-01");
}

// A cache is kept where a file cost something to read, and only where it may be.
TEST(Inventory, KeepsWhatItReadUnlessToldNotTo) {
  const Folder folder;
  folder.write("case/case.yaml", kForm);
  folder.write("case/records/a.pdf", testing::pdf_of_pages({testing::draw(kReport.substr(0, 20), 72, 700)}));
  const auto records = [&](std::vector<std::string> more) {
    more.insert(more.begin(), {"records", folder / "case"});
    return testing::run({.arguments = more, .environment = {{"XDG_STATE_HOME", folder / "state"}}});
  };
  const auto without = records({"--no-cache"});
  EXPECT_EQ(without.exit_code, 0) << without.err;
  EXPECT_FALSE(fs::exists(folder / "case/.openimr"));
  const auto with = records({});
  EXPECT_TRUE(fs::exists(folder / "case/.openimr"));
  EXPECT_EQ(with.out, without.out);
  EXPECT_EQ(records({}).out, with.out);
}

// What was lost for any reason counts among the unreadable pages, a file that is lost whole as one page.
TEST(Inventory, CountsEveryLossAsTheFactsDo) {
  const Folder folder;
  folder.write("case/case.yaml", kForm);
  folder.write("case/records/a.txt", kReport);
  folder.write("case/records/b.pdf", testing::read_whole(testing::source_dir() / "tests/records/hostile/locked.pdf"));
  folder.write("case/records/c.pdf", "%PDF-1.4 and nothing more");
  folder.write("case/records/d.doc", "\xD0\xCF\x11\xE0");
  folder.write("case/records/e.zip", "PK\x03\x04 cut");
  folder.write("case/records/f.bin", std::string("\0\1\2", 3));
  folder.write("case/records/g.txt", " ");
  folder.write("case/records/h.png", testing::png_saying(50'000, 50'000));
  fs::create_symlink("nowhere", folder / "case/records/i.pdf");
  const auto inventory = openimr({"records", folder / "case", "--no-cache"});
  EXPECT_EQ(inventory.exit_code, 3);
  EXPECT_EQ(inventory.err_lines().size(), 8U) << inventory.err;
  EXPECT_EQ(inventory.out_lines().back(), "9 files, 9 documents, 9 pages: 0 repeated, 0 blank, 8 unreadable");
  const auto facts = openimr({"facts", folder / "case", "--no-cache", "--format", "json"});
  EXPECT_EQ(facts.exit_code, 3);
  int pages = 0;
  std::size_t unreadable = 0;
  const auto found = nlohmann::json::parse(facts.out);
  for (const auto& document : found["searched"]) {
    pages += document["pages"].get<int>();
    unreadable += document["unreadable"].size();
    for (const auto& page : document["unreadable"]) EXPECT_NE(page["why"], "");
  }
  EXPECT_EQ(pages, 1);
  EXPECT_EQ(unreadable, 8U);
  const auto review = openimr({"review", folder / "case", "--no-cache"});
  EXPECT_NE(review.out.find("1 readable page of 9 documents; 8 unreadable ("), std::string::npos) << review.out;
}

TEST(Inventory, SaysWhereTheRecordsCannotBeListed) {
  const Folder folder;
  folder.write("case/case.yaml", kForm);
  folder.write("case/records", "not a folder");
  const auto ended = openimr({"records", folder / "case"});
  EXPECT_EQ(ended.exit_code, 4);
  EXPECT_NE(
      ended.err.find("/case/records: the records cannot all be listed: Not a directory. Make it a folder in which "
                     "you may read all.\n"),
      std::string::npos)
      << ended.err;
}

TEST(Inventory, PrintsAPage) {
  const Folder folder;
  make_inventory_case(folder);
  EXPECT_EQ(openimr({"records", folder / "case", "--text", "records/b.txt", "--page", "2"}).out, kReport);
  const auto ended = openimr({"records", folder / "case", "--text", "records/b.txt", "--page", "9"});
  EXPECT_EQ(ended.exit_code, 4);
  EXPECT_EQ(ended.err, "records/b.txt: no such page in the document: '9'. It has 2 pages.\n");
}

const std::string kApplication =
    "APPLICATION FOR INDEPENDENT MEDICAL REVIEW\nDWC Form IMR\nType of Utilization Review: [ ] Regular  [X] Expedited\n"
    "Employee Name (First, MI, Last): Sam Q. Sample\nClaim Number: 12345   Date of Injury (MM/DD/YYYY): 01/05/2014\n"
    "Date of Birth: 02/03/1960\nEmployer: Example Mill\nList of disputed services/goods:\n1. Soma 350 mg #100\n"
    "2. Norco 10/325 mg #60\n\nEmployee Signature: ____   Date Signed: 9/10/2015\n";
const std::string kDenial =
    "UTILIZATION REVIEW DETERMINATION\nDate of Injury: 01/06/2014\nDate RFA received: 8/20/2015\n"
    "Determination date: 8/25/2015\nRequested Treatment: Soma 350 mg #100; Norco 10/325 mg #60\n\n"
    "Rationale: No functional\nimprovement is shown.\nGuideline: MTUS Chronic Pain 2009\n";

std::vector<std::string> without_comments(const std::string& yaml) {
  std::vector<std::string> out;
  std::istringstream in(yaml);
  for (std::string line; std::getline(in, line);) {
    const std::size_t mark = line.starts_with('#') ? 0 : line.find("  # ");
    if (const std::string plain = line.substr(0, mark); !plain.empty()) out.push_back(plain);
  }
  return out;
}

TEST(CaseNew, ReadsTheTwoFormsForAClerkToConfirm) {
  const Folder folder;
  const std::string application = folder.write("application.txt", kApplication);
  const std::string denial = folder.write("denial.txt", kDenial);
  const testing::Run run{.arguments = {"case", "new", folder / "EX-1", "--from", application, denial},
                         .environment = {{"OPENIMR_TODAY", "2015-10-30"}}};
  const auto ended = testing::run(run);
  EXPECT_EQ(ended.exit_code, 3) << "the forms differ: " << ended.err;
  EXPECT_EQ(ended.err,
            "warning: dates.injury: the forms differ: records/application.txt p. 1: \"Date of Injury (MM/DD/YYYY): "
            "01/05/2014\"; records/denial.txt p. 1: \"Date of Injury: 01/06/2014\"\n");
  const std::string yaml = testing::read_whole(fs::path(folder / "EX-1") / "case.yaml");
  const std::vector<std::string> expected = {
      "case_number: \"EX-1\"",
      "programme: ca-dwc-imr",
      "priority: expedited",
      "dates:",
      "  injury: 2014-01-05",
      "  request: 2015-08-20",
      "  ur_decision: 2015-08-25",
      "  application: 2015-09-10",
      "  review: 2015-10-30",
      "assumed: [dates.review]",
      "ur_served_by: null",
      "injured_worker:",
      "  age: 55",
      "  sex: null",
      "parties:",
      "  - { role: employee, name: \"Sam Q. Sample\" }",
      "  - { role: employer, name: \"Example Mill\" }",
      "disputed_items:",
      "  - text: \"Soma 350 mg #100\"",
      "    service_date: null",
      "    claims_administrator:",
      "      reasons: \"No functional improvement is shown.\"",
      "      guideline: \"MTUS Chronic Pain 2009\"",
      "  - text: \"Norco 10/325 mg #60\"",
      "    service_date: null",
      "    claims_administrator:",
      "      reasons: \"No functional improvement is shown.\"",
      "      guideline: \"MTUS Chronic Pain 2009\"",
      "records:",
      "  - { file: \"records/application.txt\", kind: imr_application, date: 2015-09-10 }",
      "  - { file: \"records/denial.txt\", kind: ur_decision, date: 2015-08-25 }"};
  EXPECT_EQ(without_comments(yaml), expected);
  EXPECT_NE(yaml.find("  request: 2015-08-20  # confirm: records/denial.txt p. 1: \"Date RFA received: 8/20/2015\""),
            std::string::npos);
  EXPECT_EQ(openimr({"case", "check", folder / "EX-1"}).exit_code, 0);
}

TEST(CaseNew, ReadsFormsThatArePdf) {
  const Folder folder;
  const std::string application = folder.write(
      "application.pdf",
      testing::pdf_of_pages({testing::draw("APPLICATION FOR INDEPENDENT MEDICAL REVIEW", 72, 720) +
                             testing::draw("Date of Injury: 01/05/2014", 72, 690) +
                             testing::draw("Disputed services:", 72, 660) + testing::draw("Soma 350 mg", 72, 640)}));
  const auto ended = openimr({"case", "new", folder / "EX-2", "--from", application});
  EXPECT_EQ(ended.exit_code, 0) << ended.err;
  const std::string yaml = testing::read_whole(fs::path(folder / "EX-2") / "case.yaml");
  EXPECT_NE(yaml.find("injury: 2014-01-05"), std::string::npos) << yaml;
  EXPECT_NE(yaml.find("text: \"Soma 350 mg\""), std::string::npos) << yaml;
  EXPECT_NE(yaml.find("ur_decision: null  # not found; searched records/application.pdf p. 1-1"), std::string::npos)
      << yaml;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> out;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) out.push_back(line);
  return out;
}

// The same forms as a fax machine sends them: the application as a page of a PDF, the denial as a picture that hangs
// askew.
TEST(CaseNew, ReadsFormsThatAreScans) {
  const Folder folder;
  const auto form = testing::drawn_page(lines_of(kApplication));
  const auto askew = testing::drawn_page(lines_of(kDenial), 0, 1.5);
  const std::string application =
      folder.write("application.pdf", testing::pdf_of_scans({testing::as_jpeg(form.get())}));
  const std::string denial = folder.write("denial.png", testing::as_png(askew.get()));
  const testing::Run run{.arguments = {"case", "new", folder / "EX-3", "--from", application, denial},
                         .environment = {{"OPENIMR_TODAY", "2015-10-30"}}};
  const auto ended = testing::run(run);
  EXPECT_EQ(ended.exit_code, 3) << "the forms differ: " << ended.err;
  EXPECT_EQ(ended.err_lines().size(), 1U) << ended.err;
  const std::string yaml = testing::read_whole(fs::path(folder / "EX-3") / "case.yaml");
  for (const char* line :
       {"priority: expedited  # confirm: records/application.pdf p. 1: ",
        "  injury: 2014-01-05  # confirm: records/application.pdf p. 1: \"Date of Injury (MM/DD/YYYY): 01/05/2014\"; "
        "differs: records/denial.png p. 1: \"Date of Injury: 01/06/2014\"\n",
        "  request: 2015-08-20  # confirm: records/denial.png p. 1: \"Date RFA received: 8/20/2015\"\n",
        "  ur_decision: 2015-08-25  # confirm: records/denial.png p. 1: \"Determination date: 8/25/2015\"\n",
        "  application: 2015-09-10  # confirm: records/application.pdf p. 1: \"Date Signed: 9/10/2015\"\n",
        "  age: 55  # confirm: at the review, from records/application.pdf p. 1: \"Date of Birth: 02/03/1960\"\n",
        "  - { role: employee, name: \"Sam Q. Sample\" }  # confirm: records/application.pdf p. 1: ",
        "  - { role: employer, name: \"Example Mill\" }  # confirm: records/application.pdf p. 1: ",
        "  - text: \"Soma 350 mg #100\"  # confirm: records/application.pdf p. 1: ",
        "  - text: \"Norco 10/325 mg #60\"  # confirm: records/application.pdf p. 1: ",
        "      reasons: \"No functional improvement is shown.\"  # confirm: records/denial.png p. 1: ",
        "      guideline: \"MTUS Chronic Pain 2009\"  # confirm: records/denial.png p. 1: "}) {
    EXPECT_NE(yaml.find(line), std::string::npos) << line << "\nin\n" << yaml;
  }
  EXPECT_EQ(openimr({"case", "check", folder / "EX-3"}).exit_code, 0);
}

TEST(CaseNew, WritesNothingOverAndNothingByHalf) {
  const Folder folder;
  const std::string form = folder.write("application.txt", kApplication);
  folder.write("full/keep.txt", "kept");
  const auto full = openimr({"case", "new", folder / "full", "--from", form});
  EXPECT_EQ(full.exit_code, 4);
  EXPECT_EQ(full.err,
            (folder / "full") + ": the folder is there and not empty. Name a new folder; nothing is written over.\n");
  EXPECT_EQ(testing::read_whole(folder / "full/keep.txt"), "kept");
  const auto missing = openimr({"case", "new", folder / "new", "--from", form, folder / "none.pdf"});
  EXPECT_EQ(missing.exit_code, 4);
  EXPECT_EQ(missing.err, (folder / "none.pdf") + ": no such file. Name files that are there.\n");
  folder.write("other/application.txt", kApplication);
  const auto twice = openimr({"case", "new", folder / "new", "--from", form, folder / "other/application.txt"});
  EXPECT_EQ(twice.exit_code, 2);
  EXPECT_EQ(twice.err,
            (folder / "other/application.txt") + ": two files of one name: 'application.txt'. Rename one of them.\n");
  EXPECT_FALSE(fs::exists(folder / "new"));
}

}  // namespace
}  // namespace openimr
