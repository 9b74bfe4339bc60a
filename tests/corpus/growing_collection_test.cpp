// A collection that is asked while letters are added to it: what was completed last stays found, whole and counted,
// until the index is complete again.
#include <atomic>
#include <thread>

#include <fmt/format.h>

#include "corpus/made_collection.h"

namespace openimr::corpus {
namespace {

constexpr int kFirst = 50;
constexpr int kMore = 9000;  // some commits in each shard: what a reader has open is written over

std::vector<Published> letters(int from, int until) {
  std::vector<Published> out;
  for (int i = from; i < until; ++i)
    out.push_back(published(fmt::format("EX-{}", i), "2016-03-01",
                            {item("Soma 350mg #60", "carisoprodol", "Pharmaceuticals")},
                            fmt::format("Soma for spasm, letter {} of many, word{} word{}.", i, i % 97, i * 7)));
  return out;
}

void expect_the_first(const Collection& collection) {
  const auto answer = collection.answer({.words = "spasm", .most = 3, .facets = true});
  ASSERT_TRUE(answer) << answer.error().to_string();
  EXPECT_EQ(answer->total, kFirst);
  ASSERT_EQ(answer->found.size(), 3U);
  for (const Found& found : answer->found) EXPECT_LE(found.number, kFirst);
  ASSERT_EQ(answer->facets.at(Facet::drug).size(), 1U);
  EXPECT_EQ(answer->facets.at(Facet::drug)[0].letters, kFirst);
  const auto plain = collection.answer({.words = "spasm", .most = 100});
  ASSERT_TRUE(plain) << plain.error().to_string();
  EXPECT_EQ(plain->found.size(), static_cast<std::size_t>(kFirst));
}

TEST(GrowingCollection, IsAskedWhileLettersAreAdded) {
  MadeCollection made(letters(0, kFirst));
  const Collection before = made.open();
  LetterStore::open(letters_file(made.folder.path()), LetterStore::Make::no)
      ->add(letters(kFirst, kFirst + kMore))
      .value();
  EXPECT_EQ(made.open().waiting(), kMore) << "kept, and in no index yet";
  expect_the_first(made.open());

  std::atomic<bool> complete = false;
  std::jthread adding([&] {
    made.index();
    complete = true;
  });
  int asked = 0;
  for (; !complete; ++asked) {
    expect_the_first(before);
    const auto another = before.again();
    ASSERT_TRUE(another) << another.error().to_string();
    expect_the_first(*another);
  }
  EXPECT_GT(asked, 1);

  const Collection after = made.open();
  EXPECT_EQ(after.waiting(), 0);
  EXPECT_EQ(after.answer({.words = "spasm", .facets = true})->total, kFirst + kMore);
  expect_the_first(before);
}

}  // namespace
}  // namespace openimr::corpus
