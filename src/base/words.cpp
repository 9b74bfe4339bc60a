#include "base/words.h"

#include <bit>
#include <cstdint>

#include "base/eight_bytes.h"

namespace openimr {
namespace {

constexpr std::uint32_t kBlock = 64;

// Makes spans of the runs of set bits, block by block.
class Runs {
 public:
  explicit Runs(std::size_t expected) : spans_(expected + kMostInBlock) {}
  void add(std::uint64_t bits, std::uint32_t block) {
    if (const std::uint64_t before = bits << 1U | last_; bits != before) add_edges(bits, before, block);
  }
  std::vector<Span> finish(std::size_t size) {
    if (last_ != 0) spans_[ended_].end = static_cast<std::uint32_t>(size);
    spans_.resize(begun_);
    return std::move(spans_);
  }

 private:
  void add_edges(std::uint64_t bits, std::uint64_t before, std::uint32_t block) {
    if (spans_.size() < begun_ + kMostInBlock) spans_.resize(2 * spans_.size());
    Span* const spans = spans_.data();
    for (std::uint64_t begins = bits & ~before; begins != 0; begins &= begins - 1)
      spans[begun_++].begin = block + static_cast<std::uint32_t>(std::countr_zero(begins));
    for (std::uint64_t ends = before & ~bits; ends != 0; ends &= ends - 1)
      spans[ended_++].end = block + static_cast<std::uint32_t>(std::countr_zero(ends));
    last_ = bits >> (kBlock - 1);
  }

  static constexpr std::size_t kMostInBlock = kBlock / 2 + 1;
  std::vector<Span> spans_;
  std::size_t begun_ = 0;
  std::size_t ended_ = 0;
  std::uint64_t last_ = 0;  // whether the last bit of the block before was set
};

}  // namespace

Words words_in(std::string_view text) {
  constexpr std::size_t kBytesOfOneWord = 5;
  constexpr std::size_t kBytesOfOneNumber = 32;
  Runs words(text.size() / kBytesOfOneWord);
  Runs numbers(text.size() / kBytesOfOneNumber);
  std::uint64_t beyond = 0;
  for (std::size_t block = 0; block < text.size(); block += kBlock) {
    std::uint64_t in_word = 0;
    std::uint64_t in_number = 0;
    for (std::size_t at = 0; at < kBlock; at += kEight) {
      const std::uint64_t bytes = eight_at(text, block + at);
      const std::uint64_t top = bytes & kTopBits;
      const std::uint64_t ascii = bytes & ~kTopBits;
      const std::uint64_t digits = among<'0', '9'>(ascii) & ~top;
      beyond |= top;
      in_word |= gathered(among<'a', 'z'>(ascii) | digits | top) << at;
      in_number |= gathered(digits) << at;
    }
    words.add(in_word, static_cast<std::uint32_t>(block));
    numbers.add(in_number, static_cast<std::uint32_t>(block));
  }
  return {words.finish(text.size()), numbers.finish(text.size()), beyond == 0};
}

}  // namespace openimr
