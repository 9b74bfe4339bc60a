// Finds the terms of the vocabulary in clean text, whatever their number: each word of the text is looked up once, and
// only the terms that begin with that word are compared.
#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/clean_text.h"
#include "vocabulary/mention.h"

namespace openimr::vocabulary {

class TermIndex {
 public:
  struct Term {
    std::string words;  // as clean text has them, not empty
    TermKind kind = TermKind::clinical;
    std::uint16_t index = 0;
    bool any_ending = false;  // of its last word
    bool capitals = false;    // only where the original has it in capital letters
    bool misread = false;
  };

  TermIndex() = default;
  explicit TermIndex(std::vector<Term> terms);

  // Every term that stands in the text as whole words: by its beginning, of those that begin together the longest
  // first, then by kind and index. `words` are those of words_in(text).
  std::vector<Mention> find(const CleanText& text, std::span<const Span> words) const;

 private:
  // A term to compare. `bytes` are the first eight behind what is known already; the mask leaves out what is not the
  // term's.
  struct Candidate {
    std::uint64_t bytes = 0;
    std::uint64_t mask = 0;
    std::uint32_t term = 0;
  };
  // The candidates that share a key, as a part of candidates_.
  struct Slot {
    std::uint64_t key = 0;
    std::uint32_t first = 0;
    std::uint32_t last = 0;
  };
  using Keyed = std::vector<std::pair<std::uint64_t, Candidate>>;

  // A bit for each key, which the nearest memory holds: most words of a text have none set.
  class Keys {
   public:
    void add(std::uint64_t key) { bits_.set(key >> (64 - kBits)); }
    bool has(std::uint64_t key) const { return bits_[key >> (64 - kBits)]; }

   private:
    static constexpr unsigned kBits = 16;
    std::bitset<1U << kBits> bits_;
  };

  // Slots by key; the number of slots is a power of two, and half of them at least are free.
  class Table {
   public:
    void fill(Keyed rows, std::vector<Candidate>& candidates);
    const Slot* find(std::uint64_t key) const {
      if (!may_hold_.has(key)) return nullptr;
      const Slot& slot = slots_[at(key)];
      return slot.first == slot.last ? nullptr : &slot;
    }

   private:
    std::size_t at(std::uint64_t key) const {
      std::size_t at = (key >> 32U) & mask_;
      while (slots_[at].first != slots_[at].last && slots_[at].key != key) at = (at + 1) & mask_;
      return at;
    }

    Keys may_hold_;
    std::vector<Slot> slots_ = std::vector<Slot>(2);
    std::size_t mask_ = 1;
  };

  void look(const CleanText& text, const Slot& slot, std::uint32_t begin, std::uint64_t bytes,
            std::vector<Mention>& found) const;
  void add(const CleanText& text, const Term& term, std::uint32_t begin, std::vector<Mention>& found) const;
  void find_word(const CleanText& text, Span word, std::vector<Mention>& found) const;
  void find_sign(const CleanText& text, std::uint32_t at, std::vector<Mention>& found) const;

  std::vector<Term> terms_;
  std::vector<Candidate> candidates_;
  // That begin with a whole word: by that word where little follows it, else by the word and what follows.
  Table by_word_, by_words_;
  Table by_opening_;  // that are the beginning of a word, by its first bytes; that begin with a sign, by it
  std::array<bool, 256> opens_{};  // the bytes that are such a sign, or begin a very short beginning
};

}  // namespace openimr::vocabulary
