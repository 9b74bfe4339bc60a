// The words of a page, each in its type and no wider than its line.
#pragma once

#include <string>
#include <vector>

#include "letter/writing/fonts.h"

namespace openimr::letter {

struct TypedWord {
  std::string text;
  Type type;
  bool goes_on = false;  // a piece of a word, and not its last: no space follows
};

// Adds the words of a text.
void add_words(std::vector<TypedWord>& to, const std::string& text, Type type);

// What a word takes of its line. A decision has a frame around it: `frame` on either side.
double frame(Type type);
double width_of(const TypedWord& word, const Fonts& fonts);

// The words; one that is wider than a line in pieces, cut after a hyphen where it has one: whoever reads the page puts
// those together again. Pieces are as wide as fit, so that two never stand on one line.
std::vector<TypedWord> fitting(const std::vector<TypedWord>& words, double width, const Fonts& fonts);

}  // namespace openimr::letter
