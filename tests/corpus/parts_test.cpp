// An index that is made of parts: the same as one that took letter after letter, whatever ended it in between.
#include "corpus/collection/parts.h"

#include <filesystem>

#include "corpus/made_collection.h"
#include "corpus/simulation/simulate.h"

namespace openimr::corpus {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t kPart = 20;

class PartsOfAnIndex : public ::testing::Test {
 protected:
  void SetUp() override { keep(1, 150); }

  void keep(int first, int last) {
    auto store = LetterStore::open(letters_file(folder.path()), LetterStore::Make::yes).value();
    std::vector<Published> letters;
    for (int number = first; number <= last; ++number) letters.push_back(simulation().letter(number));
    EXPECT_EQ(store.add(letters).value(), last - first + 1);
  }
  static const Simulation& simulation() {
    static const Simulation out(testing::engine().vocabulary, 1);
    return out;
  }
  // The shards catch up in parts; ended after so many letters of each.
  void catch_up(std::int64_t part, std::int64_t most = 1'000'000) {
    fs::create_directories(index());
    const auto letters = LetterStore::open(letters_file(folder.path()), LetterStore::Make::no).value();
    for (int rest = 0; rest < kShards; ++rest) {
      std::int64_t added = 0;
      const IndexProgress progress = {[&](std::uint64_t) { ++added; }, [&] { return added < most; }};
      const auto done =
          corpus::catch_up({index(), kShards, rest}, letters, testing::engine().vocabulary, progress, part);
      EXPECT_TRUE(done) << (done ? "" : done.error().to_string());
    }
  }
  fs::path index() const { return folder.path() / "index"; }
  fs::path words(const char* ending = "") const { return index() / (std::string("words-0") + ending); }

  // All that questions tell of it, as text.
  std::string told() const {
    std::string out;
    const auto collection = Collection::open(folder.path());
    if (!collection) return collection.error().to_string();
    for (const char* question : {"", "the", "knee pain", "\"low back\"", "chron*", "Soma", "physcial therapy"}) {
      const Answer answer = collection->answer({.words = question, .most = 20, .facets = true}).value();
      out += std::string(question) + ": " + std::to_string(answer.total) + " " + answer.suggestion + "\n";
      for (const Found& found : answer.found) out += std::to_string(found.number) + " " + found.snippet.text + "\n";
      for (const auto& [facet, counts] : answer.facets) {
        for (const FacetCount& each : counts) out += each.value + " " + std::to_string(each.letters) + ", ";
      }
    }
    return out;
  }
  std::string told_of_one_made_at_once() {
    fs::remove_all(index());
    catch_up(1'000'000);
    return told();
  }
  void expect_nothing_left() const {
    for (const char* ending : {".parts", ".making", ".made", ".old"}) EXPECT_FALSE(fs::exists(words(ending))) << ending;
  }

  testing::TempFolder folder;
};

TEST_F(PartsOfAnIndex, MakeTheSameIndex) {
  const std::string expected = told_of_one_made_at_once();
  ASSERT_NE(expected.find("knee pain: "), std::string::npos) << expected;
  fs::remove_all(index());
  catch_up(kPart);
  EXPECT_EQ(told(), expected);
  expect_nothing_left();
}

TEST_F(PartsOfAnIndex, GoOnWhereTheyWereEnded) {
  const std::string expected = told_of_one_made_at_once();
  for (const std::int64_t most : {1, 19, 20, 21, 45, 75}) {
    fs::remove_all(index());
    catch_up(kPart, most);
    EXPECT_TRUE(fs::exists(words(".parts"))) << most;
    EXPECT_FALSE(fs::exists(words())) << most;
    catch_up(kPart);
    EXPECT_EQ(told(), expected) << most;
    expect_nothing_left();
  }
}

TEST_F(PartsOfAnIndex, AreJoinedBehindWhatThereWas) {
  catch_up(kPart);
  const std::string before = told();
  keep(151, 400);
  catch_up(kPart, 30);
  EXPECT_EQ(told(), before) << "asked as it was completed last";
  catch_up(kPart);
  const std::string after = told();
  expect_nothing_left();
  keep(401, 410);
  catch_up(kPart);
  expect_nothing_left();
  const std::string with_few = told();
  EXPECT_NE(with_few, after);
  EXPECT_EQ(told_of_one_made_at_once(), with_few);
}

// What a kill can leave while parts are joined.
TEST_F(PartsOfAnIndex, AreJoinedOnceWhateverAKillLeft) {
  const std::string expected = told_of_one_made_at_once();
  const auto left = [&](const char* what) {
    catch_up(kPart);
    EXPECT_EQ(told(), expected) << what;
    expect_nothing_left();
  };
  fs::rename(words(), words(".made"));
  left("before the first index came to its place");

  fs::create_directories(words(".making"));
  folder.write("index/words-0.making/postlist.glass", "half");
  left("in the middle of the joined index");

  fs::copy(words(), words(".made"), fs::copy_options::recursive);
  left("behind the exchange: what stood there before");

  fs::rename(words(), words(".old"));
  fs::copy(words(".old"), words(".made"), fs::copy_options::recursive);
  left("between the two names");

  // Parts that are joined already would give letters twice.
  fs::create_directories(words(".parts"));
  fs::copy(words(), words(".parts") / "0", fs::copy_options::recursive);
  left("behind the join, before its parts were taken away");

  fs::create_directories(words(".parts") / "0");
  left("a part that was only begun");

  fs::remove_all(index());
  catch_up(kPart - 1, 30);
  left("parts of another size");
}

TEST_F(PartsOfAnIndex, AreReadWhileTheyAreJoined) {
  catch_up(kPart);
  const Collection before = Collection::open(folder.path()).value();
  const auto total = before.answer({.words = "\"low back\""})->total;
  keep(151, 400);
  catch_up(kPart);
  const auto again = before.answer({.words = "\"low back\""});
  ASSERT_TRUE(again) << again.error().to_string();
  EXPECT_EQ(again->total, total);
}

}  // namespace
}  // namespace openimr::corpus
