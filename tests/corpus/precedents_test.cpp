// Items that are alike, by structure.
#include "corpus/precedents/precedents.h"

#include "base/data.h"
#include "corpus/made_collection.h"
#include "corpus/replay.h"
#include "support/letters.h"

namespace openimr::corpus {
namespace {

using determination::Decision;
using guidelines::Finding;

Likeness soma() {
  return {.topic = "carisoprodol",
          .asked = "carisoprodol",
          .body_parts = {"lumbar spine"},
          .claim_years = 3,
          .criteria = {{"short", "no longer than 2-3 weeks", Finding::not_met, false},
                       {"acute", "for an acute exacerbation", Finding::not_documented, false}}};
}

TEST(Likeness, IsOneOfTheSameAndLessOfTheOther) {
  EXPECT_DOUBLE_EQ(likeness(soma(), soma()), 1);
  Likeness other = soma();
  other.criteria[1].finding = Finding::met;
  EXPECT_DOUBLE_EQ(likeness(soma(), other), 1 - 0.45 / 2);
  EXPECT_DOUBLE_EQ(likeness(other, soma()), likeness(soma(), other));
  other = soma();
  other.body_parts = {"knee"};
  EXPECT_DOUBLE_EQ(likeness(soma(), other), 0.8);
  other = soma();
  other.claim_years = 8;
  EXPECT_DOUBLE_EQ(likeness(soma(), other), 0.95);
  other = soma();
  other.asked = "baclofen";
  EXPECT_DOUBLE_EQ(likeness(soma(), other), 0) << "another drug is no precedent, whatever else is alike";
  other.asked = "";
  EXPECT_DOUBLE_EQ(likeness(other, other), 0) << "nobody knows what was asked for";
}

const MadeCollection& samples() {
  static const MadeCollection made = [] {
    std::vector<Published> letters;
    for (const char* name : {"000", "001", "002", "003", "004"}) {
      const std::string file = (testing::source_dir() / "examples" / "letters" / (std::string(name) + ".txt")).string();
      const std::string text = read_file(file, 1U << 20U).value();
      letters.push_back(published_letter(testing::read_letter(text), text, testing::engine().vocabulary));
      letters.back().reference = name;
    }
    return MadeCollection(letters);
  }();
  return made;
}

Rereading reading() {
  const auto& engine = testing::engine();
  return {engine.letters, engine.library, engine.vocabulary};
}

// What the first sample asks for, as its own replay has it.
Likeness of_sample(const std::string& name) {
  const Collection collection = samples().open();
  const auto found = collection.answer({.words = "", .where = {{Facet::drug, "carisoprodol"}}}).value();
  for (const Found& each : found.found) {
    if (each.letter.reference != name) continue;
    auto letter = testing::read_letter(each.letter.text);
    const auto items = replay(
                           letter, each.letter.text, [](Span) { return Place{}; }, testing::engine().library,
                           testing::engine().vocabulary)
                           .value();
    for (const auto& item : items) {
      auto out = likeness_of(item.draft, each.letter.injury, each.letter.decided, testing::engine().vocabulary);
      if (out.asked == "carisoprodol") return out;
    }
  }
  ADD_FAILURE() << "no such sample: " << name;
  return {};
}

TEST(Precedents, TellHowTheyWereDecidedAndWhatDiffered) {
  const Collection collection = samples().open();
  const Likeness item = of_sample("000");
  ASSERT_FALSE(item.criteria.empty());
  const auto found = precedents(collection, item, "Soma 350 mg #100", "000", reading(), 10);
  ASSERT_TRUE(found) << found.error().to_string();
  ASSERT_EQ(found->size(), 4U) << "an item of each other sample, and never the case's own";
  for (const Precedent& each : *found) {
    EXPECT_NE(each.reference, "000");
    EXPECT_GT(each.likeness, 0);
    EXPECT_LE(each.likeness, 1);
    for (const Differing& criterion : each.differing) EXPECT_NE(criterion.here, criterion.there);
  }
  EXPECT_GE(found->front().likeness, found->back().likeness);
  EXPECT_EQ(precedents(collection, item, "Soma", "", reading(), 2)->size(), 2U);
}

TEST(Precedents, AreNoneWhereNobodyKnowsWhatIsAskedFor) {
  EXPECT_TRUE(precedents(samples().open(), {}, "something", "", reading(), 10)->empty());
}

TEST(Consistency, FindsPairsThatWereDecidedDifferently) {
  auto letters = [] {
    const std::string file = (testing::source_dir() / "examples" / "letters" / "000.txt").string();
    return read_file(file, 1U << 20U).value();
  }();
  Published upheld = published_letter(testing::read_letter(letters), letters, testing::engine().vocabulary);
  upheld.reference = "upheld";
  std::string other = letters;
  const auto at = other.find("Upheld");
  ASSERT_NE(at, std::string::npos);
  other.replace(at, 6, "Overturned");
  Published overturned = published_letter(testing::read_letter(other), other, testing::engine().vocabulary);
  overturned.reference = "overturned";
  const MadeCollection made({upheld, overturned});
  const auto pairs = inconsistencies(made.open(), {}, reading(), 0.8, 10);
  ASSERT_TRUE(pairs) << pairs.error().to_string();
  ASSERT_EQ(pairs->size(), 1U);
  EXPECT_EQ(pairs->front().overturned.reference, "overturned");
  EXPECT_EQ(pairs->front().upheld.reference, "upheld");
  EXPECT_TRUE(pairs->front().overturned.differing.empty()) << "nothing in the record differs";
  EXPECT_TRUE(inconsistencies(samples().open(), {}, reading(), 0.0, 10)->empty()) << "all samples are upheld";
}

}  // namespace
}  // namespace openimr::corpus
