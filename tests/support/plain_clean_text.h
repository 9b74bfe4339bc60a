// Clean text the slow way, byte by byte, with the origin of each byte written down: what base/clean_text is held to.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/place.h"

namespace openimr::testing {

class PlainCleanText {
 public:
  static constexpr std::uint32_t kLongestSentence = 2000;

  explicit PlainCleanText(std::string_view original);
  const std::string& text() const { return text_; }
  Span to_original(Span clean) const;
  bool is_upper(std::uint32_t at) const;
  const std::vector<Span>& sentences() const { return sentences_; }

 private:
  void split_sentences();

  std::string original_;
  std::string text_;
  std::vector<std::uint32_t> origin_;
  std::vector<Span> sentences_;
};

}  // namespace openimr::testing
