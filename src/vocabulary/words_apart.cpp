#include "vocabulary/words_apart.h"

#include <algorithm>
#include <array>

namespace openimr::vocabulary {
namespace {

constexpr std::uint32_t kFarthest = 60;  // bytes between two halves
constexpr std::ptrdiff_t kMostSpaces = 7;

// "Reflexes were decreased and sensation was intact": what a conjunction joins is another statement.
bool begins_anew(std::string_view between) {
  static constexpr std::array<std::string_view, 6> kNew = {"and ", "but ", "or ", "with ", "while ", "however "};
  const std::size_t word = between.find_first_not_of(" \n");
  return word != between.npos && std::any_of(kNew.begin(), kNew.end(), [&](std::string_view conjunction) {
           return between.substr(word).starts_with(conjunction);
         });
}

bool is_one_clause(std::string_view between) {
  if (between.starts_with(':')) between.remove_prefix(1);  // "Sensation: decreased"
  return between.find_first_of(",.;:()") == between.npos && !begins_anew(between) &&
         std::count_if(between.begin(), between.end(), [](char c) { return c == ' ' || c == '\n'; }) <= kMostSpaces;
}

}  // namespace

std::uint16_t WordsApart::half(const std::string& words) {
  const auto [found, is_new] = index_.try_emplace(words, static_cast<std::uint16_t>(roles_.size()));
  if (is_new) roles_.emplace_back();
  return found->second;
}

void WordsApart::add(std::uint16_t term, const std::vector<std::uint16_t>& ones,
                     const std::vector<std::uint16_t>& others) {
  for (const std::uint16_t one : ones) roles_[one].push_back({statements_, term, true});
  for (const std::uint16_t other : others) roles_[other].push_back({statements_, term, false});
  ++statements_;
}

std::vector<Mention> WordsApart::join(const CleanText& text, const std::vector<Mention>& halves) const {
  std::vector<Mention> out;
  for (std::size_t i = 0; i + 1 < halves.size(); ++i) {
    const Mention& one = halves[i];
    const Mention& other = halves[i + 1];
    if (other.span.begin <= one.span.end || other.span.begin - one.span.end > kFarthest) continue;
    if (!is_one_clause(text.text().substr(one.span.end, other.span.begin - one.span.end))) continue;
    for (const Role& a : roles_[one.index]) {
      const auto& second = roles_[other.index];
      const bool joined = std::any_of(second.begin(), second.end(),
                                      [&](const Role& b) { return a.statement == b.statement && a.first != b.first; });
      if (joined) out.push_back({{one.span.begin, other.span.end}, TermKind::clinical, a.term, false});
    }
  }
  return out;
}

}  // namespace openimr::vocabulary
