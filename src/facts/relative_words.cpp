#include "facts/relative_words.h"

#include <array>
#include <cstdint>

namespace openimr::facts {
namespace {

// What a word may be in a relative date.
enum Part : std::uint8_t {
  none = 0,
  unit = 1,
  link = 2,
  in = 4,
  which = 8,
  last = 16,
  season = 32,
  visit = 64,
  sure = 128
};

struct Word {
  std::string_view begins;
  std::uint8_t part;
};
constexpr auto kWords = std::to_array<Word>({{"day", unit},
                                             {"wk", unit},
                                             {"week", unit},
                                             {"month", unit},
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
                                             {"visit", visit},
                                             {"office", visit},
                                             {"clinic", visit},
                                             {"appointment", visit},
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
                                             {"sunday", sure}});

// By the last five bits of a letter.
constexpr unsigned letter(char c) {
  return static_cast<unsigned char>(c) & 31U;
}

constexpr unsigned opening(char a, char b, char c) {
  return letter(a) << 10U | letter(b) << 5U | letter(c);
}

// What the words with these first three letters may be; of "in", "wk" and "yr" there are two.
constexpr auto kOpenings = [] {
  std::array<std::uint8_t, 1U << 15U> out{};
  for (const auto& [begins, part] : kWords) {
    out[opening(begins[0], begins[1], begins.size() > 2 ? begins[2] : ' ')] |= part;
    if (begins.size() > 2) continue;
    for (unsigned third = 0; third < 32; ++third) out[opening(begins[0], begins[1], static_cast<char>(third))] |= part;
  }
  return out;
}();

// What the word that begins here may be, by its first letters.
std::uint8_t may_be(std::string_view text, std::uint32_t at) {
  return at + 3 > text.size() ? none : kOpenings[opening(text[at], text[at + 1], text[at + 2])];
}

// The same by all of it, where one word alone makes a date.
std::uint8_t is_surely(std::string_view rest) {
  std::uint8_t out = none;
  for (const auto& [begins, part] : kWords) {
    if (begins.front() == rest.front() && rest.starts_with(begins)) out |= part;
  }
  return out;
}

// What the words of a sentence are together.
class Seen {
 public:
  // Whether the word at `at` alone makes a date.
  bool add(std::string_view text, std::uint32_t at, std::uint8_t part) {
    constexpr std::uint32_t kNear = 60;  // bytes from "in" to its unit
    if ((part & sure) != 0) part = is_surely(text.substr(at));
    if ((part & in) != 0) {
      in_at_ = at;
      is_in_ = true;
    }
    ahead_ = ahead_ || ((part & unit) != 0 && is_in_ && at - in_at_ < kNear);
    seen_ |= part;
    return (part & sure) != 0;
  }
  bool may_make_date() const {
    const auto all = [&](int parts) { return (seen_ & parts) == parts; };
    return ahead_ || all(unit | link) || all(unit | which) || all(season | which) || all(last | visit);
  }

 private:
  std::uint8_t seen_ = none;
  std::uint32_t in_at_ = 0;
  bool is_in_ = false;
  bool ahead_ = false;  // "in three weeks"
};

}  // namespace

bool may_hold_relative_date(std::string_view text, std::span<const Span> words, bool is_ascii) {
  Seen seen;
  for (const Span word : words) {
    if (const std::uint8_t part = may_be(text, word.begin); part != none && seen.add(text, word.begin, part))
      return true;
    if (is_ascii) continue;
    // Bytes beyond ASCII part words for the patterns.
    for (std::uint32_t at = word.begin + 1; at < word.end; ++at) {
      if (static_cast<unsigned char>(text[at - 1]) >= 0x80 && seen.add(text, at, may_be(text, at))) return true;
    }
  }
  return seen.may_make_date();
}

}  // namespace openimr::facts
