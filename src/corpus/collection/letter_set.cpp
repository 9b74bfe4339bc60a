#include "corpus/collection/letter_set.h"

namespace openimr::corpus {

void LetterSet::add_all() {
  for (std::size_t i = 0; i < words_.size(); ++i) words_[i] = used(i);
}

void LetterSet::unite(const LetterSet& other) {
  for (std::size_t i = 0; i < words_.size(); ++i) words_[i] |= other.words_[i];
}

void LetterSet::intersect(const LetterSet& other) {
  for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= other.words_[i];
}

void LetterSet::subtract(const LetterSet& other) {
  for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= ~other.words_[i];
}

std::size_t LetterSet::count() const {
  std::size_t out = 0;
  for (const std::uint64_t word : words_) out += static_cast<std::size_t>(std::popcount(word));
  return out;
}

}  // namespace openimr::corpus
