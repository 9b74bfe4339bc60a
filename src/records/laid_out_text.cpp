// Lines out of words that stand anywhere on a page.
//
// Words of usual height are taken by their middle, from the top; each joins the line before it where the two overlap by
// more than half of the lower one. Much taller words (a drop capital, a brace beside several rows) would pull rows
// together, so they are added when the rows stand. All measures of gaps are in ems, which the height of a word's box
// gives: ascent and descent together are about 1.1 em in the common fonts.
#include "records/laid_out_text.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

#include "records/visible_text.h"

namespace openimr::records {
namespace {

constexpr float kEmsOfHeight = 0.9F;
constexpr float kTall = 1.8F;          // heights of a usual word
constexpr float kParagraphGap = 1.5F;  // usual distances of lines
constexpr float kJoined = 0.1F;        // ems: closer than this is one word
constexpr float kOverprinted = -0.5F;  // ems: further back than this is another word
constexpr float kColumnGap = 1.5F;     // ems
constexpr float kEmsOfSpace = 0.5F;    // how many ems of a wide gap each space stands for
constexpr int kMostSpaces = 12;
constexpr float kSamePlace = 0.2F;  // ems: the same word this close is a shadow, or bold made by printing twice

// A word with its box as the writing runs: from the left to the right. Words at the same place keep their order, which
// is that of their addresses.
struct Upright {
  const PageWord* word;
  Box box;
  float height() const { return box.bottom - box.top; }
  float middle() const { return (box.top + box.bottom) / 2; }
  float em() const { return height() * kEmsOfHeight; }
};

struct Line {
  std::vector<Upright> words;
  float top = 0;  // of its tallest word
  float bottom = 0;
  float middle() const { return (top + bottom) / 2; }
};

Box upright(Box box, int turn) {
  switch (turn) {
    case 1:
      return {box.top, -box.right, box.bottom, -box.left};
    case 2:
      return {-box.right, -box.bottom, -box.left, -box.top};
    case 3:
      return {-box.bottom, box.left, -box.top, box.right};
    default:
      return box;
  }
}

template <class T, class Measure>
float median(const std::vector<T>& of, Measure measure) {
  if (of.empty()) return 0;
  std::vector<float> values(of.size());
  std::transform(of.begin(), of.end(), values.begin(), measure);
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

bool beside(const Line& line, const Upright& word) {
  const float overlap = std::min(line.bottom, word.box.bottom) - std::max(line.top, word.box.top);
  return overlap > std::min(line.bottom - line.top, word.height()) / 2;
}

void join(std::vector<Line>& lines, const Upright& word) {
  if (lines.empty() || !beside(lines.back(), word)) {
    lines.push_back({{word}, word.box.top, word.box.bottom});
    return;
  }
  Line& line = lines.back();
  line.words.push_back(word);
  if (word.height() > line.bottom - line.top) {
    line.top = word.box.top;
    line.bottom = word.box.bottom;
  }
}

void add_tall(std::vector<Line>& lines, const std::vector<Upright>& tall) {
  std::vector<Line> own;
  for (const Upright& word : tall) {
    const auto first = std::partition_point(lines.begin(), lines.end(),
                                            [&](const Line& line) { return line.middle() <= word.box.top; });
    if (first != lines.end() && beside(*first, word)) {
      first->words.push_back(word);
    } else {
      join(own, word);
    }
  }
  if (own.empty()) return;
  std::move(own.begin(), own.end(), std::back_inserter(lines));
  std::sort(lines.begin(), lines.end(), [](const Line& a, const Line& b) {
    return std::pair(a.middle(), a.words.front().word) < std::pair(b.middle(), b.words.front().word);
  });
}

std::vector<Line> lines_of(std::vector<Upright> words) {
  const float tall_from = kTall * median(words, [](const Upright& word) { return word.height(); });
  std::sort(words.begin(), words.end(), [](const Upright& a, const Upright& b) {
    return std::pair(a.middle(), a.word) < std::pair(b.middle(), b.word);
  });
  std::vector<Line> lines;
  std::vector<Upright> tall;
  for (const Upright& word : words) {
    if (word.height() > tall_from) {
      tall.push_back(word);
    } else {
      join(lines, word);
    }
  }
  add_tall(lines, tall);
  for (Line& line : lines) {
    std::sort(line.words.begin(), line.words.end(), [](const Upright& a, const Upright& b) {
      return std::pair(a.box.left, a.word) < std::pair(b.box.left, b.word);
    });
  }
  return lines;
}

bool printed_twice(const Upright& before, const Upright& word) {
  const float near = kSamePlace * word.em();
  return word.word->text == before.word->text && std::abs(word.box.left - before.box.left) < near &&
         std::abs(word.box.right - before.box.right) < near;
}

int spaces_between(const Upright& before, const Upright& word) {
  const float em = std::min(before.em(), word.em());
  const float gap = word.box.left - before.box.right;
  if (gap > kOverprinted * em && gap < kJoined * em) return 0;
  if (gap <= kColumnGap * em) return 1;
  const float spaces = gap / (kEmsOfSpace * em);
  return spaces < static_cast<float>(kMostSpaces) ? static_cast<int>(spaces) : kMostSpaces;
}

// Writes the lines of one page.
class Writer {
 public:
  explicit Writer(LaidOutText& to) : to_(to) {}

  void write(const Line& line) {
    const Upright* before = nullptr;
    for (const Upright& word : line.words) {
      if (before != nullptr && printed_twice(*before, word)) continue;
      if (add(word, before)) before = &word;
    }
    if (before != nullptr) to_.text += '\n';
  }

 private:
  // False for a word of which nothing is seen.
  bool add(const Upright& word, const Upright* before) {
    visible_.clear();
    append_visible(visible_, word.word->text);
    const auto first = visible_.find_first_not_of(' ');
    if (first == std::string::npos) return false;
    const auto shown = std::string_view(visible_).substr(first, visible_.find_last_not_of(' ') + 1 - first);
    if (before != nullptr) to_.text.append(static_cast<std::size_t>(spaces_between(*before, word)), ' ');
    const auto begin = static_cast<std::uint32_t>(to_.text.size());
    to_.text.append(shown);
    to_.words.push_back({{begin, static_cast<std::uint32_t>(to_.text.size())}, word.word->box});
    return true;
  }

  LaidOutText& to_;
  std::string visible_;
};

// Distances of the lines from one to the next; nothing for the first.
std::vector<float> pitches(const std::vector<Line>& lines) {
  std::vector<float> out;
  for (std::size_t i = 1; i < lines.size(); ++i) out.push_back(lines[i].bottom - lines[i - 1].bottom);
  return out;
}

void write_lines(LaidOutText& to, const std::vector<Line>& lines) {
  const auto distances = pitches(lines);
  const float paragraph = kParagraphGap * median(distances, [](float distance) { return distance; });
  Writer writer(to);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i > 0 && distances[i - 1] > paragraph) to.text += '\n';
    writer.write(lines[i]);
  }
}

}  // namespace

