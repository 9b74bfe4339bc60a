#include "cases/signature_check.h"

#include <functional>
#include <sstream>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "letter/invented.h"
#include "letter/write.h"
#include "support/letters.h"
#include "support/programmes.h"

namespace openimr::cases {
namespace {

using determination::Citation;
using determination::DecidedItem;
using determination::Determination;

const program::Programme& california() {
  return testing::programme("ca-dwc-imr");
}

DecidedItem item(const char* text) {
  DecidedItem out;
  out.text.text = text;
  Citation citation;
  citation.source = "MTUS";
  citation.title = "Chronic Pain Medical Treatment Guidelines";
  citation.year = 2009;
  citation.sections = {"Carisoprodol (Soma)"};
  out.reviewer.citations.push_back({citation, {}});
  out.rationale.text = "The guideline does not recommend this drug. It was taken for more than a year.";
  return out;
}

// A letter that lacks nothing.
Determination whole() {
  Determination out;
  out.layout = determination::Layout::openimr;
  out.case_number.text = "CM15-0000001";
  out.licensure = {{"California", {}}};
  out.certification = {{"Occupational Medicine", {}}};
  out.summary.text = "The injured worker is 50 years old. The low back hurts.";
  out.records_reviewed = {{"1. Progress report, 2015-08-01 (2 pages)", {}}, {"2. UR decision", {}}};
  out.items = {item("Soma 350 mg #60"), item("Norco 10/325 mg #90")};
  return out;
}

const std::vector<std::string> kRecords = {"Progress report 2015-08-01", "UR decision"};
const std::vector<std::string> kNames = {"Ada B. Example", "Ben Invented"};

// "reasons-per-item 2: no clinical reasons are given for the treatment"
std::vector<std::string> in_words(const std::vector<MissingPart>& missing) {
  std::vector<std::string> out;
  for (const MissingPart& part : missing) {
    const std::string item = part.item == 0 ? "" : fmt::format(" {}", part.item);
    out.push_back(fmt::format("{}{}: {}{}", part.part, item, part.message, part.soft ? " (soft)" : ""));
  }
  return out;
}

std::string words(int count) {
  std::string out;
  for (int i = 0; i < count; ++i) out += i == 0 ? "Pain" : " pain";
  return out + ".";
}

TEST(SignatureCheck, FindsNothingInAWholeLetter) {
  EXPECT_EQ(in_words(missing_parts(california(), whole(), kRecords, kNames)), std::vector<std::string>{});
}

// The invented determination of the examples, as it is and as it comes back from its letter.
TEST(SignatureCheck, FindsNothingInTheExample) {
  const Determination example = testing::invented();
  std::ostringstream written;
  letter::write_letter_text(written, example);
  const std::vector<std::string> records = {"Utilization review determination of 09/11/2015",
                                            "Physical therapy discharge summary of 07/02/2013"};
  for (const Determination& letter : {example, testing::read_letter(written.str())})
    EXPECT_EQ(in_words(missing_parts(california(), letter, records, kNames)), std::vector<std::string>{});
}

TEST(SignatureCheck, FindsEachPartThatIsMissing) {
  struct Row {
    const char* what;
    std::function<void(Determination&)> change;
    std::vector<std::string> missing;
  };
  const Row rows[] = {
      {"no decision",
       [](auto& d) { d.items[1].decided = false; },
       {"decision-per-item 2: the treatment has no decision"}},
      {"no summary", [](auto& d) { d.summary.text = " \n"; }, {"condition: the medical condition is not summarized"}},
      {"an empty list of documents",
       [](auto& d) { d.records_reviewed.clear(); },
       {"documents-reviewed: a record that was received is not on the list of documents reviewed: the list is empty"}},
      {"a record that is not listed",
       [](auto& d) { d.records_reviewed.pop_back(); },
       {"documents-reviewed: a record that was received is not on the list of documents reviewed: 'UR decision'"}},
      {"a record listed with another day",
       [](auto& d) { d.records_reviewed[0].text = "Progress report 2015-08-11"; },
       {"documents-reviewed: a record that was received is not on the list of documents reviewed: 'Progress report "
        "2015-08-01'"}},
      {"no items",
       [](auto& d) { d.items.clear(); },
       {"disputed-items: the disputed treatment is not stated: the letter has no item"}},
      {"an item without words",
       [](auto& d) { d.items[0].text.text = ""; },
       {"disputed-items 1: the disputed treatment is not stated"}},
      {"no citation",
       [](auto& d) { d.items[0].reviewer.citations.clear(); },
       {"evidence-per-item 1: no guideline or study is cited for the treatment"}},
      {"it says that nothing is cited",
       [](auto& d) { d.items[0].reviewer.citations[0].citation = {"none", "", 0, "", {}, {}, "", ""}; },
       {"evidence-per-item 1: no guideline or study is cited for the treatment"}},
      {"a study alone",
       [](auto& d) {
         d.items[0].reviewer.citations.clear();
         d.items[0].references = {{"(Chou, 2007)", {}}};
       },
       {}},
      {"no reasons",
       [](auto& d) { d.items[1].rationale.text.clear(); },
       {"reasons-per-item 2: no clinical reasons are given for the treatment"}},
      {"a sentence of 45 words", [](auto& d) { d.items[0].rationale.text = words(45); }, {}},
      {"a sentence of 46 words",
       [](auto& d) { d.items[0].rationale.text = "Short. " + words(46); },
       {"lay-language 1: a sentence is too long for a reader who is no physician: 46 words, 45 are the most (soft)"}},
      {"a long sentence in the summary",
       [](auto& d) { d.summary.text = words(60); },
       {"lay-language: a sentence is too long for a reader who is no physician: 60 words, 45 are the most (soft)"}},
      {"no licence",
       [](auto& d) { d.licensure.clear(); },
       {"qualifications: the qualifications of the reviewer are not stated: the state of licensure"}},
      {"no specialty",
       [](auto& d) { d.certification = {{"", {}}}; },
       {"qualifications: the qualifications of the reviewer are not stated: the certification or specialty"}},
      {"the reviewer's name in the reasons",
       [](auto& d) { d.items[0].rationale.text += " Ada Example, MD."; },
       {"no-reviewer-name: the name of the reviewer stands in the letter"}},
      {"the other reviewer's name among the records",
       [](auto& d) { d.records_reviewed.push_back({"Notes of Dr. Invented", {}}); },
       {"no-reviewer-name: the name of the reviewer stands in the letter"}},
      {"the name over a line end",
       [](auto& d) { d.summary.text = words(18) + " The notes of Ada Blanche Example agree."; },
       {"no-reviewer-name: the name of the reviewer stands in the letter"}},
      {"an MTUS citation without year and section",
       [](auto& d) {
         d.items[1].reviewer.citations[0].citation.year = 0;
         d.items[1].reviewer.citations[0].citation.sections.clear();
       },
       {"guideline-citation 2: a citation lacks what it has to name: MTUS Chronic Pain Medical Treatment Guidelines, "
        "its "
        "year and section"}},
      {"an MTUS citation with pages alone",
       [](auto& d) {
         d.items[1].reviewer.citations[0].citation.sections.clear();
         d.items[1].reviewer.citations[0].citation.pages = {29};
       },
       {"guideline-citation 2: a citation lacks what it has to name: MTUS Chronic Pain Medical Treatment Guidelines, "
        "its "
        "section"}},
      {"a citation of another guideline without a year",
       [](auto& d) {
         d.items[1].reviewer.citations[0].citation.source = "ODG";
         d.items[1].reviewer.citations[0].citation.title = "Official Disability Guidelines";
         d.items[1].reviewer.citations[0].citation.year = 0;
       },
       {"guideline-citation 2: a citation lacks what it has to name: ODG Official Disability Guidelines, its year "
        "(soft)"}},
      {"a source that the programme has no form for",
       [](auto& d) { d.items[1].reviewer.citations[0].citation = {"other", "", 0, "", {}, {}, "A book.", ""}; },
       {}},
  };
  for (const Row& row : rows) {
    Determination letter = whole();
    row.change(letter);
    EXPECT_EQ(in_words(missing_parts(california(), letter, kRecords, kNames)), row.missing) << row.what;
  }
}

TEST(SignatureCheck, OfNothingFindsAll) {
  const auto missing = missing_parts(california(), {}, kRecords, kNames);
  const std::vector<std::string> all = {
      "condition: the medical condition is not summarized",
      "documents-reviewed: a record that was received is not on the list of documents reviewed: the list is empty",
      "disputed-items: the disputed treatment is not stated: the letter has no item",
      "qualifications: the qualifications of the reviewer are not stated: the state of licensure",
      "qualifications: the qualifications of the reviewer are not stated: the certification or specialty"};
  EXPECT_EQ(in_words(missing), all);
  for (const MissingPart& part : missing) EXPECT_FALSE(part.section.empty()) << part.part;
}

TEST(SignatureCheck, AsksForNoMoreThanTheProgramme) {
  Determination letter = whole();
  letter.summary.text.clear();
  letter.records_reviewed.clear();
  letter.licensure.clear();
  letter.items[0].rationale.text = "Ada Example finds nothing.";
  letter.items[1].decided = false;
  letter.items[1].rationale.text = "";
  const std::vector<std::string> two = {"decision-per-item 2: the item has no decision",
                                        "reasons-per-item 2: no reasons are given for the item"};
  EXPECT_EQ(in_words(missing_parts(testing::programme("medicare-qic"), letter, kRecords, kNames)), two);
}

TEST(SignatureCheck, IsHinderedByHardPartsAlone) {
  Determination letter = whole();
  EXPECT_FALSE(hinders_signing(missing_parts(california(), letter, kRecords, kNames)));
  letter.summary.text = words(60);
  EXPECT_FALSE(hinders_signing(missing_parts(california(), letter, kRecords, kNames)));
  letter.licensure.clear();
  EXPECT_TRUE(hinders_signing(missing_parts(california(), letter, kRecords, kNames)));
}

}  // namespace
}  // namespace openimr::cases
