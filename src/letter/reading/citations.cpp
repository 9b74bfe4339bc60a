#include "letter/reading/citations.h"

#include <algorithm>

namespace openimr::letter {
namespace {

constexpr std::string_view kBased = "Decision based on ";

// "Non-MTUS Citation ", also where a line end left "Non- MTUS"; its length, or 0.
std::size_t non_mtus(std::string_view text) {
  for (const std::string_view words : {"Non-MTUS Citations ", "Non-MTUS Citation ", "Non- MTUS Citation ",
                                       "NonMTUS Citation ", "Non-MTUS Citation: ", "Non- MTUS Citations "})
    if (text.starts_with(words)) return words.size();
  return 0;
}

}  // namespace

std::vector<CitedPart> CitationReader::read(std::string_view paragraph) const {
  std::vector<CitedPart> out;
  if (paragraph.empty() || paragraph.size() > kLongestParagraph) return out;
  std::size_t at = paragraph.find(kBased);
  const bool labelled = at != std::string_view::npos;
  while (at != std::string_view::npos) {
    const std::size_t from = at + kBased.size();
    const std::size_t next = paragraph.find(kBased, from);
    const auto end = static_cast<std::uint32_t>(std::min(next, paragraph.size()));
    if (const std::size_t other = non_mtus(paragraph.substr(from)); other > 0) {
      read_other(paragraph, {static_cast<std::uint32_t>(from + other), end}, titles_, out);
    } else if (paragraph.substr(from).starts_with("MTUS ")) {
      read_mtus(paragraph, {static_cast<std::uint32_t>(from + 5), end}, titles_, out);
    } else {
      read_other(paragraph, {static_cast<std::uint32_t>(from), end}, titles_, out);
    }
    at = next;
  }
  const Span whole{0, static_cast<std::uint32_t>(paragraph.size())};
  if (!labelled) read_sentence(paragraph, whole, titles_, out);
  if (out.empty()) {
    determination::Citation none;
    none.source = "none";
    none.text = paragraph;
    out.push_back({std::move(none), whole});
  }
  return out;
}

}  // namespace openimr::letter
