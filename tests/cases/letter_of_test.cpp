#include "cases/letter_of.h"

#include <sstream>

#include <gtest/gtest.h>

#include "base/packs.h"
#include "cases/making.h"
#include "cases/signature_check.h"
#include "letter/write.h"

namespace openimr::cases {
namespace {

const letter::CitationReader& citations() {
  static const letter::CitationReader reader(read_snapshot(OPENIMR_SNAPSHOT).value().data["letters"]);
  return reader;
}

constexpr const char* kSoma = "MTUS Chronic Pain Medical Treatment 2009, Section(s): Carisoprodol (Soma), Page(s): 29";
constexpr const char* kImaging = "Official Disability Guidelines (ODG), Low Back, MRIs, 2015";

// Decided by one reviewer: the first item stays denied, the second is found necessary.
Case decided_case() {
  Case c;
  c.number = "CM15-0000001";
  c.programme = "ca-dwc-imr";
  c.injury = Date::of(2012, 3, 4);
  c.ur_decision = Date::of(2015, 8, 25);
  c.received = moment("2015-09-22");
  c.assigned = moment("2015-09-29");
  c.age = 52;
  c.sex = "female";
  c.summary = "A 52 year old worker with low back pain.";
  c.records = {{document("a"), "records/pr2.pdf", "pr2", Date::of(2015, 8, 20), moment("2015-10-01")},
               {document("b"), "records/scan.pdf", "", std::nullopt, moment("2015-10-01")}};
  c.reviewers = {CaseReviewer{.id = "R-1", .accepted = true}};
  c.reviewers[0].licences = {"California"};
  c.reviewers[0].certifications = {"Pain Management"};
  Item soma;
  soma.text = "Soma 350 mg #20";
  soma.denial_guideline = kSoma;
  soma.decided = {{"R-1", Decision::upheld, "The use is longer than three weeks.", kSoma}};
  Item imaging;
  imaging.text = "MRI of the lumbar spine";
  imaging.decided = {{"R-1", Decision::overturned, "There are new signs of a nerve root.", kImaging}};
  c.items = {soma, imaging};
  return c;
}

determination::Determination letter(const Case& c) {
  return determination_of(california(), c, citations(), *Date::of(2015, 10, 26));
}

TEST(LetterOf, SaysWhatTheReviewerDecided) {
  const auto found = letter(decided_case());
  EXPECT_EQ(found.case_number.text, "CM15-0000001");
  EXPECT_EQ(found.decided.date->iso(), "2015-10-26");
  EXPECT_EQ(found.outcome(), determination::Outcome::partially_overturned);
  ASSERT_EQ(found.items.size(), 2U);
  EXPECT_EQ(found.items[0].decision, Decision::upheld);
  EXPECT_EQ(found.items[0].reviewer.citations[0].citation.source, "MTUS");
  EXPECT_EQ(found.items[0].claims_administrator.citations[0].citation.pages, std::vector<int>{29});
  EXPECT_EQ(found.items[1].decision, Decision::overturned);
  EXPECT_EQ(found.items[1].reviewer.citations[0].citation.source, "ODG");
  EXPECT_TRUE(found.items[1].claims_administrator.citations.empty()) << "not stated";
  EXPECT_EQ(found.certification[0].text, "Pain Management");
}

TEST(LetterOf, ListsEveryRecordOfTheCase) {
  const auto found = letter(decided_case());
  ASSERT_EQ(found.records_reviewed.size(), 2U);
  EXPECT_EQ(found.records_reviewed[0].text, "pr2.pdf (pr2, 2015-08-20)");
  EXPECT_EQ(found.records_reviewed[1].text, "scan.pdf");
}

TEST(LetterOf, IsCompleteForTheSignature) {
  const auto found = letter(decided_case());
  EXPECT_FALSE(hinders_signing(missing_parts(california(), found, {"pr2.pdf (pr2, 2015-08-20)", "scan.pdf"}, {})));
  std::ostringstream text;
  letter::write_letter_text(text, found);
  EXPECT_EQ(text.str().find("R-1"), std::string::npos) << "no reviewer's id leaves the organization";
}

TEST(LetterOf, LeavesOutWhatEnded) {
  Case c = decided_case();
  c.items[0].ended = "authorized";
  const auto found = letter(c);
  ASSERT_EQ(found.items.size(), 1U);
  EXPECT_EQ(found.items[0].text.text, "MRI of the lumbar spine");
}

TEST(LetterOf, IsUndecidedUntilAllReviewersAre) {
  Case c = decided_case();
  c.reviewers_needed = 2;
  c.reviewers.push_back(CaseReviewer{.id = "R-2", .accepted = true});
  EXPECT_FALSE(letter(c).items[0].decided);

  c.items[0].decided.push_back({"R-2", Decision::overturned, "A short course is needed.", kImaging});
  const auto both = letter(c);
  EXPECT_TRUE(both.items[0].decided);
  EXPECT_EQ(both.items[0].decision, Decision::overturned) << "an even split is decided for the treatment";
  EXPECT_EQ(both.items[0].reviewer.citations[0].citation.source, "ODG") << "what that side cites";
  EXPECT_EQ(
      both.items[0].rationale.text,
      "Reviewer 1 of 2 (Upheld): The use is longer than three weeks. Reviewer 2 of 2 (Overturned): A short course "
      "is needed.")
      << "differing analyses are all sent out";
}

}  // namespace
}  // namespace openimr::cases
