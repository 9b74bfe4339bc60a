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

std::optional<std::string> side_near(const Reading& reading, std::size_t index, Span span) {
  static const RE2 behind("^[^.;,]{0,40}?\\b(left|right|bilateral(?:ly)?)\\b");
  static const RE2 ahead("\\b(left|right|bilateral)\\b[^.;,]{0,25}$");
  constexpr std::uint32_t kLongest = 60;  // characters that either pattern can take up
  const Span sentence = reading.sentence(index);
  const std::uint32_t from = span.begin - sentence.begin > kLongest ? span.begin - kLongest : sentence.begin;
  const std::string_view before = reading.words({from, span.begin});
  const std::string_view after =
      reading.words({span.end, std::max(span.end, std::min(sentence.end, span.end + kLongest))});
  const auto names_one = [](std::string_view words) {
    return words.find("left") != words.npos || words.find("right") != words.npos ||
           words.find("bilateral") != words.npos;
  };
  static const RE2 within("\\b(left|right|bilateral)\\b");
  std::string word;
  const std::string_view own = reading.words(span);
  if (!(names_one(own) && contains_match(own, within, &word)) &&
      !(names_one(before) && contains_match(before, ahead, &word)) &&
      !(names_one(after) && contains_match(after, behind, &word)))
    return std::nullopt;
  return word.starts_with("bilateral") ? "bilateral" : word;
}

}  // namespace openimr::facts
