#include "facts/body_place.h"

#include <algorithm>

#include "base/pattern.h"

namespace openimr::facts {

const std::string* body_part_near(const Reading& reading, std::size_t sentence, Span span) {
  const vocabulary::Mention* nearest = nullptr;
  std::uint32_t distance = 60;
  for (const vocabulary::Mention& mention : reading.mentions_in(sentence)) {
    if (mention.kind != vocabulary::TermKind::body_part) continue;
    const std::uint32_t gap = mention.span.overlaps(span)      ? 0
                              : mention.span.begin >= span.end ? mention.span.begin - span.end
                                                               : span.begin - mention.span.end;
    if (gap < distance) {
      distance = gap;
      nearest = &mention;
    }
  }
  return nearest == nullptr ? nullptr : &reading.vocabulary.body_parts()[nearest->index].name;
}

namespace {

// "Both" is a side where a plural follows: "both knees", not "both weakness and pain".
const std::string& side_pattern() {
  static const std::string pattern =
      "\\b(right and (?:the )?left|left and (?:the )?right|left|right|bilateral(?:ly)?|"
      "both (?:(?:of|the|his|her|upper|lower) )*(?:feet|hands|[a-z]*[a-rt-z]s))\\b";
  return pattern;
}

bool names_side(std::string_view words) {
  return words.find("left") != words.npos || words.find("right") != words.npos ||
         words.find("bilateral") != words.npos || words.find("both") != words.npos;
}

// The side that a pattern finds in words; its group is the word. Two sides and "both" are bilateral.
std::optional<std::string> side_in(std::string_view words, const RE2& pattern) {
  std::string word;
  if (!names_side(words) || !contains_match(words, pattern, &word)) return std::nullopt;
  return word == "left" || word == "right" ? word : "bilateral";
}

}  // namespace

std::optional<std::string> side_near(const Reading& reading, std::size_t index, Span span) {
  static const RE2 behind("^[^.;,]{0,40}?" + side_pattern());
  static const RE2 behind_comma("^[^.;,]{0,40}, ?" + side_pattern() +
                                "(?: sided?)?(?:[.,;:)]|$)");  // "the knee, right"
  static const RE2 ahead(side_pattern() + "[^.;,]{0,25}$");
  static const RE2 within(side_pattern());
  constexpr std::uint32_t kLongest = 60;  // characters that a pattern can take up
  const Span sentence = reading.sentence(index);
  const std::uint32_t from = span.begin - sentence.begin > kLongest ? span.begin - kLongest : sentence.begin;
  const std::string_view before = reading.words({from, span.begin});
  const std::string_view after =
      reading.words({span.end, std::max(span.end, std::min(sentence.end, span.end + kLongest))});
  if (auto side = side_in(reading.words(span), within)) return side;
  if (auto side = side_in(before, ahead)) return side;
  if (auto side = side_in(after, behind)) return side;
  if (auto side = side_in(after, behind_comma)) return side;
  // "Examination of the right knee:" says it for all that stands under it.
  const auto* section = reading.document.section_at(span.begin);
  return section == nullptr ? std::nullopt : side_in(reading.words(section->heading), within);
}

}  // namespace openimr::facts
