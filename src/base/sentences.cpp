#include <algorithm>
#include <array>
#include <string_view>

#include "base/ascii.h"
#include "base/clean_text.h"
#include "base/eight_bytes.h"

namespace openimr {
namespace {

bool is_abbreviation(std::string_view word) {
  static constexpr std::array<std::string_view, 18> kKnown = {"dr", "mr",     "mrs",  "ms",  "vs",  "no",
                                                              "st", "approx", "e.g",  "i.e", "cf",  "inc",
                                                              "jr", "sr",     "dept", "a.m", "p.m", "est"};
  constexpr std::size_t kLongest = 6;
  if (word.size() > kLongest) return false;
  return std::find(kKnown.begin(), kKnown.end(), word) != kKnown.end() || (word.size() == 1 && is_letter(word[0]));
}

// "Dr. X. The patient": an initial ends a sentence where a word follows that begins one and is no name.
bool begins_sentence(std::string_view rest) {
  static constexpr std::array<std::string_view, 32> kOpeners = {
      "the",     "he",   "she",    "they",    "it", "we",    "i",    "this", "that", "these", "there",
      "his",     "her",  "on",     "in",      "at", "after", "with", "upon", "no",   "if",    "when",
      "however", "also", "please", "patient", "mr", "mrs",   "ms",   "dr",   "an",   "as"};
  const auto end = std::find_if_not(rest.begin(), rest.end(), is_letter);
  const std::string_view word = rest.substr(0, static_cast<std::size_t>(end - rest.begin()));
  const bool initial = word.size() == 1 && rest.substr(1).starts_with('.');
  return !initial && std::find(kOpeners.begin(), kOpeners.end(), word) != kOpeners.end();
}

constexpr auto kMayEnd = [] {
  std::array<bool, 256> table{};
  for (const char c : {'\n', '.', '?', '!'}) table[static_cast<unsigned char>(c)] = true;
  return table;
}();

// Where the first byte that may end a sentence stands from `at` on; `end` where none does before it.
std::uint32_t next_end(std::string_view text, std::uint32_t at, std::uint32_t end) {
  for (; at < end; ++at) {
    // Letters and bytes beyond ASCII have one of their two top bits; most of the rest are spaces.
    std::size_t ahead = kEight;
    while (ahead == kEight && at + kEight <= end) {
      const std::uint64_t bytes = eight_at(text, at);
      ahead = bytes_before_gap(bytes | bytes << 1U | among<' '>(bytes & ~kTopBits));
      at += static_cast<std::uint32_t>(ahead);
    }
    if (at == end || kMayEnd[static_cast<unsigned char>(text[at])]) break;
  }
  return at;
}

constexpr std::uint32_t kBlock = 64;  // bytes

}  // namespace

std::size_t CleanText::sentence_at(std::uint32_t at) const {
  const std::size_t block = at / kBlock;
  if (block >= sentence_of_block_.size()) return sentences_.empty() ? 0 : sentences_.size() - 1;
  std::size_t sentence = sentence_of_block_[block];
  while (sentence + 1 < sentences_.size() && sentences_[sentence + 1].begin <= at) ++sentence;
  return sentence;
}

// Where the sentence that a stop at `at` may end does end; 0 where the stop ends none.
std::uint32_t CleanText::sentence_end(std::uint32_t begin, std::uint32_t at) const {
  const auto size = static_cast<std::uint32_t>(text_.size());
  std::uint32_t end = at + 1;
  while (end < size && (text_[end] == '"' || text_[end] == '\'' || text_[end] == ')')) ++end;
  if (end >= size || text_[end] != ' ') return 0;
  std::uint32_t next = end + 1;
  while (next < size && (text_[next] == '"' || text_[next] == '\'' || text_[next] == '(')) ++next;
  if (next >= size || !(is_digit(text_[next]) || (is_lower(text_[next]) && is_upper(next)))) return 0;
  if (text_[at] != '.') return end;
  std::uint32_t word = at;
  while (word > begin && (is_lower(text_[word - 1]) || is_digit(text_[word - 1]) || text_[word - 1] == '.')) --word;
  const std::string_view before = std::string_view(text_).substr(word, at - word);
  const bool list_number = word == begin || std::all_of(before.begin(), before.end(), is_digit);
  const bool initial =
      before.size() == 1 && is_letter(before[0]) && begins_sentence(std::string_view(text_).substr(next));
  const bool goes_on =
      (is_abbreviation(before) && !initial) || (list_number && before.size() <= 2 && word <= begin + 1);
  return goes_on ? 0 : end;
}

void CleanText::split_sentences() {
  const auto size = static_cast<std::uint32_t>(text_.size());
  std::uint32_t begin = 0;
  const auto close = [&](std::uint32_t end) {
    while (begin < end && (text_[begin] == ' ' || text_[begin] == '\n')) ++begin;
    if (begin < end) sentences_.push_back({begin, end});
    begin = end;
  };
  const std::string_view text = text_;
  for (std::uint32_t i = 0; i < size; ++i) {
    const std::uint32_t first_cut = std::min(size, begin + kLongestSentence);
    if (i < first_cut) i = next_end(text, i, first_cut);
    if (i == size) break;
    const char c = text[i];
    if (c == '\n' || (c == ' ' && i - begin >= kLongestSentence)) {
      close(i);
    } else if (c == '.' || c == '?' || c == '!') {
      if (const std::uint32_t end = sentence_end(begin, i); end != 0) close(end);
    }
  }
  close(size);
  sentence_of_block_.reserve(size / kBlock + 1);
  std::uint32_t sentence = 0;
  for (std::uint32_t block = 0; block < size; block += kBlock) {
    while (sentence + 1 < sentences_.size() && sentences_[sentence + 1].begin <= block) ++sentence;
    sentence_of_block_.push_back(sentence);
  }
}

}  // namespace openimr
