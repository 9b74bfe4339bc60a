// A cheap question before a costly one: whether any word of a text begins as one of a list does. Where none does, no
// pattern that begins with one of them at the beginning of a word matches.
#pragma once

#include <bitset>
#include <string_view>

#include "base/ascii.h"

namespace openimr {

// Three letters as a number below kThreeLetters, by their last five bits; bytes that are no letters may share one.
inline constexpr unsigned kThreeLetters = 1U << 15U;
constexpr unsigned three_letters(char a, char b, char c) {
  return (static_cast<unsigned char>(a) & 31U) << 10U | (static_cast<unsigned char>(b) & 31U) << 5U |
         (static_cast<unsigned char>(c) & 31U);
}

class FirstLetters {
 public:
  // A word or phrase in small letters. One that is too short, or begins with no letter, begins any word.
  void add(std::string_view word) {
    if (word.size() < 3 || !is_lower(word.front())) {
      any_ = true;
    } else {
      known_.set(three_letters(word[0], word[1], word[2]));
    }
  }
  bool begin_a_word_of(std::string_view text) const {
    if (any_) return true;
    bool inside = false;
    for (std::size_t at = 0; at + 2 < text.size(); ++at) {
      const bool begins = !inside && is_lower(text[at]);
      if (begins && known_[three_letters(text[at], text[at + 1], text[at + 2])]) return true;
      inside = is_lower(text[at]) || is_digit(text[at]) || text[at] == '_';
    }
    return false;
  }

 private:
  std::bitset<kThreeLetters> known_;
  bool any_ = false;
};

}  // namespace openimr
