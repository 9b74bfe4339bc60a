// The documents inside a file: where each begins, its kind, its day and its author.
#include "records/documents.h"

#include <string>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "records/duplicates.h"
#include "records/written_days.h"
#include "support/words.h"

namespace openimr::records {
namespace {

using testing::words;

std::vector<Document> documents_in(const std::vector<std::string>& pages, const KnownDocument& known = {}) {
  std::string text;
  for (std::size_t i = 0; i < pages.size(); ++i) text += (i == 0 ? "" : "\f") + pages[i];
  return documents_of(std::make_shared<RecordFile>(text_file("records/a.txt", text)), known, words());
}

// "1-2 pr2 2015-08-19 Ann Example, M.D.", a line for each document.
std::string inventory(const std::vector<std::string>& pages) {
  std::string out;
  for (const Document& document : documents_in(pages)) {
    out += fmt::format("{}{}-{} {} {} {}", out.empty() ? "" : "; ", document.first_page(), document.last_page(),
                       document.kind.empty() ? "-" : document.kind, document.date ? document.date->iso() : "-",
                       document.author.empty() ? "-" : document.author);
  }
  return out;
}

const std::string kFiller =
    "The patient returns for follow up and reports that the pain in the low back goes on as before. He takes his\n"
    "medicines as directed and does his exercises at home each day.\n";
const std::string kReport =
    "PRIMARY TREATING PHYSICIAN'S PROGRESS REPORT (PR-2)\nPatient: Sam Sample      Date of Injury: 1/5/2014\n"
    "Date of Exam: 8/19/2015       DOB: 2/3/1960\n" +
    kFiller;
const std::string kSigned = kFiller + "Sincerely,\n\nAnn Example, M.D.\nPain Medicine\n";

TEST(Documents, BeginWhereAPageSaysSo) {
  struct Case {
    const char* what;
    std::vector<std::string> pages;
    const char* inventory;
  };
  const Case cases[] = {
      {"one page", {kReport}, "1-1 pr2 2015-08-19 -"},
      {"a second page without a head", {kReport, kSigned}, "1-2 pr2 2015-08-19 Ann Example, M.D."},
      {"two reports",
       {kReport, kSigned,
        "OPERATIVE REPORT\nPatient: Sam Sample\nDate of Surgery: 9/1/2015\nSurgeon: Bob Invented, MD\n" + kFiller},
       "1-2 pr2 2015-08-19 Ann Example, M.D.; 3-3 operative 2015-09-01 Bob Invented, MD"},
      {"page numbers that go on over a heading",
       {kReport + "Page 1 of 2", "REQUEST FOR AUTHORIZATION\n" + kSigned + "Page 2 of 2"},
       "1-2 pr2 2015-08-19 Ann Example, M.D."},
      {"page numbers that begin again",
       {"Acme Clinic\n" + kFiller + "Page 1 of 2", kFiller + "Page 2 of 2", "Acme Clinic\n" + kFiller + "Page 1 of 1"},
       "1-2 - - -; 3-3 - - -"},
      {"one head on every page", {kReport, kReport, kReport}, "1-3 pr2 2015-08-19 -"},
      {"one head, another day",
       {kReport,
        "PRIMARY TREATING PHYSICIAN'S PROGRESS REPORT (PR-2)\nPatient: Sam Sample      Date of Injury: 1/5/2014\n"
        "Date of Exam: 9/16/2015       DOB: 2/3/1960\n" +
            kFiller},
       "1-1 pr2 2015-08-19 -; 2-2 pr2 2015-09-16 -"},
      {"a blank page between", {kReport, "", kSigned}, "1-3 pr2 2015-08-19 Ann Example, M.D."},
      {"a blank page first", {"", kReport}, "1-2 pr2 2015-08-19 -"},
      {"a letter behind a signature",
       {kReport, kSigned, "March 4, 2016\nRE: Sam Sample\nClaim number: 123\n\nDear Dr. Example:\n" + kFiller},
       "1-3 pr2 2015-08-19 Ann Example, M.D."},
      {"a fax head is none of the page",
       {"09/30/2015 14:33 Example Clinic Fax 555-0100 P.001/002\n" + kReport,
        "09/30/2015 14:34 Example Clinic Fax 555-0100 P.002/002\n" + kSigned},
       "1-2 pr2 2015-08-19 Ann Example, M.D."},
      {"a heading with its text is no title",
       {kReport, "MRI of the lumbar spine: disc bulge.\n" + kSigned},
       "1-2 pr2 2015-08-19 Ann Example, M.D."},
  };
  for (const Case& c : cases) EXPECT_EQ(inventory(c.pages), c.inventory) << c.what;
}

TEST(Documents, AreOfAKindByTheirFirstPage) {
  const std::pair<const char*, const char*> cases[] = {
      {"STATE OF CALIFORNIA\nAPPLICATION FOR INDEPENDENT MEDICAL REVIEW\nDWC FORM IMR\n", "imr_application"},
      {"State of California, Division of Workers' Compensation\nREQUEST FOR AUTHORIZATION\nDWC Form RFA\n", "rfa"},
      {"Example Review Inc.\nUTILIZATION REVIEW DETERMINATION\n", "ur_decision"},
      {"NOTICE OF NON-CERTIFICATION\n", "ur_decision"},
      {"Notice of Denial\n", "ur_decision"},
      {"OPERATIVE REPORT\n", "operative"},
      {"MRI OF THE LUMBAR SPINE WITHOUT CONTRAST\n", "imaging"},
      {"ELECTRODIAGNOSTIC STUDY\nNERVE CONDUCTION STUDIES\n", "electrodiagnostic"},
      {"Example Laboratory\nURINE DRUG SCREEN\n", "urine_drug_test"},
      {"AGREED MEDICAL EVALUATION\n", "evaluation"},
      {"PANEL QUALIFIED MEDICAL EVALUATOR\n", "evaluation"},
      {"Primary Treating Physician\xE2\x80\x99s Progress Report\n", "pr2"},
      {"PHYSICAL THERAPY DAILY NOTE\n", "therapy_note"},
      {"ACUPUNCTURE PROGRESS NOTE\n", "therapy_note"},
      {"CHIROPRACTIC TREATMENT NOTE\n", "therapy_note"},
      {"FAX COVER SHEET\n", "fax_cover"},
      {"ORTHOPEDIC CONSULTATION\n", "consultation"},
      {"Dear Dr. Example:\nThe patient is well.\nSincerely,\n", "letter"},
      {"PREOPERATIVE DIAGNOSIS: Tear.\nPOSTOPERATIVE DIAGNOSIS: Same.\nANESTHESIA: General.\n", "operative"},
      {"PRE-OP DIAGNOSES: Low back pain.\nPOST-OP DIAGNOSES: Same.\nPROCEDURE PERFORMED: Injection.\n", "operative"},
      {"PRIMARY TREATING PHYSICIANS PROGRESS REPORT\n\nThe patient returns.\n", "pr2"},
      {"ADMISSION DIAGNOSIS: Fracture.\nDISCHARGE DIAGNOSIS: Same.\nCONDITION ON DISCHARGE: Stable.\n",
       "discharge_summary"},
      {"HISTORY: A fall.\nEMERGENCY DEPARTMENT COURSE: The wound was closed.\n", "emergency_note"},
      {"CHIEF COMPLAINT: Knee pain.\nPHYSICAL EXAM: Swelling.\nMRI: Sagittal and axial images.\nIMPRESSION: "
       "Tear.\nPLAN: Rest.\n",
       "progress_note"},
      {"FINDINGS: Sagittal and axial images were obtained.\nIMPRESSION: Tear.\n", "imaging"},
      {"MRI OF THE KNEE\nCHIEF COMPLAINT: Pain.\nHISTORY OF PRESENT ILLNESS: A fall.\nASSESSMENT: Tear.\nPLAN: Rest.\n",
       "progress_note"},
      {"The patient went for a walk.\n", ""},
  };
  for (const auto& [text, kind] : cases) EXPECT_EQ(documents_in({text}).at(0).kind, kind) << text;
}

TEST(Documents, HaveTheirOwnDay) {
  const std::pair<const char*, const char*> cases[] = {
      {"Date of Service: 8/19/2015\nDate of Injury: 1/5/2014\nDOB: 2/3/1960", "2015-08-19"},
      {"DOB 02/03/1960   DOI: 01/05/2014   DOS: 08/19/15", "2015-08-19"},
      {"Date of Birth: 2/3/1960\nDate of Injury: 1/5/2014\n", "-"},
      {"Report date: 9/1/2015\nDate of exam: August 19, 2015", "2015-08-19"},
      {"PROGRESS NOTE\nDate: 8-19-15", "2015-08-19"},
      {"PROGRESS NOTE 8/19/2015\n", "2015-08-19"},
      {"August 19, 2015\n\nDear Dr. Example:", "2015-08-19"},
      {"19 Aug 2015\n", "2015-08-19"},
      {"Date of exam:          2015-08-19", "2015-08-19"},
      {"DATE OF EXAMINATION : August 26, 2003", "2003-08-26"},
      {"Date of exam\n8/19/2015\n", "2015-08-19"},
      {"The patient was seen on 5/5/2015 by another.\nHe fell on 1/5/2014.", "-"},
      {"He is well.\nElectronically signed by Ann Example, MD on 8/20/2015", "2015-08-20"},
      {"09/30/2015 14:33 Fax 555-0100 P.001/002\nDate of visit: 8/19/2015", "2015-08-19"},
      {"09/30/2015 14:33 Fax 555-0100 P.001/002\nHe is well.", "2015-09-30"},
      {"Next visit: 9/30/2015\nPrinted: 10/1/2015", "-"},
      {"Date of Visit: 13/45/2015", "-"},
  };
  for (const auto& [text, day] : cases) {
    const auto date = documents_in({text}).at(0).date;
    EXPECT_EQ(date ? date->iso() : "-", day) << text;
  }
}

TEST(Documents, NameTheirAuthor) {
  const std::pair<const char*, const char*> cases[] = {
      {"He is well.\nElectronically signed by: Ann Example, M.D. 8/20/2015 10:31", "Ann Example, M.D."},
      {"He is well.\nElectronically signed by Ann B. Example MD, QME on 8/20/2015", "Ann B. Example MD, QME"},
      {"Dictated by: Bob Invented, PA-C", "Bob Invented, PA-C"},
      {"Referred to Cy Other, MD for surgery.\nRespectfully,\n____________\nAnn Example, M.D.\n", "Ann Example, M.D."},
      {"Treating Physician: Ann Example\nHe is well.", "Ann Example"},
      {"Physician: Cy Other, DO\nHe is well.\nSigned by: Ann Example, MD", "Ann Example, MD"},
      {"He is well.", ""},
      {"He went to the MD today.", ""},
  };
  for (const auto& [text, author] : cases) EXPECT_EQ(documents_in({text}).at(0).author, author) << text;
}

TEST(Documents, OfAFileThatTheCaseKnowsAreOne) {
  const auto known =
      documents_in({kReport, "OPERATIVE REPORT\nDate of Surgery: 9/1/2015"}, {"imaging", Date::of(2015, 1, 2)});
  ASSERT_EQ(known.size(), 1U);
  EXPECT_EQ(known[0].kind, "imaging");
  EXPECT_EQ(known[0].date, Date::of(2015, 1, 2));
  EXPECT_EQ(documents_in({"Date of exam: 8/19/2015"}, {"imaging", {}}).at(0).date, Date::of(2015, 8, 19));
  EXPECT_FALSE(documents_in({"Date of exam: 8/19/2015"}, {"case_summary", {}}).at(0).date) << "tells of many days";
}

TEST(Documents, SayWhyTheyBegin) {
  const auto documents =
      documents_in({kReport, kSigned, "OPERATIVE REPORT\nPatient: Sam Sample\nSurgeon: Bob Invented, MD\n"});
  ASSERT_EQ(documents.size(), 2U);
  EXPECT_TRUE(documents[0].evidence.empty());
  std::string why;
  for (const Evidence& e : documents[1].evidence) why += fmt::format("{} {}; ", e.shows, e.weight);
  EXPECT_EQ(why, "a title 4; a signature on the page before 1; ");
}

TEST(Documents, OfPagesThatRepeatOthersHaveNoWordsOfTheirOwn) {
  const std::string first = kReport + "Page 1 of 2";
  const std::string second = kSigned + "Page 2 of 2";
  const auto file =
      std::make_shared<RecordFile>(text_file("records/a.txt", first + "\f" + second + "\f" + first + "\f" + second));
  mark_duplicates({file});
  const auto documents = documents_of(file, {}, words());
  ASSERT_EQ(documents.size(), 2U);
  EXPECT_FALSE(documents[0].text.text().empty());
  EXPECT_TRUE(documents[1].text.text().empty());
  EXPECT_EQ(documents[1].kind, "pr2");
}

TEST(WrittenDays, AreReadInTheFormsOfRecords) {
  const std::pair<const char*, const char*> cases[] = {
      {"8/19/2015", "2015-08-19"},
      {"8-19-15", "2015-08-19"},
      {"08.19.2015", "2015-08-19"},
      {"2015-08-19", "2015-08-19"},
      {"2015/8/19", "2015-08-19"},
      {"August 19, 2015", "2015-08-19"},
      {"AUG 19 2015", "2015-08-19"},
      {"Aug. 19th, 2015", "2015-08-19"},
      {"19 August 2015", "2015-08-19"},
      {"19-Aug-2015", "2015-08-19"},
      {"2/3/60", "1960-02-03"},
      {"2/30/2015", ""},
      {"13/1/2015", ""},
      {"120/80", ""},
      {"L4-5-15 and 1-2-3-4", ""},
      {"8/19/2015 9/1/2015", "2015-08-19 2015-09-01"},
  };
  for (const auto& [text, days] : cases) {
    std::string found;
    for (const WrittenDay& day : written_days(text)) found += (found.empty() ? "" : " ") + day.date.iso();
    EXPECT_EQ(found, days) << text;
  }
}

}  // namespace
}  // namespace openimr::records
