// Figures of a replay against values worked by hand.
#include "corpus/agreement.h"

#include <cmath>
#include <optional>

#include <gtest/gtest.h>

#include "corpus/changes.h"
#include "corpus/naive_bayes.h"

namespace openimr::corpus {
namespace {

using determination::Citation;
using determination::Decision;

ReplayedItem item(std::optional<Decision> ours, std::optional<Decision> physician, const std::string& letter = "A") {
  ReplayedItem out{.case_number = letter,
                   .number = 1,
                   .topic = ours ? "topic" : "",
                   .draft = {.text = "",
                             .place = {},
                             .parsed = {},
                             .decision = ours,
                             .addressed = ours.has_value(),
                             .decided_for = Date::of(2016, 12, 1).value(),
                             .searched = {},
                             .citations = {},
                             .criteria = {},
                             .rationale = {},
                             .weighed = {},
                             .by_guideline = std::nullopt,
                             .would_overturn = {}},
                   .physician = physician,
                   .physician_citations = {},
                   .physician_rationale = ""};
  return out;
}

Citation cited(const std::string& title, std::vector<std::string> sections) {
  return {.source = "MTUS",
          .title = title,
          .year = 2016,
          .chapter = "",
          .sections = std::move(sections),
          .pages = {},
          .text = "",
          .says = ""};
}

TEST(Confusion, GivesTheFiguresOfTheTextbook) {
  // Of 10 overturned we find 6, of 90 upheld 81.
  const Confusion c{.overturned_both = 6, .overturned_ours = 9, .overturned_physician = 4, .upheld_both = 81};
  EXPECT_EQ(c.items(), 100U);
  EXPECT_DOUBLE_EQ(*c.accuracy(), 0.87);
  EXPECT_DOUBLE_EQ(*c.balanced_accuracy(), 0.75);
  EXPECT_DOUBLE_EQ(*c.overturned_precision(), 0.4);
  EXPECT_DOUBLE_EQ(*c.overturned_recall(), 0.6);
  EXPECT_NEAR(*c.matthews_correlation(), (6 * 81 - 9 * 4) / std::sqrt(15.0 * 10 * 90 * 85), 1e-12);
}

TEST(Confusion, SaysNothingWhereThereIsNothingToDivideBy) {
  const Confusion none;
  EXPECT_FALSE(none.accuracy());
  EXPECT_FALSE(none.balanced_accuracy());
  EXPECT_FALSE(none.matthews_correlation());
  const Confusion all_upheld{.overturned_both = 0, .overturned_ours = 0, .overturned_physician = 3, .upheld_both = 7};
  EXPECT_DOUBLE_EQ(*all_upheld.balanced_accuracy(), 0.5);
  EXPECT_DOUBLE_EQ(*all_upheld.matthews_correlation(), 0);
  EXPECT_FALSE(all_upheld.overturned_precision());
}

TEST(Agreement, CountsAnItemWithoutADecisionAsUpheld) {
  const auto upheld = Decision::upheld;
  const auto overturned = Decision::overturned;
  const Agreement a = agreement_of({item(overturned, overturned, "A"), item(std::nullopt, upheld, "A"),
                                    item(std::nullopt, overturned, "B"), item(upheld, std::nullopt, "C")});
  EXPECT_EQ(a.items, 4U);
  EXPECT_EQ(a.compared, 3U);
  EXPECT_EQ(a.confusion.overturned_both, 1U);
  EXPECT_EQ(a.confusion.upheld_both, 1U);
  EXPECT_EQ(a.confusion.overturned_physician, 1U);
  EXPECT_DOUBLE_EQ(a.topic_coverage, 0.5);
  EXPECT_DOUBLE_EQ(a.not_addressed_share, 0.5);
  ASSERT_TRUE(a.accuracy.interval);
  EXPECT_LE(a.accuracy.interval->low, *a.accuracy.value);
  EXPECT_GE(a.accuracy.interval->high, *a.accuracy.value);
}

TEST(Agreement, FoldsTitlesForCaseAndPunctuation) {
  EXPECT_EQ(folded_title("NSAIDs, GI symptoms & cardiovascular risk"), "nsaids gi symptoms cardiovascular risk");
  EXPECT_EQ(folded_title("  Proton Pump Inhibitors (PPIs)."), "proton pump inhibitors ppis");
  EXPECT_EQ(folded_title(""), "");
}

TEST(Agreement, OnTheGuidelineNeedsTitleAndSection) {
  const struct {
    Citation ours, theirs;
    bool title, section;
  } cases[] = {
      {cited("Low Back Complaints", {"Special Studies"}), cited("low back complaints", {"special studies"}), true,
       true},
      {cited("Low Back Complaints", {"Special Studies"}), cited("Low Back Complaints", {"Summary"}), true, false},
      {cited("Low Back Complaints", {"Summary"}), cited("Low Back Complaints", {"Special Studies", "Summary"}), true,
       true},
      {cited("Acupuncture Treatment", {"Acupuncture"}), cited("Acupuncture Treatment", {}), true, true},
      {cited("Low Back Complaints", {"Summary"}), cited("Knee Complaints", {"Summary"}), false, false},
  };
  for (const auto& c : cases) {
    const Citations ours = {cited("Another Guideline", {"x"}), c.ours};
    EXPECT_EQ(agree_on_title(ours, {c.theirs}), c.title) << c.theirs.title;
    EXPECT_EQ(agree_on_section(ours, {c.theirs}), c.section) << c.theirs.title;
  }
}

TEST(Agreement, LeavesOutItemsWhosePhysicianCitedNothing) {
  ReplayedItem with = item(Decision::upheld, Decision::upheld);
  with.physician_citations = {cited("Knee Complaints", {})};
  const Agreement a = agreement_of({with, item(Decision::upheld, Decision::upheld)});
  EXPECT_EQ(a.cited, 1U);
  EXPECT_DOUBLE_EQ(*a.title_agreement, 0);
}

TEST(Baselines, AlwaysUpheldIsRightWhereThePhysicianUpholds) {
  const Baseline baseline =
      majority({item(Decision::overturned, Decision::upheld), item(Decision::overturned, Decision::overturned),
                item(std::nullopt, std::nullopt)});
  EXPECT_EQ(baseline.confusion.upheld_both, 1U);
  EXPECT_EQ(baseline.confusion.overturned_physician, 1U);
  EXPECT_EQ(baseline.confusion.items(), 2U);
}

TEST(Baselines, NaiveBayesLearnsAWordThatTellsAndNeverSeesTheLetterItGuesses) {
  std::vector<LabelledWords> telling;
  for (int i = 0; i < 40; ++i) {
    const bool overturned = i % 2 == 0;
    telling.push_back({"letter " + std::to_string(i), overturned ? "locked knee" : "stable knee",
                       overturned ? Decision::overturned : Decision::upheld});
  }
  EXPECT_DOUBLE_EQ(*naive_bayes(telling).confusion.accuracy(), 1);
  // A word that only one letter has tells nothing of that letter.
  std::vector<LabelledWords> own_words;
  for (int i = 0; i < 40; ++i) {
    const std::string word(3, static_cast<char>('a' + i % 20));
    own_words.push_back({"letter " + std::to_string(i / 2), word + std::string(1, static_cast<char>('a' + i / 2)),
                         i / 2 % 2 == 0 ? Decision::overturned : Decision::upheld});
  }
  EXPECT_EQ(naive_bayes(own_words).confusion.overturned_both, 0U);
}

EarlierItem earlier(std::optional<Decision> decision, const std::string& letter, int number = 1) {
  return {
      .case_number = letter, .number = number, .topic = decision ? "topic" : "", .decision = decision, .citations = {}};
}

TEST(Changes, AreGainedAndLostAgainstThePhysician) {
  const auto upheld = Decision::upheld;
  const auto overturned = Decision::overturned;
  const struct {
    const char* name;
    std::optional<Decision> before, now, physician;
    std::size_t gained, lost, changed;
  } cases[] = {
      {"found now", upheld, overturned, overturned, 1, 0, 1},
      {"no longer found", overturned, upheld, overturned, 0, 1, 1},
      {"as before", upheld, upheld, overturned, 0, 0, 0},
      {"not addressed counts as upheld", std::nullopt, upheld, upheld, 0, 0, 1},
      {"nothing to compare with", upheld, overturned, std::nullopt, 0, 0, 1},
  };
  for (const auto& c : cases) {
    const Changes changes = changes_since({earlier(c.before, "A")}, {item(c.now, c.physician, "A")});
    EXPECT_EQ(changes.decisions.gained, c.gained) << c.name;
    EXPECT_EQ(changes.decisions.lost, c.lost) << c.name;
    EXPECT_EQ(changes.items.size(), c.changed) << c.name;
  }
}

TEST(Changes, PairItemsByCaseAndNumber) {
  const auto upheld = Decision::upheld;
  const auto overturned = Decision::overturned;
  // The same letter twice: the first goes with the first.
  const Changes changes =
      changes_since({earlier(upheld, "A"), earlier(overturned, "A"), earlier(upheld, "B"), earlier(upheld, "A", 2)},
                    {item(upheld, upheld, "A"), item(overturned, upheld, "A"), item(upheld, upheld, "C")});
  EXPECT_EQ(changes.in_both, 2U);
  EXPECT_EQ(changes.only_before, 2U);
  EXPECT_EQ(changes.only_now, 1U);
  EXPECT_TRUE(changes.items.empty());
}

TEST(Changes, CountCitationsThatAgree) {
  EarlierItem before = earlier(Decision::upheld, "A");
  before.citations = {cited("Low Back Complaints", {"Summary"})};
  ReplayedItem now = item(Decision::upheld, Decision::upheld, "A");
  now.physician_citations = {cited("Low Back Complaints", {"Special Studies"})};
  now.draft.citations = {cited("Low Back Complaints", {"Special Studies"})};
  const Changes gained = changes_since({before}, {now});
  EXPECT_EQ(gained.titles.gained + gained.titles.lost, 0U);
  EXPECT_EQ(gained.sections.gained, 1U);
  now.draft.citations = {cited("Knee Complaints", {"Special Studies"})};
  EXPECT_EQ(changes_since({before}, {now}).titles.lost, 1U);
}

}  // namespace
}  // namespace openimr::corpus
