#include "vocabulary/term_index.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <utility>

namespace openimr::vocabulary {
namespace {

constexpr std::size_t kOpening = 3;  // bytes by which the beginnings of words are found
constexpr std::size_t kMore = 6;     // bytes behind its first word by which a term of several is found
constexpr std::size_t kEight = sizeof(std::uint64_t);
static_assert(std::endian::native == std::endian::little, "the first byte of a text is the lowest of its number");

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

// The eight bytes from `at` on, 0 where the text has ended.
std::uint64_t eight_at(std::string_view text, std::size_t at) {
  std::uint64_t out = 0;
  if (at + kEight <= text.size()) {
    std::memcpy(&out, text.data() + at, kEight);
  } else if (at < text.size()) {
    std::memcpy(&out, text.data() + at, text.size() - at);
  }
  return out;
}

std::uint64_t mixed(std::uint64_t value) {
  value *= 0x9E3779B97F4A7C15ULL;
  return value ^ (value >> 32U);
}

// Two words seldom share a key; where they do, the comparison tells.
std::uint64_t key_of_word(std::string_view text, std::size_t begin, std::size_t end) {
  const std::size_t length = end - begin;
  const std::uint64_t head = eight_at(text, begin) & lowest(length);
  const std::uint64_t tail = length > kEight ? eight_at(text, end - kEight) : 0;
  return mixed(head + mixed(tail + length));
}

// Of a term of several words, from the key of the first and the bytes that follow it.
std::uint64_t key_of_more(std::uint64_t first, std::uint64_t bytes) {
  return mixed(first ^ mixed((bytes & lowest(kMore)) + 1));
}

std::uint64_t key_of_opening(std::uint64_t bytes, std::size_t length) {
  return mixed((bytes & lowest(std::min(length, kOpening))) + 1);
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
    Slot slot{rows[i].first, static_cast<std::uint32_t>(candidates.size()), 0};
    for (; i < rows.size() && rows[i].first == slot.key; ++i) candidates.push_back(rows[i].second);
    slot.last = static_cast<std::uint32_t>(candidates.size());
    may_hold_.set(slot.key >> (64 - kBits));
    std::size_t at = slot.key & mask_;
    while (slots_[at].first != slots_[at].last) at = (at + 1) & mask_;
    slots_[at] = slot;
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

// Adds the candidates that stand at `begin`, of which the first `known` bytes are compared by their key.
void TermIndex::look(const CleanText& clean, const Slot& slot, std::uint32_t begin, std::uint32_t known,
                     std::vector<Mention>& found) const {
  const std::string_view text = clean.text();
  const std::uint64_t bytes = eight_at(text, begin + known);
  for (std::uint32_t i = slot.first; i < slot.last; ++i) {
    const Candidate& candidate = candidates_[i];
    if (((bytes ^ candidate.bytes) & candidate.mask) != 0) continue;
    const Term& term = terms_[candidate.term];
    if (text.compare(begin, term.words.size(), term.words) != 0) continue;
    auto end = begin + static_cast<std::uint32_t>(term.words.size());
    if (end < text.size() && is_word(text[end]) && is_word(text[end - 1])) {
      if (!term.any_ending) continue;
      while (end < text.size() && is_word(text[end])) ++end;
    }
    const auto is_small = [&](std::uint32_t at) { return text[at] >= 'a' && text[at] <= 'z' && !clean.is_upper(at); };
    bool small = false;
    for (std::uint32_t at = begin; term.capitals && at < end && !small; ++at) small = is_small(at);
    if (!small) found.push_back({{begin, end}, term.kind, term.index, term.misread});
  }
}

std::vector<Mention> TermIndex::find(const CleanText& clean) const {
  constexpr std::size_t kBytesOfOneTerm = 16;  // of text; records hold one in about as many
  const std::string_view text = clean.text();
  const auto size = static_cast<std::uint32_t>(text.size());
  std::vector<Mention> found;
  found.reserve(text.size() / kBytesOfOneTerm);
  std::uint32_t at = 0;
  for (;;) {
    while (at < size && !is_word(text[at]) && !opens_[static_cast<unsigned char>(text[at])]) ++at;
    if (at == size) break;
    const std::uint32_t begin = at;
    const std::size_t before = found.size();
    while (at < size && is_word(text[at])) ++at;
    const std::uint32_t length = at - begin;
    if (length > 0) {
      const std::uint64_t key = key_of_word(text, begin, at);
      if (const Slot* slot = by_word_.find(key)) look(clean, *slot, begin, length, found);
      if (const Slot* slot = by_words_.find(key_of_more(key, eight_at(text, at))))
        look(clean, *slot, begin, length, found);
    } else {
      ++at;
    }
    if (length >= kOpening) {
      const auto key = key_of_opening(eight_at(text, begin), kOpening);
      if (const Slot* slot = by_opening_.find(key)) look(clean, *slot, begin, 0, found);
    }
    if (opens_[static_cast<unsigned char>(text[begin])]) {
      const auto key = key_of_opening(eight_at(text, begin), 1);
      if (const Slot* slot = by_opening_.find(key)) look(clean, *slot, begin, 0, found);
    }
    if (found.size() - before < 2) continue;
    std::sort(found.begin() + static_cast<std::ptrdiff_t>(before), found.end(), [](const Mention& a, const Mention& b) {
      if (a.span.end != b.span.end) return a.span.end > b.span.end;
      if (a.kind != b.kind) return a.kind < b.kind;
      return a.index < b.index;
    });
  }
  return found;
}

}  // namespace openimr::vocabulary
