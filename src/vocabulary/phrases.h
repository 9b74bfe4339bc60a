// A list of phrases, each with a number, found where their words begin in a short text. For lists that one place of the
// program asks (titles of documents); words that make facts are found by Vocabulary::find.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace openimr::vocabulary {

struct Phrase {
  std::string words;  // as clean text has them; at least two bytes
  std::size_t of;     // what it tells of: an index of the caller
  int weight = 0;
};

class Phrases {
 public:
  Phrases() = default;
  explicit Phrases(std::vector<Phrase> phrases) : phrases_(std::move(phrases)) {
    std::sort(phrases_.begin(), phrases_.end(), [](const Phrase& a, const Phrase& b) {
      const std::size_t first = key(a.words, 0);
      const std::size_t second = key(b.words, 0);
      return first != second ? first < second : a.words < b.words;
    });
    for (const Phrase& phrase : phrases_) ++ends_[key(phrase.words, 0) + 1];
    for (std::size_t i = 1; i < ends_.size(); ++i) ends_[i] += ends_[i - 1];
  }

  // Calls `found(phrase, at)` for each phrase that stands at the beginning of a word of `text`; it may end inside one.
  template <class Found>
  void each(std::string_view text, Found&& found) const {
    for (std::size_t at = 0; at + 1 < text.size(); ++at) {
      if (at > 0 && text[at - 1] >= 'a' && text[at - 1] <= 'z') continue;
      const std::size_t bucket = key(text, at);
      for (std::size_t i = ends_[bucket]; i < ends_[bucket + 1]; ++i) {
        if (text.substr(at).starts_with(phrases_[i].words)) found(phrases_[i], at);
      }
    }
  }

 private:
  static constexpr std::size_t kBuckets = 1024;
  static std::size_t key(std::string_view text, std::size_t at) {
    const auto low = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) & 31U : 0U; };
    return low(at) << 5U | low(at + 1);
  }

  std::vector<Phrase> phrases_;                     // by key
  std::array<std::uint16_t, kBuckets + 1> ends_{};  // where the phrases of each key begin
};

}  // namespace openimr::vocabulary
