#include "facts/body_place.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
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

bool is_in_word(char c) {
  return is_lower(c) || is_digit(c) || c == '_';
}

bool names_side(std::string_view words) {
  return words.find("left") != words.npos || words.find("right") != words.npos ||
         words.find("bilateral") != words.npos || words.find("both") != words.npos;
}

struct Side {
  std::string_view written;
  std::string_view name;
};

// "Right now", "left over", "left the room" name no side.
bool is_no_side(std::string_view behind) {
  static constexpr std::array<std::string_view, 12> kOthers = {
      " now", " away", " after", " over", " the ", " for ", " him ", " her ", " work", " out", " against", " school"};
  return std::any_of(kOthers.begin(), kOthers.end(), [&](std::string_view other) { return behind.starts_with(other); });
}

// The side that words begin with; empty where they begin with none. Two sides and "both" are bilateral, and "both" is a
// side where a plural follows: "both knees", not "both weakness and pain".
Side side_at(std::string_view words) {
  static constexpr std::array<Side, 8> kSides = {{{"right and left", "bilateral"},
                                                  {"right and the left", "bilateral"},
                                                  {"left and right", "bilateral"},
                                                  {"left and the right", "bilateral"},
                                                  {"left", "left"},
                                                  {"right", "right"},
                                                  {"bilateral", "bilateral"},
                                                  {"bilaterally", "bilateral"}}};
  static const RE2 both("both (?:(?:of|the|his|her|upper|lower) )*(?:feet|hands|[a-z]*[a-rt-z]s)\\b");
  for (const Side& side : kSides) {
    const std::size_t end = side.written.size();
    if (words.starts_with(side.written) && (end == words.size() || !is_in_word(words[end])))
      return is_no_side(words.substr(end)) ? Side{} : side;
  }
  re2::StringPiece match;
  if (words.starts_with("both ") &&
      both.Match({words.data(), words.size()}, 0, words.size(), RE2::ANCHOR_START, &match, 1))
    return {words.substr(0, match.size()), "bilateral"};
  return {};
}

// The first side in the words that fits: where [begin, end) is its place.
template <class Fits>
std::optional<std::string> first_side(std::string_view words, Fits fits) {
  for (std::size_t at = 0; at < words.size(); ++at) {
    if ((words[at] != 'l' && words[at] != 'r' && words[at] != 'b') || (at > 0 && is_in_word(words[at - 1]))) continue;
    const auto [written, name] = side_at(words.substr(at));
    if (!written.empty() && fits(at, at + written.size())) return std::string(name);
  }
  return std::nullopt;
}

bool is_one_clause(std::string_view words) {
  return words.find_first_of(".;,") == words.npos;
}

// "Pain in the left", up to the end of the words.
std::optional<std::string> side_ahead(std::string_view words) {
  constexpr std::size_t kMost = 25;  // bytes between
  return first_side(words, [&](std::size_t, std::size_t end) {
    return words.size() - end <= kMost && is_one_clause(words.substr(end));
  });
}

constexpr std::size_t kMostBehind = 40;  // bytes between a word and its side

std::optional<std::string> side_behind(std::string_view words) {
  return first_side(words, [&](std::size_t begin, std::size_t) {
    return begin <= kMostBehind && is_one_clause(words.substr(0, begin));
  });
}

// "The knee, right".
std::optional<std::string> side_behind_comma(std::string_view words) {
  const std::size_t comma = words.find_first_of(".;,");
  if (comma > kMostBehind || words[comma] != ',') return std::nullopt;
  std::string_view rest = words.substr(comma + 1);
  if (rest.starts_with(' ')) rest.remove_prefix(1);
  const auto [written, name] = side_at(rest);
  if (written.empty()) return std::nullopt;
  rest.remove_prefix(written.size());
  for (const std::string_view sided : {" sided", " side"}) {
    if (!rest.starts_with(sided)) continue;
    rest.remove_prefix(sided.size());
    break;
  }
  const bool ends = rest.empty() || std::string_view(".,;:)").find(rest.front()) != std::string_view::npos;
  return ends ? std::optional(std::string(name)) : std::nullopt;
}

std::optional<std::string> any_side(std::string_view words) {
  return first_side(words, [](std::size_t, std::size_t) { return true; });
}

}  // namespace

std::optional<std::string> side_near(const Reading& reading, std::size_t index, Span span) {
  constexpr std::uint32_t kLongest = 60;  // bytes in which a side is looked for
  const Span sentence = reading.sentence(index);
  const std::uint32_t from = span.begin - sentence.begin > kLongest ? span.begin - kLongest : sentence.begin;
  const std::uint32_t to = std::max(span.end, std::min(sentence.end, span.end + kLongest));
  const auto may_name_side = [&](std::size_t of, Span words) {
    return reading.words_of(of).side || words.end > reading.sentence(of).end;
  };
  if (may_name_side(index, span) && names_side(reading.words({from, to}))) {
    if (auto side = any_side(reading.words(span))) return side;
    if (auto side = side_ahead(reading.words({from, span.begin}))) return side;
    if (auto side = side_behind(reading.words({span.end, to}))) return side;
    if (auto side = side_behind_comma(reading.words({span.end, to}))) return side;
  }
  // "Examination of the right knee:" says it for all that stands under it.
  const auto* section = reading.document.section_at(span.begin);
  if (section == nullptr || !may_name_side(reading.sentence_of(section->heading), section->heading))
    return std::nullopt;
  return any_side(reading.words(section->heading));
}

}  // namespace openimr::facts
