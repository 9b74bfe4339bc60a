// Names of people and firms, as parties and reviewers write them, and whether two of them are of one and the same.
#pragma once

#include <bit>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace openimr::cases {

enum class Likeness : std::uint8_t {
  different,
  possible,  // a person has to look: a small misspelling, an initial, a part of the other name
  same,      // the same words, in whatever order
};
std::string_view name_of(Likeness likeness);

// A name without what says nothing about whose it is: letters are small, punctuation is gone, "Last, First" is turned
// round, and the form of a company (Inc, LLC) and titles (Dr, MD) are left out, unless nothing else would be left.
struct PartyName {
  std::vector<std::string> words;  // sorted
  std::string run;                 // the words as written, without spaces
  std::uint64_t letters = 0;       // a bit for each letter and digit that occurs
};
PartyName fold_name(std::string_view written);

// Same: the same words. Possible: all words of the shorter name stand in the longer one, an initial for the whole word,
// one of them of three letters at least; or one letter is wrong in five, two in ten (left out, put in, another,
// exchanged with its neighbour). The order of the two does not matter.
Likeness compare(const PartyName& a, const PartyName& b);

// By the letters of two names alone: false only where compare() says different. A part has no letter that the whole has
// not; a wrong letter takes one away and brings another.
inline bool may_be_alike(std::uint64_t a, std::uint64_t b) {
  const std::uint64_t only_one_has = a ^ b;
  return (only_one_has & a) == 0 || (only_one_has & b) == 0 || std::popcount(only_one_has) <= 4;
}

}  // namespace openimr::cases
