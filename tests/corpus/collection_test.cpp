// The collection: kept once, found by words and fields, counted, and made anew where it is damaged.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <random>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "corpus/made_collection.h"

namespace openimr::corpus {
namespace {

namespace fs = std::filesystem;
using determination::Decision;

std::vector<Published> four() {
  auto soma = published("EX-1", "2016-03-01", {item("Soma 350mg #60", "carisoprodol", "Pharmaceuticals")},
                        "The injured worker takes carisoprodol for muscle spasm of the low back.");
  soma.states = {"California", "Texas"};
  soma.age = 63;
  auto therapy =
      published("EX-2", "2016-05-09", {item("Physical therapy 12 visits", "", "Rehabilitation", Decision::overturned)},
                "Twelve visits of physical therapy for the knee. Pain has improved.");
  therapy.items.front().body_parts = {"knee"};
  auto both = published("EX-3", "2017-01-20",
                        {item("Norco 10/325 #90", "hydrocodone/acetaminophen", "Pharmaceuticals"),
                         item("Massage, 6 sessions", "", "Rehabilitation")},
                        "Norco and massage <b>were</b> requested & denied. No spasm in the low back was found.");
  auto row = published("DM-9", "2016-05-10", {item("Imaging: MRI", "", "Imaging", Decision::overturned)}, "");
  row.source = "dmhc";
  row.decided = {};
  row.year = 2016;
  return {soma, therapy, both, row};
}

TEST(Collection, KeepsALetterOnce) {
  MadeCollection made(four());
  EXPECT_EQ(made.add(four()), 0);
  const Collection collection = made.open();
  EXPECT_EQ(collection.letters(), 4);
  EXPECT_EQ(collection.items(), 5);
  const auto letter = collection.letter(four()[1].id()).value();
  ASSERT_TRUE(letter);
  EXPECT_EQ(to_json(*letter), to_json(four()[1]));
  EXPECT_FALSE(collection.letter("0123456789abcdef").value());
}

TEST(Collection, FindsByWordsPhrasesFieldsAndRanges) {
  const MadeCollection made(four());
  const Collection collection = made.open();
  const std::vector<std::pair<std::string, std::vector<std::string>>> cases = {
      {"massage", {"EX-3"}},
      {"improving", {"EX-2"}},             // in another form
      {"\"low back\"", {"EX-1", "EX-3"}},  // a phrase
      {"\"back low\"", {}},
      {"spasm NEAR/4 back", {"EX-1", "EX-3"}},
      {"spasm AND NOT massage", {"EX-1"}},
      {"physio OR physic*", {"EX-2"}},  // the beginning of a word
      {"drug:carisoprodol", {"EX-1"}},
      {"drug:CARISOPRODOL", {"EX-1"}},
      {"body-part:knee", {"EX-2"}},
      {"state:texas spasm", {"EX-1"}},
      {"source:dmhc", {"DM-9"}},
      {"mri", {"DM-9"}},  // of a row without a letter: its fields
      {"decided:2016-05-01..2016-12-31", {"EX-2"}},
      {"decided:2016..2016", {"EX-1", "EX-2"}},
      {"decided:2017-01..", {"EX-3"}},
      {"age:60..70", {"EX-1"}},
      {"Soma", {"EX-1"}},  // the other name of what the letter calls carisoprodol
  };
  for (const auto& [words, expected] : cases) {
    const auto answer = collection.answer({.words = words});
    ASSERT_TRUE(answer) << words << ": " << answer.error().to_string();
    auto found = references(*answer);
    std::sort(found.begin(), found.end());
    EXPECT_EQ(found, expected) << words;
    EXPECT_EQ(answer->total, static_cast<std::int64_t>(expected.size())) << words;
  }
}

TEST(Collection, SaysWhyALetterWasFound) {
  const MadeCollection made(four());
  const Collection collection = made.open();
  const Answer answer = collection.answer({.words = "spasms massage", .most = 1}).value();
  ASSERT_EQ(references(answer), std::vector<std::string>{"EX-3"});
  EXPECT_EQ(answer.found[0].why, (std::vector<std::string>{"massag", "spasm"}));
  const Snippet& snippet = answer.found[0].snippet;
  std::vector<std::string> marked;
  for (const Span mark : snippet.marks) marked.push_back(snippet.text.substr(mark.begin, mark.end - mark.begin));
  EXPECT_EQ(marked, (std::vector<std::string>{"massage", "spasm"}));
  EXPECT_NE(snippet.text.find("<b>were</b> requested & denied"), std::string::npos) << "as it was, " << snippet.text;
  EXPECT_EQ(collection.answer({.words = "carisoprodl"})->suggestion, "carisoprodol");
  EXPECT_EQ(collection.answer({.words = "soma"})->suggestion, "") << "a name that the vocabulary knows is no misprint";
}

TEST(Collection, GrowsByOneAtATime) {
  MadeCollection made(four());
  const int folder = ::open((made.folder.path() / "index").c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  ASSERT_EQ(::flock(folder, LOCK_EX | LOCK_NB), 0) << "as somebody else who adds letters";
  Indexed indexed;
  const auto add = [&] {
    return index_letters(made.folder.path(), testing::engine().vocabulary, false, indexed, [] { return true; });
  };
  const auto refused = add();
  ASSERT_FALSE(refused);
  EXPECT_TRUE(refused.error().to_string().ends_with(
      "letters are being added to the index already. Wait until that has ended, and do it again."))
      << refused.error().to_string();
  ::close(folder);
  EXPECT_TRUE(add());
}

TEST(Collection, SortsAndTurnsPages) {
  const MadeCollection made(four());
  const Collection collection = made.open();
  EXPECT_EQ(references(*collection.answer({.order = Order::oldest, .skip = 1})),
            (std::vector<std::string>{"EX-1", "EX-2", "EX-3"}));
  EXPECT_EQ(references(*collection.answer({.order = Order::newest, .most = 2})),
            (std::vector<std::string>{"EX-3", "EX-2"}));
}

TEST(Collection, CountsFacetsOfWhatWasFound) {
  const MadeCollection made(four());
  const Answer answer = made.open().answer({.where = {{Facet::source, "imr"}}, .most = 0, .facets = true}).value();
  EXPECT_EQ(answer.total, 3);
  EXPECT_TRUE(answer.is_exact);
  std::map<std::string, std::int64_t> categories;
  for (const FacetCount& each : answer.facets.at(Facet::category)) categories[each.value] = each.letters;
  EXPECT_EQ(categories, (std::map<std::string, std::int64_t>{{"Pharmaceuticals", 2}, {"Rehabilitation", 2}}));
  EXPECT_EQ(answer.facets.at(Facet::decision).front().value, "Upheld");
  EXPECT_EQ(answer.facets.at(Facet::decision).front().letters, 2) << "a letter counts once";
}

TEST(Collection, RefusesAQuestionThatCannotBeRead) {
  const MadeCollection made(four());
  const Collection collection = made.open();
  for (const std::string& words :
       {std::string("decided:yesterday..today"), std::string("a AND"), std::string(5000, 'a')}) {
    const auto answer = collection.answer({.words = words});
    ASSERT_FALSE(answer) << words;
    EXPECT_EQ(answer.error().code, ErrorCode::wrong_use);
    EXPECT_EQ(answer.error().remedy, "Ask for words, a \"phrase\", or a field: drug:carisoprodol.");
  }
  // What looks like one and is none is a question for words.
  for (const char* words : {"\"open", "(((", "*", "drug:", "nobody:knows", "\x80\xff", "a OR OR b"}) {
    const auto answer = collection.answer({.words = words});
    EXPECT_TRUE(answer || answer.error().code == ErrorCode::wrong_use) << words;
  }
}

TEST(Collection, GoesOnWhereItWasKilled) {
  std::vector<Published> many;
  for (int i = 0; i < 40; ++i)
    many.push_back(published("EX-" + std::to_string(i), "2016-03-01", {item("Item", "", "Imaging")},
                             "letter " + std::to_string(i)));
  MadeCollection made({many.begin(), many.begin() + 10});
  {
    auto store = LetterStore::open(letters_file(made.folder.path()), LetterStore::Make::no).value();
    ASSERT_EQ(store.add(many).value(), 30);
  }
  EXPECT_EQ(made.open().waiting(), 30);
  EXPECT_EQ(made.open().answer({})->total, 10);
  // Ended after some letters, the rest is indexed later.
  Indexed indexed;
  ASSERT_TRUE(index_letters(made.folder.path(), testing::engine().vocabulary, false, indexed, [] { return false; }));
  made.index();
  EXPECT_EQ(made.open().answer({})->total, 40);
  EXPECT_EQ(made.open()
                .answer({.where = {{Facet::category, "imaging"}}, .facets = true})
                ->facets.at(Facet::category)
                .front()
                .letters,
            40);
}

TEST(Collection, IsMadeAnewWhereTheIndexIsDamaged) {
  MadeCollection made(four());
  const fs::path index = made.folder.path() / "index";
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(index)) {
    if (entry.is_regular_file() && entry.file_size() > 0) files.push_back(entry.path());
  }
  ASSERT_GT(files.size(), 4U);
  for (const fs::path& file : files) {
    std::ofstream(file, std::ios::binary | std::ios::trunc) << "damaged";
    const auto collection = Collection::open(made.folder.path());
    const auto answer =
        collection ? collection->answer({.words = "spasm", .facets = true}) : Result<Answer>(fail(collection.error()));
    ASSERT_FALSE(answer) << file;
    EXPECT_NE(answer.error().code, ErrorCode::internal);
    EXPECT_NE(answer.error().remedy.find("openimr corpus index"), std::string::npos) << answer.error().to_string();
    made.index(true);
    EXPECT_EQ(made.open().answer({.words = "spasm"})->total, 2) << file;
  }
}

TEST(Collection, RefusesAFileThatIsNoCollection) {
  const testing::TempFolder folder;
  folder.write("letters.db", "this is no database at all, but a text of some length");
  const auto opened = LetterStore::open(letters_file(folder.path()), LetterStore::Make::yes);
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().code, ErrorCode::invalid);
  const auto nothing = Collection::open(folder.path() / "nowhere");
  ASSERT_FALSE(nothing);
  EXPECT_EQ(nothing.error().code, ErrorCode::not_found);
  EXPECT_EQ(nothing.error().remedy, "Collect some first: openimr corpus add PATH.");
}

}  // namespace
}  // namespace openimr::corpus
