#include "vocabulary/term_index.h"

#include <algorithm>
#include <array>
#include <bit>
#include <utility>

#include "base/eight_bytes.h"

namespace openimr::vocabulary {
namespace {

constexpr std::size_t kOpening = 3;  // bytes by which the beginnings of words are found
constexpr std::size_t kMore = 4;     // bytes behind its first word by which a term of several is found

constexpr auto kIsWord = [] {
  std::array<bool, 256> table{};
  for (unsigned c = 0; c < 256; ++c) table[c] = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c >= 0x80;
  return table;
}();
bool is_word(char c) {
  return kIsWord[static_cast<unsigned char>(c)];
}

// So many of the lowest bytes.
std::uint64_t lowest(std::size_t bytes) {
  return bytes >= kEight ? ~std::uint64_t{0} : (std::uint64_t{1} << (8 * bytes)) - 1;
}

// Two words seldom share a key; where they do, the comparison tells. Tables look at the upper half.
std::uint64_t mixed(std::uint64_t value) {
  return value * 0x9E3779B97F4A7C15ULL;
}

std::uint64_t key_of_word(std::string_view text, std::size_t begin, std::size_t end) {
  const std::size_t length = end - begin;
  if (length <= kEight) return mixed(eight_at(text, begin) & lowest(length));
  return mixed(eight_at(text, begin) ^ std::rotl(mixed(eight_at(text, end - kEight)), 32));
}

// Of a term of several words, from the key of the first and the bytes that follow it.
std::uint64_t key_of_more(std::uint64_t first, std::uint64_t bytes) {
  return mixed(first ^ (bytes & lowest(kMore)));
}

std::uint64_t key_of_opening(std::uint64_t bytes, std::size_t length) {
  return mixed(bytes & lowest(length));
}

std::size_t first_word(std::string_view words) {
  return static_cast<std::size_t>(std::find_if_not(words.begin(), words.end(), is_word) - words.begin());
}

}  // namespace

void TermIndex::Table::fill(Keyed rows, std::vector<Candidate>& candidates) {
  slots_.assign(std::bit_ceil(2 * rows.size() + 2), {});
  mask_ = slots_.size() - 1;
  std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  for (std::size_t i = 0; i < rows.size();) {
    Slot& slot = slots_[at(rows[i].first)];
    slot.key = rows[i].first;
    slot.first = static_cast<std::uint32_t>(candidates.size());
    for (; i < rows.size() && rows[i].first == slot.key; ++i) candidates.push_back(rows[i].second);
    slot.last = static_cast<std::uint32_t>(candidates.size());
    may_hold_.add(slot.key);
  }
}

TermIndex::TermIndex(std::vector<Term> terms) : terms_(std::move(terms)) {
  Keyed words_alone;
  Keyed longer;
  Keyed openings;
  for (std::uint32_t i = 0; i < terms_.size(); ++i) {
    const std::string_view words = terms_[i].words;
    const std::size_t word = first_word(words);
    const bool is_opening = word == 0 || (terms_[i].any_ending && word == words.size());
    const std::size_t known = is_opening ? 0 : word;
    const Candidate candidate{eight_at(words, known), lowest(words.size() - known), i};
    if (!is_opening) {
      const std::uint64_t key = key_of_word(words, 0, word);
      if (words.size() < word + kMore) {
        words_alone.emplace_back(key, candidate);
      } else {
        longer.emplace_back(key_of_more(key, candidate.bytes), candidate);
      }
    } else {
      // A sign is looked up alone, and so is a word that is too short.
      if (word < kOpening) opens_[static_cast<unsigned char>(words.front())] = true;
      openings.emplace_back(key_of_opening(candidate.bytes, word < kOpening ? 1 : kOpening), candidate);
    }
  }
  by_word_.fill(std::move(words_alone), candidates_);
  by_words_.fill(std::move(longer), candidates_);
  by_opening_.fill(std::move(openings), candidates_);
}

// Adds the candidates that stand at `begin`, where `bytes` are behind what they are known to have in common.
inline void TermIndex::look(const CleanText& clean, const Slot& slot, std::uint32_t begin, std::uint64_t bytes,
                            std::vector<Mention>& found) const {
  const Candidate* const last = candidates_.data() + slot.last;
  for (const Candidate* candidate = candidates_.data() + slot.first; candidate != last; ++candidate) {
    if (((bytes ^ candidate->bytes) & candidate->mask) == 0) add(clean, terms_[candidate->term], begin, found);
  }
}

// Adds the term if it stands at `begin`.
void TermIndex::add(const CleanText& clean, const Term& term, std::uint32_t begin, std::vector<Mention>& found) const {
  const std::string_view text = clean.text();
  auto end = begin + static_cast<std::uint32_t>(term.words.size());
  if (end < text.size() && is_word(text[end]) && is_word(text[end - 1])) {
    if (!term.any_ending) return;
    while (end < text.size() && is_word(text[end])) ++end;
  }
  if (text.compare(begin, term.words.size(), term.words) != 0) return;
  const auto is_small = [&](std::uint32_t at) { return text[at] >= 'a' && text[at] <= 'z' && !clean.is_upper(at); };
  bool small = false;
  for (std::uint32_t at = begin; term.capitals && at < end && !small; ++at) small = is_small(at);
  if (!small) found.push_back({{begin, end}, term.kind, term.index, term.misread});
}

[[gnu::always_inline]] inline void TermIndex::find_word(const CleanText& clean, Span word,
                                                        std::vector<Mention>& found) const {
  const std::string_view text = clean.text();
  const std::uint32_t length = word.end - word.begin;
  const std::uint64_t key = key_of_word(text, word.begin, word.end);
  const std::uint64_t behind = eight_at(text, word.end);
  if (const Slot* slot = by_word_.find(key)) look(clean, *slot, word.begin, behind, found);
  if (const Slot* slot = by_words_.find(key_of_more(key, behind))) look(clean, *slot, word.begin, behind, found);
  if (length < kOpening) return;
  const std::uint64_t bytes = eight_at(text, word.begin);
  if (const Slot* slot = by_opening_.find(key_of_opening(bytes, kOpening)))
    look(clean, *slot, word.begin, bytes, found);
}

// What begins with one byte: a sign, or a beginning that is shorter than others.
void TermIndex::find_sign(const CleanText& clean, std::uint32_t at, std::vector<Mention>& found) const {
  const std::uint64_t bytes = eight_at(clean.text(), at);
  if (const Slot* slot = by_opening_.find(key_of_opening(bytes, 1))) look(clean, *slot, at, bytes, found);
}

std::vector<Mention> TermIndex::find(const CleanText& clean, std::span<const Span> words) const {
  constexpr std::size_t kBytesOfOneTerm = 16;  // of text; records hold one in about as many
  const std::string_view text = clean.text();
  std::vector<Mention> found;
  found.reserve(text.size() / kBytesOfOneTerm);
  const auto opens = [&](std::uint32_t at) { return opens_[static_cast<unsigned char>(text[at])]; };
  const auto in_order = [&found](std::size_t from) {
    const auto goes_before = [](const Mention& a, const Mention& b) {
      if (a.span.end != b.span.end) return a.span.end > b.span.end;
      if (a.kind != b.kind) return a.kind < b.kind;
      return a.index < b.index;
    };
    // Few at a time.
    for (std::size_t next = from + 1; next < found.size(); ++next) {
      for (std::size_t at = next; at > from && goes_before(found[at], found[at - 1]); --at)
        std::swap(found[at], found[at - 1]);
    }
  };
  const auto find_signs = [&](std::uint32_t at, std::uint32_t end) {
    for (; at < end; ++at) {
      if (!opens(at)) continue;
      const std::size_t before = found.size();
      find_sign(clean, at, found);
      in_order(before);
    }
  };
  std::uint32_t behind = 0;  // the last word
  for (const Span word : words) {
    find_signs(behind, word.begin);
    const std::size_t before = found.size();
    find_word(clean, word, found);
    if (opens(word.begin)) find_sign(clean, word.begin, found);
    in_order(before);
    behind = word.end;
  }
  find_signs(behind, static_cast<std::uint32_t>(text.size()));
  return found;
}

}  // namespace openimr::vocabulary
