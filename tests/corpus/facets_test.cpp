// Facets against a plain count over the letters that the same question finds.
#include <algorithm>
#include <set>

#include "corpus/made_collection.h"
#include "corpus/simulation/simulate.h"

namespace openimr::corpus {
namespace {

constexpr int kLetters = 300;

std::map<std::string, std::int64_t> plainly(const Answer& answer, Facet facet) {
  std::map<std::string, std::int64_t> out;
  for (const Found& found : answer.found) {
    std::set<std::string> values;
    for (const PublishedItem& item : found.letter.items) {
      for (const std::string& value : values_of(facet, found.letter, item)) values.insert(folded(value));
    }
    for (const std::string& value : values) ++out[value];
  }
  return out;
}

TEST(Facets, AreThoseOfTheLettersThatAreFound) {
  const Simulation simulation(testing::engine().vocabulary, 1);
  std::vector<Published> letters;
  for (int number = 1; number <= kLetters; ++number) letters.push_back(simulation.letter(number));
  const MadeCollection made(letters);
  const Collection collection = made.open();
  const std::vector<Question> questions = {
      {},
      {.words = "the"},  // most letters have it
      {.words = "pain"},
      {.words = "therapy"},
      {.words = "carisoprodol"},  // and its other names
      {.words = "knee shoulder lumbar"},
      {.words = "the AND NOT therapy"},
      {.words = "+pain knee"},
      {.words = "knee XOR shoulder"},
      {.words = "\"low back\""},
      {.words = "pain NEAR/3 back"},
      {.words = "chron*"},
      {.words = "decision:upheld pain"},
      {.words = "decided:2016..2018"},
      {.words = "age:40..50 back"},
      {.words = "nobodyhasthisword"},
      {.where = {{Facet::decision, "Overturned"}}},
      {.words = "pain", .where = {{Facet::sex, "female"}, {Facet::state, "California"}, {Facet::state, "Texas"}}},
      {.words = "pain", .from = Date::from_iso("2016-01-01")},
  };
  std::set<std::size_t> sizes;
  for (Question question : questions) {
    question.most = kLetters;
    const auto found = collection.answer(question);
    ASSERT_TRUE(found) << question.words << found.error().to_string();
    question.facets = true;
    const Answer answer = collection.answer(question).value();
    EXPECT_TRUE(answer.is_exact);
    EXPECT_EQ(answer.total, static_cast<std::int64_t>(found->found.size())) << question.words;
    sizes.insert(found->found.size());
    for (const FacetName& each : facet_names()) {
      std::map<std::string, std::int64_t> counted;
      for (const FacetCount& count : answer.facets.at(each.facet)) counted[folded(count.value)] = count.letters;
      EXPECT_EQ(counted, plainly(*found, each.facet)) << question.words << ", " << each.name;
    }
  }
  EXPECT_GE(sizes.size(), 10U) << "the questions find few and many";
}

}  // namespace
}  // namespace openimr::corpus
