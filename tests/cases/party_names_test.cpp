#include "cases/party_names.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace openimr::cases {
namespace {

TEST(PartyNames, AreComparedByWhatTheySay) {
  struct Row {
    const char* a;
    const char* b;
    Likeness likeness;
  };
  using enum Likeness;
  const Row rows[] = {
      {"Acme Insurance, Inc.", "ACME INSURANCE", same},
      {"The Acme Insurance Company", "Acme Insurance LLC", same},
      {"Acme Insurance L.L.C.", "Acme Insurance", same},
      {"Doe, Jane", "Jane Doe", same},
      {"Jane Doe, M.D.", "Dr. Jane Doe", same},
      {"Doe, Jane, MD", "Jane Doe", same},
      {"Patrick O'Sample", "Patrick OSample", same},
      {"Sample-Test Clinic", "Sample Test Clinic", same},
      {"Jane Q. Doe", "Jane Doe", possible},
      {"J. Doe", "Jane Doe", possible},
      {"Jane Doe", "J. Doe", possible},
      {"Acme Insurance of Ohio", "Acme Insurance", possible},
      {"Doe", "Jane Doe", possible},
      {"Jane Dough", "Jane Doug", possible},
      {"Patricia Sample", "Patrica Smaple", possible},
      {"Mac Sample", "Macsample", possible},
      {"Jane Doe", "John Doe", different},
      {"Jane Doe", "Jane Roe", possible},
      {"Patricia Sample", "Patrick Example", different},
      {"A. B.", "Anna Bell", different},
      {"Acme Insurance", "Zenith Insurance", different},
      {"The Company", "The Company", same},
      {"The Company", "Acme", different},
      {"Ann", "Anna", different},
      {"", "Jane Doe", different},
      {"", "", different},
      {"?!", "?!", different},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(name_of(compare(fold_name(row.a), fold_name(row.b))), name_of(row.likeness)) << row.a << " / " << row.b;
    EXPECT_EQ(name_of(compare(fold_name(row.b), fold_name(row.a))), name_of(row.likeness)) << row.b << " / " << row.a;
  }
}

std::string invented_name() {
  std::string out =
      *rc::gen::container<std::string>(*rc::gen::inRange<std::size_t>(10, 20), rc::gen::inRange('a', 'f'));
  out[*rc::gen::inRange<std::size_t>(3, out.size() - 3)] = ' ';
  return out;
}

TEST(PartyNames, OneWrongLetterInTenIsPossiblyTheSame) {
  EXPECT_TRUE(rc::check([] {
    const std::string name = invented_name();
    std::string wrong = name;
    wrong[*rc::gen::inRange<std::size_t>(0, 3)] = *rc::gen::inRange('g', 'z');
    RC_ASSERT(compare(fold_name(name), fold_name(wrong)) == Likeness::possible);
    RC_ASSERT(compare(fold_name(wrong), fold_name(name)) == Likeness::possible);
  }));
}

// Every pair of a crowd of names that are often alike, with and without the look at their letters.
TEST(PartyNames, TheLookAtLettersPassesOverNothing) {
  EXPECT_TRUE(rc::check([] {
    std::string name = invented_name();
    const std::string first = name;
    for (int i = *rc::gen::inRange(0, 4); i > 0; --i) {
      const auto at = *rc::gen::inRange<std::size_t>(0, name.size());
      const char letter = *rc::gen::inRange('a', 'z');
      if (*rc::gen::inRange(0, 2) == 0) {
        name.insert(at, 1, letter);
      } else {
        name[at] = letter;
      }
    }
    const PartyName a = fold_name(first), b = fold_name(name);
    PartyName same_letters_a = a, same_letters_b = b;
    same_letters_a.letters = same_letters_b.letters = 0;
    RC_ASSERT(compare(a, b) == compare(same_letters_a, same_letters_b));
  }));
}

TEST(PartyNames, TheOrderOfTheTwoDoesNotMatter) {
  EXPECT_TRUE(rc::check([] {
    const PartyName a = fold_name(invented_name()), b = fold_name(invented_name());
    RC_ASSERT(compare(a, b) == compare(b, a));
    RC_ASSERT(compare(a, a) == Likeness::same);
  }));
}

}  // namespace
}  // namespace openimr::cases
