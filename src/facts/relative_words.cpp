#include "facts/relative_words.h"

#include <array>
#include <cstdint>

#include "base/ascii.h"

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

constexpr auto kInWord = [] {
  std::array<bool, 256> table{};
  for (unsigned c = 0; c < 256; ++c) table[c] = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  return table;
}();

struct Word {
  std::string_view begins;
  std::uint8_t part;
};
constexpr Word kWords[] = {{"day", unit},
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
                           {"sunday", sure}};

// 1 to 26, 0 of what is no letter.
constexpr auto kLetter = [] {
  std::array<std::uint8_t, 256> table{};
  for (unsigned c = 'a'; c <= 'z'; ++c) table[c] = static_cast<std::uint8_t>(c & 31U);
  return table;
}();

constexpr std::size_t opening(char a, char b, char c) {
  const auto letter = [](char of) { return std::size_t{kLetter[static_cast<unsigned char>(of)]}; };
  return letter(a) << 10U | letter(b) << 5U | letter(c);
}

// What the words with these first three letters may be; of "in", "wk" and "yr" there are two.
constexpr auto kOpenings = [] {
  std::array<std::uint8_t, 1U << 15U> out{};
  for (const auto& [begins, part] : kWords) {
    out[opening(begins[0], begins[1], begins.size() > 2 ? begins[2] : ' ')] |= part;
    if (begins == "wk" || begins == "yr") out[opening(begins[0], begins[1], 's')] |= part;
  }
  return out;
}();

std::uint8_t part_of(std::string_view rest) {
  if (rest.size() < 2) return none;
  const std::uint8_t may_be = kOpenings[opening(rest[0], rest[1], rest.size() > 2 ? rest[2] : ' ')];
  if ((may_be & sure) == 0) return may_be;
  std::uint8_t out = none;
  for (const auto& [begins, part] : kWords) {
    if (begins.front() == rest.front() && rest.starts_with(begins)) out |= part;
  }
  return out;
}

}  // namespace

bool may_hold_relative_date(std::string_view words) {
  constexpr std::size_t kNear = 60;  // bytes from "in" to its unit
  std::uint8_t seen = none;
  std::size_t last_in = std::string_view::npos;
  bool ahead = false;  // "in three weeks"
  for (std::size_t at = 0; at < words.size();) {
    if (is_lower(words[at])) {
      if (const std::uint8_t part = part_of(words.substr(at)); part != none) {
        if ((part & sure) != 0) return true;
        if ((part & in) != 0) last_in = at;
        ahead = ahead || ((part & unit) != 0 && last_in != std::string_view::npos && at - last_in < kNear);
        seen |= part;
      }
    }
    while (at < words.size() && kInWord[static_cast<unsigned char>(words[at])]) ++at;
    while (at < words.size() && !kInWord[static_cast<unsigned char>(words[at])]) ++at;
  }
  const auto all = [&](int parts) { return (seen & parts) == parts; };
  return ahead || all(unit | link) || all(unit | which) || all(season | which) || all(last | visit);
}

}  // namespace openimr::facts
