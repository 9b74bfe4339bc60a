// Letters of a shard, a bit for each: what a question finds, before any facet is counted.
#pragma once

#include <bit>
#include <cstdint>
#include <vector>

namespace openimr::corpus {

// Letters 0 to size() - 1, of which some are in the set.
class LetterSet {
 public:
  explicit LetterSet(std::size_t size) : size_(size), words_((size + kBits - 1) / kBits) {}

  std::size_t size() const { return size_; }
  // A letter beyond the last is left out.
  void add(std::size_t letter) {
    if (letter < size_) words_[letter / kBits] |= std::uint64_t{1} << letter % kBits;
  }
  void add_all();
  void unite(const LetterSet& other);
  void intersect(const LetterSet& other);
  void subtract(const LetterSet& other);
  std::size_t count() const;

  // Each letter that is in the set, or each that is not, in order.
  template <class Take>
  void for_each(bool that_is_in, Take take) const {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      std::uint64_t left = (that_is_in ? words_[i] : ~words_[i]) & used(i);
      for (; left != 0; left &= left - 1) take(i * kBits + static_cast<std::size_t>(std::countr_zero(left)));
    }
  }

 private:
  static constexpr std::size_t kBits = 64;

  std::uint64_t used(std::size_t word) const {
    const std::size_t bits = size_ - word * kBits;
    return bits >= kBits ? ~std::uint64_t{0} : (std::uint64_t{1} << bits) - 1;
  }

  std::size_t size_;
  std::vector<std::uint64_t> words_;  // bits beyond size_ are 0
};

}  // namespace openimr::corpus
