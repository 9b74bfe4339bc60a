// Weighing what was cited beyond the loaded guidelines, as a table a lawyer can read.
#include "review/weigh.h"

#include <gtest/gtest.h>

#include "support/engine.h"

namespace openimr::review {
namespace {

using determination::Conclusion;
using determination::Decision;
using records::CitedEvidence;

constexpr auto kStudy = CitedEvidence::Kind::study;
constexpr auto kGuideline = CitedEvidence::Kind::guideline;

CitedEvidence cited(CitedEvidence::Kind kind, bool recommends, const std::string& level, bool applies = true,
                    bool biased = false) {
  CitedEvidence out;
  out.kind = kind;
  out.by = "treating_physician";
  out.citation = "Example A. An invented study. 2015";
  out.recommends = recommends;
  out.level = level;
  out.applies = applies;
  out.biased = biased;
  return out;
}

struct Row {
  const char* what;
  std::vector<CitedEvidence> evidence;
  std::optional<Decision> guideline;  // of the loaded guidelines; nothing where none addresses the item
  bool strict;
  Conclusion conclusion;
  std::optional<Decision> decision;
};

TEST(Weighing, GradesStudiesAndNotGuidelines) {
  const auto upheld = Decision::upheld;
  const auto overturned = Decision::overturned;
  const Row rows[] = {
      {"nothing cited", {}, upheld, false, Conclusion::none, upheld},
      {"agrees", {cited(kStudy, false, "1a")}, upheld, false, Conclusion::agrees, upheld},
      {"a guideline alone does not rebut",
       {cited(kGuideline, true, "")},
       upheld,
       false,
       Conclusion::guideline_stands,
       upheld},
      {"a study on one side only", {cited(kStudy, true, "1a")}, upheld, false, Conclusion::for_the_physician, upheld},
      {"the better study rebuts",
       {cited(kStudy, true, "1b"), cited(kStudy, false, "4")},
       upheld,
       false,
       Conclusion::rebutted,
       overturned},
      {"and speaks against what the guideline allows",
       {cited(kStudy, false, "1b"), cited(kStudy, true, "4")},
       overturned,
       false,
       Conclusion::rebutted,
       upheld},
      {"equal levels leave it standing",
       {cited(kStudy, true, "1b"), cited(kStudy, false, "1b")},
       upheld,
       false,
       Conclusion::guideline_stands,
       upheld},
      {"the worse study does not rebut",
       {cited(kStudy, true, "4"), cited(kStudy, false, "1b")},
       upheld,
       false,
       Conclusion::guideline_stands,
       upheld},
      {"an inapplicable study counts for nothing",
       {cited(kStudy, true, "1a", false), cited(kStudy, false, "4")},
       upheld,
       false,
       Conclusion::guideline_stands,
       upheld},
      {"a biased one neither",
       {cited(kStudy, true, "1a", true, true), cited(kStudy, false, "4")},
       upheld,
       false,
       Conclusion::guideline_stands,
       upheld},
      {"nor one of an unknown level",
       {cited(kStudy, true, "0"), cited(kStudy, false, "4")},
       upheld,
       false,
       Conclusion::guideline_stands,
       upheld},
      {"a strict sequence",
       {cited(kStudy, true, "1b"), cited(kStudy, false, "4")},
       upheld,
       true,
       Conclusion::sequence_is_strict,
       upheld},
      {"not addressed: a cited guideline decides",
       {cited(kGuideline, true, "")},
       std::nullopt,
       true,
       Conclusion::decides,
       overturned},
      {"not addressed: a guideline before a study",
       {cited(kGuideline, false, ""), cited(kStudy, true, "1a")},
       std::nullopt,
       true,
       Conclusion::decides,
       upheld},
      {"not addressed: guidelines disagree, the better study decides",
       {cited(kGuideline, false, ""), cited(kGuideline, true, ""), cited(kStudy, true, "2b")},
       std::nullopt,
       true,
       Conclusion::decides,
       overturned},
      {"not addressed: a study decides",
       {cited(kStudy, false, "3a")},
       std::nullopt,
       false,
       Conclusion::decides,
       upheld},
      {"not addressed: equal studies",
       {cited(kStudy, true, "1b"), cited(kStudy, false, "1b")},
       std::nullopt,
       false,
       Conclusion::for_the_physician,
       std::nullopt},
      {"not addressed: an inapplicable guideline",
       {cited(kGuideline, true, "", false)},
       std::nullopt,
       false,
       Conclusion::for_the_physician,
       std::nullopt},
  };
  for (const Row& row : rows) {
    guidelines::SearchResult found;
    found.strict = row.strict;
    found.levels = {"1a", "1b", "2b", "3a", "4"};
    determination::ItemDraft item = testing::draft_of(testing::TestCase{}).items.front();
    item.addressed = row.guideline.has_value();
    item.decision = row.guideline;
    std::vector<const CitedEvidence*> evidence;
    for (const CitedEvidence& one : row.evidence) evidence.push_back(&one);
    weigh(evidence, found, item);
    EXPECT_EQ(name_of(item.conclusion), name_of(row.conclusion)) << row.what;
    EXPECT_EQ(item.decision, row.decision) << row.what;
    EXPECT_EQ(item.addressed, row.decision.has_value()) << row.what;
    EXPECT_LE(item.citations.size(), 3U) << row.what;
  }
}

records::CaseFile with(std::vector<CitedEvidence> evidence) {
  testing::TestCase test;
  test.review = "2018-06-01";
  test.records = {{"note.txt", "The injured worker has low back pain and takes Soma."}};
  records::CaseFile file = testing::make_case(test);
  file.evidence = std::move(evidence);
  return file;
}

std::string text_of(const std::vector<determination::Sentence>& rationale) {
  std::string out;
  for (const auto& sentence : rationale) out += sentence.text + "\n";
  return out;
}

TEST(Weighing, IsToldInTheRationale) {
  const auto draft = testing::draft_of(with({cited(kStudy, true, "1b"), cited(kStudy, false, "4")}));
  const auto& item = draft.items.front();
  EXPECT_EQ(item.decision, Decision::overturned);
  EXPECT_EQ(item.by_guideline, Decision::upheld);
  EXPECT_EQ(item.citations.front().text, "Example A. An invented study. 2015");
  const std::string text = text_of(item.rationale);
  for (const char* expected :
       {"By the guideline alone the requested Soma 350 mg #20 would not be shown to be medically necessary.",
        "Example A. An invented study. 2015 is cited for the treatment: applicable, level 1b.",
        "Example A. An invented study. 2015 is cited against the treatment: applicable, level 4.",
        "The better applicable study speaks against the guideline, whose presumption is rebutted.",
        "On that evidence the requested treatment is medically necessary."})
    EXPECT_NE(text.find(expected), std::string::npos) << expected << "\nin\n" << text;
  EXPECT_EQ(text.find("For these reasons"), std::string::npos);
}

TEST(Weighing, LeavesToThePhysicianWhatCannotBeGraded) {
  const auto draft = testing::draft_of(with({cited(kStudy, true, "1b")}));
  EXPECT_EQ(draft.items.front().decision, Decision::upheld);
  ASSERT_TRUE(
      std::any_of(draft.warnings.begin(), draft.warnings.end(), [](const auto& w) { return w.code == "evidence"; }));
}

TEST(Weighing, ConcernsTheItemsThatItNames) {
  CitedEvidence row;
  EXPECT_TRUE(row.concerns(1));
  row.items = {2};
  EXPECT_FALSE(row.concerns(1));
  EXPECT_TRUE(row.concerns(2));
}

}  // namespace
}  // namespace openimr::review
