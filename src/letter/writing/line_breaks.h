// Where the lines of a letter end. Whoever reads the letter back, person or program, must find the words that were
// written and nothing that only looks like a part of a letter, so lines end at spaces alone, and not at every one:
//
// - not after a hyphen, which would seem to part a word ("three or four-" / "week trial" reads as one);
// - not where the next line would begin like a heading, a label, or an entry of a list;
// - not where the line would end like a decision (": Upheld"), which only an item's heading does, whole at its end.
//
// A line may be shorter for it. Where no shorter one keeps these rules, either they or the width give way.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace openimr::letter {

struct Word {
  std::string_view text;
  double width = 0;
};

// The words between the spaces of a text, without widths.
std::vector<Word> split_words(std::string_view text);

enum class GivesWay : std::uint8_t {
  width,  // of plain text: a longer line harms nobody
  rules,  // of a page: nothing may run off it
};

struct Column {
  double width = 0;
  double space = 0;  // between words
  GivesWay gives_way = GivesWay::width;
  bool decides = false;  // ends with its decision, which stays with the word before; no other line ends like a sentence
};

// For each line the index of the word after its last. A word wider than the column has a line of its own.
std::vector<std::size_t> line_ends(const std::vector<Word>& words, const Column& column);

}  // namespace openimr::letter
