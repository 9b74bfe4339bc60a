#include "cases/party_names.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"

namespace openimr::cases {
namespace {

constexpr std::array<std::string_view, 26> kSaysNothing = {
    "and", "co",  "company", "corp", "corporation", "dds", "dpm", "dr", "inc", "incorporated", "limited", "llc", "llp",
    "lp",  "ltd", "md",      "mr",   "mrs",         "ms",  "of",  "pc", "phd", "plc",          "pllc",    "the", "dc"};

bool says_nothing(const std::string& word) {
  return std::find(kSaysNothing.begin(), kSaysNothing.end(), word) != kSaysNothing.end();
}

// Points and apostrophes join ("L.L.C.", "O'Neil"); all else that is no letter or digit parts.
std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> out(1);
  for (const char c : text) {
    if (is_letter(c) || is_digit(c) || static_cast<unsigned char>(c) >= 0x80) {
      out.back() += lower(c);
    } else if (c != '.' && c != '\'' && !out.back().empty()) {
      out.emplace_back();
    }
  }
  if (out.back().empty()) out.pop_back();
  return out;
}

std::vector<std::string> telling(const std::vector<std::string>& words) {
  std::vector<std::string> out;
  for (const std::string& word : words) {
    if (!says_nothing(word)) out.push_back(word);
  }
  return out.empty() ? words : out;
}

std::uint64_t bit_of(char c) {
  if (is_lower(c)) return std::uint64_t{1} << static_cast<unsigned>(c - 'a');
  if (is_digit(c)) return std::uint64_t{1} << static_cast<unsigned>(26 + c - '0');
  return std::uint64_t{1} << 36U;
}

// Every word of the shorter name finds one of its own in the longer.
bool is_part_of(const PartyName& part, const PartyName& whole) {
  if (part.words.size() > whole.words.size()) return false;
  std::vector<std::string> left = whole.words;
  bool tells = false;
  for (const bool initials : {false, true}) {
    for (const std::string& word : part.words) {
      if ((word.size() == 1) != initials) continue;
      const auto found = std::find_if(left.begin(), left.end(), [&](const std::string& other) {
        return initials ? other.front() == word.front() : other == word;
      });
      if (found == left.end()) return false;
      left.erase(found);
      tells = tells || word.size() >= 3;
    }
  }
  return tells;
}

// Whether at most `most` letters have to be changed to make one of the other; each row of the table is one letter of a.
bool is_near(const std::string& a, const std::string& b, std::size_t most) {
  std::vector<std::size_t> before, above(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) above[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = std::min(row[j], before[j - 2] + 1);
    }
    if (*std::min_element(row.begin(), row.end()) > most) return false;
    before = above;
    above = row;
  }
  return above[b.size()] <= most;
}

bool is_misspelt(const PartyName& a, const PartyName& b) {
  const std::size_t shorter = std::min(a.run.size(), b.run.size());
  const std::size_t longer = std::max(a.run.size(), b.run.size());
  const std::size_t most = shorter >= 10 ? 2 : shorter >= 5 ? 1 : 0;
  if (most == 0 || longer - shorter > most) return false;
  return is_near(a.run, b.run, most);
}

}  // namespace

std::string_view name_of(Likeness likeness) {
  static constexpr std::array<std::string_view, 3> kNames = {"different", "possible", "same"};
  return kNames[static_cast<std::size_t>(likeness)];
}

PartyName fold_name(std::string_view written) {
  PartyName out;
  std::vector<std::string> words = words_of(written);
  if (const std::size_t comma = written.find(','); comma != std::string_view::npos) {
    const auto last = words_of(written.substr(0, comma));
    const auto first = words_of(written.substr(comma + 1));
    if (!std::all_of(first.begin(), first.end(), says_nothing)) {
      words = first;
      words.insert(words.end(), last.begin(), last.end());
    }
  }
  out.words = telling(words);
  for (const std::string& word : out.words) out.run += word;
  for (const char c : out.run) out.letters |= bit_of(c);
  std::sort(out.words.begin(), out.words.end());
  return out;
}

Likeness compare(const PartyName& a, const PartyName& b) {
  if (a.words.empty() || b.words.empty() || !may_be_alike(a.letters, b.letters)) return Likeness::different;
  if (a.words == b.words) return Likeness::same;
  return is_part_of(a, b) || is_part_of(b, a) || is_misspelt(a, b) ? Likeness::possible : Likeness::different;
}

}  // namespace openimr::cases
