// Invented letters: the same everywhere, read back as they were meant, and as long and as varied as published ones.
#include <algorithm>
#include <map>
#include <set>

#include "base/data.h"
#include "corpus/made_collection.h"
#include "corpus/simulation/simulate.h"
#include "support/letters.h"

namespace openimr::corpus {
namespace {

const Simulation& simulation() {
  static const Simulation out(testing::engine().vocabulary, 1);
  return out;
}

TEST(Simulation, GivesTheSameLetterAgain) {
  EXPECT_EQ(to_json(simulation().letter(7)), to_json(Simulation(testing::engine().vocabulary, 1).letter(7)));
  EXPECT_NE(simulation().letter(7).text, simulation().letter(8).text);
  EXPECT_NE(simulation().letter(7).text, Simulation(testing::engine().vocabulary, 2).letter(7).text);
}

TEST(Simulation, IsReadBackAsItWasMeant) {
  int items = 0;
  int recognised = 0;
  for (int number = 1; number <= 200; ++number) {
    const Published known = simulation().letter(number);
    const Published read = published_letter(testing::read_letter(known.text), known.text, testing::engine().vocabulary);
    EXPECT_EQ(read.reference, known.reference);
    EXPECT_EQ(read.decided, known.decided);
    EXPECT_EQ(read.injury, known.injury);
    EXPECT_EQ(read.age, known.age);
    EXPECT_EQ(read.sex, known.sex);
    EXPECT_EQ(read.states, known.states);
    EXPECT_EQ(read.specialties, known.specialties);
    ASSERT_EQ(read.items.size(), known.items.size()) << known.text;
    for (std::size_t i = 0; i < known.items.size(); ++i) {
      EXPECT_EQ(read.items[i].text, known.items[i].text);
      EXPECT_EQ(read.items[i].decision, known.items[i].decision);
      EXPECT_EQ(read.items[i].guidelines, known.items[i].guidelines);
      EXPECT_EQ(read.items[i].sections, known.items[i].sections);
      ++items;
      recognised +=
          read.items[i].drug == known.items[i].drug && read.items[i].treatment == known.items[i].treatment ? 1 : 0;
    }
  }
  std::printf("%d of %d items recognised as what was meant\n", recognised, items);
  EXPECT_GE(recognised, items * 9 / 10) << "some names stand for another thing beside a strength or a part of the body";
}

struct Words {
  std::vector<int> lengths;             // of each letter, sorted
  std::map<int, double> most_frequent;  // share of all words that the 10, 100, 500 most frequent are
  int different_in_one = 0;             // of the letter in the middle
};

Words words_of(const std::vector<std::string>& texts) {
  Words out;
  std::map<std::string, int> counts;
  std::vector<int> different;
  int all = 0;
  for (const std::string& text : texts) {
    std::set<std::string> own;
    std::string word;
    int length = 0;
    for (const char c : text + " ") {
      if (std::isalnum(static_cast<unsigned char>(c)) != 0) {
        word += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
      } else if (!word.empty()) {
        ++counts[word];
        own.insert(word);
        ++length;
        word.clear();
      }
    }
    all += length;
    out.lengths.push_back(length);
    different.push_back(static_cast<int>(own.size()));
  }
  std::sort(out.lengths.begin(), out.lengths.end());
  std::sort(different.begin(), different.end());
  out.different_in_one = different[different.size() / 2];
  std::vector<int> sorted;
  for (const auto& [word, count] : counts) sorted.push_back(count);
  std::sort(sorted.rbegin(), sorted.rend());
  for (const int most : {10, 100, 500}) {
    double sum = 0;
    for (int i = 0; i < most; ++i) sum += sorted[static_cast<std::size_t>(i)];
    out.most_frequent[most] = sum / all;
  }
  return out;
}

TEST(SharedSimulation, IsAsLongAndAsVariedAsPublishedLetters) {
  std::vector<std::string> published;
  for (const auto& entry : std::filesystem::directory_iterator(testing::shared_folder() / "letters" / "text"))
    published.push_back(read_file(entry.path().string(), 1U << 20U).value());
  std::vector<std::string> invented;
  for (int number = 1; number <= 94; ++number) invented.push_back(simulation().letter(number).text);
  const Words theirs = words_of(published);
  const Words ours = words_of(invented);
  const auto at = [](const Words& words, std::size_t percent) {
    return words.lengths[(words.lengths.size() - 1) * percent / 100];
  };
  for (const std::size_t percent : {10U, 50U, 90U}) {
    std::printf("words that %zu %% of letters do not exceed: %d published, %d invented\n", percent, at(theirs, percent),
                at(ours, percent));
    EXPECT_NEAR(at(ours, percent), at(theirs, percent), 0.2 * at(theirs, percent));
  }
  for (const int most : {10, 100, 500}) {
    std::printf("share of the %d most frequent words: %.3f published, %.3f invented\n", most,
                theirs.most_frequent.at(most), ours.most_frequent.at(most));
    EXPECT_NEAR(ours.most_frequent.at(most), theirs.most_frequent.at(most), 0.1);
  }
  std::printf("different words of a letter: %d published, %d invented\n", theirs.different_in_one,
              ours.different_in_one);
  EXPECT_NEAR(ours.different_in_one, theirs.different_in_one, 0.25 * theirs.different_in_one);
}

}  // namespace
}  // namespace openimr::corpus
