#include "cases/names_in_text.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"

namespace openimr::cases {
namespace {

using Texts = std::vector<std::string>;

constexpr std::array<std::string_view, 4> kBefore = {"dr", "drs", "doctor", "physician"};
// "Ph.D." is two words.
constexpr std::array<std::string_view, 11> kBehind = {"md", "do", "dc",  "dpm", "dds", "dmd",
                                                      "od", "ph", "phd", "psy", "psyd"};
constexpr std::ptrdiff_t kReach = 3;  // words up to the last name: "Dr. de la Cruz"

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& titles, const std::string& word) {
  return std::find(titles.begin(), titles.end(), word) != titles.end();
}

// A letter between two bytes that are none: an initial, or one of "M.D.".
bool stands_alone(std::string_view text, std::size_t at) {
  return at < text.size() && is_letter(text[at]) && (at == 0 || !is_letter(text[at - 1])) &&
         (at + 1 == text.size() || !is_letter(text[at + 1]));
}

bool is_of_word(std::string_view text, std::size_t at) {
  const char c = text[at];
  return is_letter(c) || is_digit(c) || static_cast<unsigned char>(c) >= 0x80;
}

// "M.D." and "O'Neil" are one word each.
bool joins(std::string_view text, std::size_t at) {
  if (at == 0 || at + 1 >= text.size()) return false;
  if (text[at] == '\'') return is_letter(text[at - 1]) && is_letter(text[at + 1]);
  return text[at] == '.' && stands_alone(text, at - 1) && stands_alone(text, at + 1);
}

}  // namespace

Texts plain_words(std::string_view text) {
  Texts out;
  bool in_word = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_of_word(text, i)) {
      if (!in_word) out.emplace_back();
      out.back() += lower(text[i]);
      in_word = true;
    } else {
      in_word = in_word && joins(text, i);
    }
  }
  return out;
}

bool has_in_a_row(const Texts& text, const Texts& wanted) {
  return !wanted.empty() && std::search(text.begin(), text.end(), wanted.begin(), wanted.end()) != text.end();
}

bool names_person(const Texts& text, std::string_view name) {
  Texts words = plain_words(name);
  std::erase_if(words, [](const std::string& word) { return is_one_of(kBefore, word) || is_one_of(kBehind, word); });
  if (words.size() < 2) return has_in_a_row(text, words);
  const std::string& first = words.front();
  for (auto at = text.begin(); (at = std::find(at, text.end(), words.back())) != text.end(); ++at) {
    if (at + 1 != text.end() && (*(at + 1) == first || is_one_of(kBehind, *(at + 1)))) return true;
    const bool is_led = std::any_of(at - std::min(kReach, at - text.begin()), at,
                                    [&](const std::string& word) { return word == first || is_one_of(kBefore, word); });
    if (is_led) return true;
  }
  return false;
}

}  // namespace openimr::cases
