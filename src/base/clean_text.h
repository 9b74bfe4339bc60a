// Text as it arrives, made fit for searching, without losing where anything stood.
//
// The clean text is lower case with single spaces; typographic quotes and dashes are plain, and a hyphen between
// letters is a space ("flare-up", "63-year-old"); a space stands where one was lost ("report.There", "are:1.", "grade
// IIAccording"); a word or number that a hyphen carries over a line end is whole again, like one with a hyphen inside.
// Line breaks that only wrap a paragraph are spaces; those that end a heading, a list entry or a paragraph are '\n'.
// Every byte of it knows the byte of the original that it came from, so a span found here is always reported as a span
// of the original.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/place.h"

namespace openimr {

class CleanText {
 public:
  explicit CleanText(std::string_view original);

  std::string_view text() const { return text_; }
  std::string_view original() const { return original_; }
  // The span of the original from which `clean` came.
  Span to_original(Span clean) const;
  std::string_view original_text(Span clean) const;
  // Whether the original has an upper-case letter at this byte of the clean text.
  bool is_upper(std::uint32_t at) const;
  // Whether no letter of a span of the clean text is small in the original.
  bool is_in_capitals(Span clean) const;
  // Pages of the original, from 1; a form feed begins a new one.
  int pages() const { return static_cast<int>(form_feeds_.size()) + 1; }
  int page_at(std::uint32_t original_byte) const;
  // Sentences of the clean text in order, without the white space between them. They cover all of its words. What
  // has no end for kLongestSentence bytes is cut at a space: everything that looks at a sentence stays bounded.
  static constexpr std::uint32_t kLongestSentence = 2000;
  const std::vector<Span>& sentences() const { return sentences_; }
  // Index of the sentence that holds this byte.
  std::size_t sentence_at(std::uint32_t at) const;

  // Bytes of the clean text that stand one behind the other in the original as well: from `clean` to the next stretch.
  struct Stretch {
    std::uint32_t clean;
    std::uint32_t original;
  };

  // Finds, for bytes of the original in their order, where the clean text goes on behind them.
  class Walk {
   public:
    explicit Walk(const CleanText& text) : text_(text) {}
    // The first byte of the clean text that came from behind `original`, which is not before that of the last call; the
    // size of the clean text where none did.
    std::uint32_t behind(std::uint32_t original);

   private:
    const CleanText& text_;
    std::size_t stretch_ = 0;
  };

 private:
  std::vector<Stretch>::const_iterator stretch_of(std::uint32_t at) const;
  std::uint32_t origin(std::uint32_t at) const;
  std::uint32_t sentence_end(std::uint32_t begin, std::uint32_t at) const;
  void split_sentences();

  std::string original_;
  std::string text_;
  std::vector<Stretch> stretches_;
  std::vector<std::uint32_t> form_feeds_;
  std::vector<Span> sentences_;
  std::vector<std::uint32_t> sentence_of_block_;  // the last that begins before each block of 64 bytes
};

// Offset of the first byte that is not valid UTF-8, or npos.
std::size_t first_invalid_utf8(std::string_view text);
// Line of the byte at `offset`, from 1.
int line_at(std::string_view text, std::size_t offset);

}  // namespace openimr