void LaidOutText::add_page(const Page& page) {
  if (!page_begins.empty()) text += '\f';
  page_begins.push_back(static_cast<std::uint32_t>(text.size()));
  page_sizes.push_back({page.width, page.height});
  for (int turn = 0; turn < 4; ++turn) {
    std::vector<Upright> running;
    for (const PageWord& word : page.words) {
      if (word.turn % 4 == turn) running.push_back({&word, upright(word.box, turn)});
    }
    if (running.empty()) continue;
    if (text.size() > page_begins.back()) text += '\n';
    write_lines(*this, lines_of(std::move(running)));
  }
}

Place LaidOutText::place(std::string_view document, Span span) const {
  const auto size = static_cast<std::uint32_t>(text.size());
  span.end = std::min(span.end, size);
  span.begin = std::min(span.begin, span.end);
  const auto next_page = std::upper_bound(page_begins.begin(), page_begins.end(), span.begin);
  const auto page = std::max<std::ptrdiff_t>(1, next_page - page_begins.begin());
  const std::uint32_t end = next_page == page_begins.end() ? span.end : std::min(span.end, *next_page);

  Place out{std::string(document), static_cast<int>(page), span, text.substr(span.begin, span.end - span.begin)};
  if (span.empty()) return out;
  auto word = std::partition_point(words.begin(), words.end(),
                                   [&](const WordBox& before) { return before.span.end <= span.begin; });
  for (; word != words.end() && word->span.begin < end; ++word) {
    out.box = out.box ? together(*out.box, word->box) : word->box;
  }
  return out;
}

LaidOutText plain(std::string text) {
  LaidOutText out{std::move(text), {0}, {}};
  for (auto at = out.text.find('\f'); at != std::string::npos; at = out.text.find('\f', at + 1)) {
    if (at + 1 < out.text.size()) out.page_begins.push_back(static_cast<std::uint32_t>(at + 1));
  }
  return out;
}

}  // namespace openimr::records
