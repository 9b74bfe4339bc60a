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
      "  - { role: injured_worker, name: \"Sam Q. Sample\" }",
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
