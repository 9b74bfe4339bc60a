// Phrases of some words, looked up at a word of a text. Inside deidentify/ only.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "corpus/deidentify/tokens.h"

namespace openimr::corpus::deidentify {

struct Phrase {
  std::size_t words = 0;  // how many tokens it takes; 0: none stands there
  int value = 0;
};

class PhraseTable {
 public:
  // The words of a phrase are those into which a text is taken apart.
  void add(std::string_view phrase, int value);
  // The longest that begins at the token, its words parted by white space, hyphens, slashes, periods and apostrophes
  // only.
  Phrase at(const Tokens& tokens, std::size_t token) const;

 private:
  struct Row {
    std::vector<std::string> words;
    int value = 0;
  };
  std::unordered_map<std::string, std::vector<Row>> rows_;  // by the first word, the longest first
};

}  // namespace openimr::corpus::deidentify
