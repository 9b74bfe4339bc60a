#include "facts/sentence_words.h"

#include <array>
#include <cstdint>
#include <string_view>

#include "base/first_letters.h"

namespace openimr::facts {
namespace {

// What a word may be: of a relative date, and of what else sentences are asked for.
enum Part : std::uint16_t {
  none = 0,
  unit = 1,
  link = 2,
  in = 4,
  which = 8,
  last = 16,
  season = 32,
  visit = 64,
  sure = 128,
  side = 256,
  amount = 512
};

struct Word {
  std::string_view begins;
  std::uint16_t part;
};
constexpr auto kWords = std::to_array<Word>({{"day", unit},
                                             {"wk", unit},
                                             {"week", unit | amount},
                                             {"month", unit | amount},
                                             {"year", unit},
                                             {"yr", unit},
                                             {"ago", link},
                                             {"earlier", link | which},
                                             {"back", link},
                                             {"after", link},
                                             {"follow", link | which | visit},
                                             {"since", link},
                                             {"post", link},
                                             {"status", link},
                                             {"out", link},
                                             {"before", link},
                                             {"from", link},
                                             {"past", link | which},
                                             {"prior", link | last},
                                             {"preced", link | last},
                                             {"previous", link | last | which},
                                             {"last", link | last | which},
                                             {"recent", last},
                                             {"in", in},
                                             {"this", which},
                                             {"next", which},
                                             {"today", sure},
                                             {"yesterday", sure},
                                             {"tomorrow", sure},
                                             {"morning", sure},
                                             {"night", sure},
                                             {"spring", season},
                                             {"summer", season},
                                             {"fall", season},
                                             {"autumn", season},
                                             {"winter", season},
                                             {"visit", visit | amount},
                                             {"office", visit},
                                             {"clinic", visit},
                                             {"appointment", visit | amount},
                                             {"eval", visit},
                                             {"exam", visit},
                                             {"encounter", visit},
                                             {"report", visit},
                                             {"consult", visit},
                                             {"seen", visit},
                                             {"january", sure},
                                             {"february", sure},
                                             {"march", sure},
                                             {"april", sure},
                                             {"may", sure},
                                             {"june", sure},
                                             {"july", sure},
                                             {"august", sure},
                                             {"september", sure},
                                             {"october", sure},
                                             {"november", sure},
                                             {"december", sure},
                                             {"monday", sure},
                                             {"tuesday", sure},
                                             {"wednesday", sure},
                                             {"thursday", sure},
                                             {"friday", sure},
                                             {"saturday", sure},
                                             {"sunday", sure},
                                             {"left", side},
                                             {"right", side},
                                             {"bilateral", side},
                                             {"both", side},
                                             {"session", amount},
                                             {"treatment", amount},
                                             {"complet", amount},
                                             {"attend", amount}});

// What the words with these first three letters may be; of "in", "wk" and "yr" there are two.
constexpr auto kOpenings = [] {
  std::array<std::uint16_t, kThreeLetters> out{};
  for (const auto& [begins, part] : kWords) {
    out[three_letters(begins[0], begins[1], begins.size() > 2 ? begins[2] : ' ')] |= part;
    if (begins.size() > 2) continue;
    for (char third = 0; third < 32; ++third) out[three_letters(begins[0], begins[1], third)] |= part;
  }
  return out;
}();

// What the word that begins here may be, by its first letters.
std::uint16_t may_be(std::string_view text, std::uint32_t at) {
  return at + 3 > text.size() ? none : kOpenings[three_letters(text[at], text[at + 1], text[at + 2])];
}

// The same by all of it, where one word alone makes a date.
std::uint16_t is_surely(std::string_view rest) {
  std::uint16_t out = none;
  for (const auto& [begins, part] : kWords) {
    if (begins.front() == rest.front() && rest.starts_with(begins)) out |= part;
  }
  return out;
}

// What the words of a sentence are together.
class Seen {
 public:
  void add(std::string_view text, std::uint32_t at, std::uint16_t part) {
    constexpr std::uint32_t kNear = 60;  // bytes from "in" to its unit
    if ((part & sure) != 0 && (seen_ & sure) == 0) part = is_surely(text.substr(at));
    if ((part & in) != 0) {
      in_at_ = at;
      is_in_ = true;
    }
    ahead_ = ahead_ || ((part & unit) != 0 && is_in_ && at - in_at_ < kNear);
    seen_ |= part;
  }
  SentenceWords all() const {
    const auto has = [&](int parts) { return (seen_ & parts) == parts; };
    return {ahead_ || has(sure) || has(unit | link) || has(unit | which) || has(season | which) || has(last | visit),
            has(side), has(amount)};
  }

 private:
  std::uint16_t seen_ = none;
  std::uint32_t in_at_ = 0;
  bool is_in_ = false;
  bool ahead_ = false;  // "in three weeks"
};

}  // namespace

std::vector<SentenceWords> sentence_words(const CleanText& clean, const Words& words) {
  const std::string_view text = clean.text();
  std::vector<SentenceWords> out;
  out.reserve(clean.sentences().size());
  auto word = words.words.begin();
  for (const Span sentence : clean.sentences()) {
    Seen seen;
    for (; word != words.words.end() && word->begin < sentence.end; ++word) {
      if (const std::uint16_t part = may_be(text, word->begin); part != none) seen.add(text, word->begin, part);
      if (words.is_ascii) continue;
      // Bytes beyond ASCII part words for the patterns.
      for (std::uint32_t at = word->begin + 1; at < word->end; ++at) {
        if (static_cast<unsigned char>(text[at - 1]) >= 0x80) seen.add(text, at, may_be(text, at));
      }
    }
    out.push_back(seen.all());
  }
  return out;
}

}  // namespace openimr::facts
