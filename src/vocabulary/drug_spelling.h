// Drug names that are not spelled as the vocabulary has them: "Neurotnin 300 mg", "gabapenten 1 cap TID". A word is
// taken for a drug only where a strength or a dose with its frequency stands directly behind it, and only where one
// drug alone is near: at most one edit (Damerau: a letter more, fewer, another, or two swapped) for names of five to
// seven letters, two for longer ones. A word that the vocabulary knows as anything else is never one.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/clean_text.h"
#include "base/place.h"

namespace openimr::vocabulary {

struct Drug;
struct Mention;
class Vocabulary;

class DrugSpelling {
 public:
  static constexpr std::size_t kShortest = 5;
  static constexpr std::size_t kLong = 8;  // from here on two edits
  static constexpr std::size_t kLongest = 24;

  // `drug` as an index of Vocabulary::drugs(). Only names of one word, all letters, are kept.
  void add_name(std::string_view name, std::uint16_t drug);
  // Words that are never a drug's name, however near.
  void add_other_word(std::string_view word);
  // The drug whose name is nearest to the word within the bound; nothing where two drugs are equally near, or where the
  // word is a name itself or one of the other words. `drugs` tells which names mean the same.
  std::optional<std::uint16_t> nearest(std::string_view word, const std::vector<Drug>& drugs) const;

 private:
  struct Name {
    std::string name;
    std::uint32_t letters;  // a bit for each letter it has
    std::uint16_t drug;
  };
  std::array<std::vector<Name>, kLongest + 1> by_length_;
  std::vector<std::string> other_;
};

// Edits between two words, at most `most` + 1: as soon as more are needed, the count is not finished.
int edits(std::string_view a, std::string_view b, int most);

// The misspelt names of a text, by position. `mentions` are those of Vocabulary::find, `numbers` those of words_in.
// Linear in the length of the text.
std::vector<Mention> find_misspelt(const Vocabulary& vocabulary, const CleanText& text,
                                   std::span<const Mention> mentions, std::span<const Span> numbers);

}  // namespace openimr::vocabulary
