#include "vocabulary/drug_spelling.h"

#include <algorithm>
#include <bit>
#include <cstdlib>

#include "base/words.h"
#include "vocabulary/prescription.h"
#include "vocabulary/vocabulary.h"

namespace openimr::vocabulary {
namespace {

constexpr std::uint32_t kReach = 60;  // bytes behind a name in which its dose and frequency begin

bool is_letter(char c) {
  return c >= 'a' && c <= 'z';
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::uint32_t letters_of(std::string_view word) {
  std::uint32_t out = 0;
  for (const char c : word) out |= is_letter(c) ? 1U << (c - 'a') : 0U;
  return out;
}

int most_edits(std::size_t length) {
  return length >= DrugSpelling::kLong ? 2 : 1;
}

// The word that ends before the number that ends at `at` ("gabapentn 300| mg"); empty where none does.
Span word_before_number(std::string_view text, std::uint32_t at) {
  std::uint32_t i = at;
  while (i > 0 && text[i - 1] == ' ') --i;
  const std::uint32_t number_end = i;
  while (i > 0 && (is_digit(text[i - 1]) || text[i - 1] == '.' || text[i - 1] == '/' || text[i - 1] == '-') &&
         number_end - i < 12) {
    --i;
  }
  if (i == number_end || !is_digit(text[i])) return {};
  while (i > 0 && text[i - 1] == ' ') --i;
  const std::uint32_t end = i;
  while (i > 0 && is_letter(text[i - 1]) && end - i <= DrugSpelling::kLongest) --i;
  const bool whole = i == 0 || text[i - 1] == ' ' || text[i - 1] == '\n' || text[i - 1] == '(';
  if (!whole || end - i < DrugSpelling::kShortest - 1 || end - i > DrugSpelling::kLongest) return {};
  return {i, end};
}

bool says_dose_and_frequency(const CleanText& text, Span name) {
  const Prescription read = read_prescription(text, name);
  return read.dose_high && read.frequency && read.span.begin == name.begin && read.span.end <= name.end + kReach;
}

}  // namespace

void DrugSpelling::add_name(std::string_view name, std::uint16_t drug) {
  if (name.size() < kShortest || name.size() > kLongest || !std::all_of(name.begin(), name.end(), is_letter)) return;
  by_length_[name.size()].push_back({std::string(name), letters_of(name), drug});
}

void DrugSpelling::add_other_word(std::string_view word) {
  other_.emplace_back(word);
}

std::optional<std::uint16_t> DrugSpelling::nearest(std::string_view word, const std::vector<Drug>& drugs) const {
  if (std::find(other_.begin(), other_.end(), word) != other_.end()) return std::nullopt;
  const std::uint32_t letters = letters_of(word);
  int best = 3;
  const Name* found = nullptr;
  bool several = false;
  const std::size_t first = std::max(kShortest, word.size() > 2 ? word.size() - 2 : 0);
  for (std::size_t length = first; length <= std::min(kLongest, word.size() + 2); ++length) {
    const int most = std::min(most_edits(length), best);
    if (std::abs(static_cast<int>(length) - static_cast<int>(word.size())) > most) continue;
    for (const Name& name : by_length_[length]) {
      if (std::popcount(name.letters ^ letters) > 2 * most) continue;
      const int needed = edits(word, name.name, most);
      if (needed == 0) return std::nullopt;
      if (needed > most || needed > best) continue;
      if (needed == best && found != nullptr && drugs[found->drug].name != drugs[name.drug].name) several = true;
      if (needed == best) continue;
      best = needed;
      found = &name;
      several = false;
    }
  }
  if (found == nullptr || several) return std::nullopt;
  return found->drug;
}

int edits(std::string_view a, std::string_view b, int most) {
  constexpr std::size_t kWidth = DrugSpelling::kLongest + 4;
  if (a.size() >= kWidth || b.size() >= kWidth) return most + 1;
  std::array<std::array<int, kWidth>, 3> rows{};
  for (std::size_t j = 0; j <= b.size(); ++j) rows[0][j] = static_cast<int>(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    auto& row = rows[i % 3];
    const auto& last = rows[(i - 1) % 3];
    const auto& before_last = rows[(i + 1) % 3];
    row[0] = static_cast<int>(i);
    int least = row[0];
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], before_last[j - 2] + 1);
      least = std::min(least, row[j]);
    }
    if (least > most) return most + 1;
  }
  return std::min(rows[a.size() % 3][b.size()], most + 1);
}

std::vector<Mention> find_misspelt(const Vocabulary& vocabulary, const CleanText& clean,
                                   std::span<const Mention> mentions, std::span<const Span> numbers) {
  const std::string_view text = clean.text();
  std::vector<Mention> out;
  const auto look_before = [&](std::uint32_t at, bool strength) {
    const Span word = word_before_number(text, at);
    if (word.empty()) return;
    const auto behind = std::lower_bound(mentions.begin(), mentions.end(), word.end,
                                         [](const Mention& m, std::uint32_t end) { return m.span.begin < end; });
    // A mention that reaches into the word begins at most a phrase before it.
    constexpr std::ptrdiff_t kNear = 12;
    for (auto m = behind; m != mentions.begin() && behind - m < kNear;) {
      --m;
      if (m->span.overlaps(word)) return;
    }
    const auto drug = vocabulary.spelling().nearest(text.substr(word.begin, word.end - word.begin), vocabulary.drugs());
    if (!drug || (!strength && !says_dose_and_frequency(clean, word))) return;
    out.push_back({word, TermKind::drug, *drug, false});
  };
  // What follows the number of a strength, and that of a dose.
  struct Behind {
    std::string_view word;
    bool strength;
  };
  static constexpr std::string_view kOpenings = "mtcp";
  static constexpr Behind kBehind[] = {{"mg", true}, {"mcg", true}, {"tab", false}, {"cap", false}, {"po ", false}};
  for (const Span number : numbers) {
    const std::uint32_t at = number.end + (text.substr(number.end).starts_with(' ') ? 1 : 0);
    if (at >= text.size() || kOpenings.find(text[at]) == kOpenings.npos) continue;
    for (const Behind& behind : kBehind) {
      if (text.substr(at).starts_with(behind.word)) look_before(at, behind.strength);
    }
  }
  std::sort(out.begin(), out.end(), [](const Mention& a, const Mention& b) { return a.span.begin < b.span.begin; });
  const auto same = [](const Mention& a, const Mention& b) { return a.span == b.span; };
  out.erase(std::unique(out.begin(), out.end(), same), out.end());
  return out;
}

}  // namespace openimr::vocabulary
