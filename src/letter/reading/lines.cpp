#include "letter/reading/lines.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstring>
#include <map>
#include <tuple>

namespace openimr::letter {
namespace {

bool is_white(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

bool is_word(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || static_cast<unsigned char>(c) >= 0x80;
}

// How folding treats a byte.
enum class Byte : std::uint8_t { plain, white, dropped, lead };
constexpr std::array<Byte, 256> kBytes = [] {
  std::array<Byte, 256> table{};
  for (int c = 0; c < 0x20; ++c) table[static_cast<std::size_t>(c)] = Byte::dropped;
  for (int c = '\t'; c <= '\r'; ++c) table[static_cast<std::size_t>(c)] = Byte::white;
  table[' '] = Byte::white;
  table[0x7F] = Byte::dropped;
  table[0xC2] = table[0xE2] = table[0xEF] = table[0xD8] = Byte::lead;
  return table;
}();

Byte kind(char c) {
  return kBytes[static_cast<unsigned char>(c)];
}

struct Character {
  std::string_view bytes;
  std::string_view instead;  // empty: nothing is printed for it
};

// Characters of several bytes that a reader does not see as such.
constexpr std::array kCharacters = {
    Character{"\u00A0", " "},   Character{"\u00AD", ""},    Character{"\u2007", " "},  Character{"\u200B", ""},
    Character{"\u200C", ""},    Character{"\u200D", ""},    Character{"\u200E", ""},   Character{"\u200F", ""},
    Character{"\u202A", ""},    Character{"\u202B", ""},    Character{"\u202C", ""},   Character{"\u202D", ""},
    Character{"\u202E", ""},    Character{"\u202F", " "},   Character{"\u2060", ""},   Character{"\u2066", ""},
    Character{"\u2067", ""},    Character{"\u2068", ""},    Character{"\u2069", ""},   Character{"\uFEFF", ""},
    Character{"\u061C", ""},    Character{"\uFB00", "ff"},  Character{"\uFB01", "fi"}, Character{"\uFB02", "fl"},
    Character{"\uFB03", "ffi"}, Character{"\uFB04", "ffl"}, Character{"\uFB05", "ft"}, Character{"\uFB06", "st"},
};

const Character* special(std::string_view text, std::size_t at) {
  for (const Character& c : kCharacters)
    if (text.compare(at, c.bytes.size(), c.bytes) == 0) return &c;
  return nullptr;
}

// A short line without its numbers, so that "Page 2 of 5" and "Page 3 of 5" are the same.
std::string shape(std::string_view line) {
  std::string out;
  for (const char c : line)
    if (std::isdigit(static_cast<unsigned char>(c)) == 0 && !is_white(c)) out += c;
  return out;
}

bool is_page_number(std::string_view line) {
  constexpr std::size_t kLongest = 20;
  if (line.size() > kLongest) return false;
  std::string letters = shape(line);
  std::erase_if(letters, [](char c) { return c == '-' || c == '/' || c == '|'; });
  std::transform(letters.begin(), letters.end(), letters.begin(), [](unsigned char c) { return std::tolower(c); });
  const bool has_digit = std::any_of(line.begin(), line.end(), [](unsigned char c) { return std::isdigit(c) != 0; });
  return has_digit && (letters.empty() || letters == "page" || letters == "pageof");
}

// A running head or foot, unlike a line of text that recurs: begins with a capital, ends with no stop.
bool reads_as_title(std::string_view line) {
  constexpr std::size_t kShortest = 3;
  return line.size() >= kShortest && std::islower(static_cast<unsigned char>(line.front())) == 0 &&
         line.back() != '.' && line.back() != ',';
}

// Whether folding leaves these words as they are: printed ASCII with single spaces.
bool plain(std::string_view line) {
  unsigned other = 0;
  unsigned wide = 0;
  for (std::size_t i = 0; i + 1 < line.size(); ++i) {
    const auto c = static_cast<unsigned char>(line[i]);
    other |= static_cast<unsigned>(static_cast<unsigned char>(c - 0x20U) >= 0x5FU);
    wide |= static_cast<unsigned>(c == ' ') & static_cast<unsigned>(line[i + 1] == ' ');
  }
  const auto last = static_cast<unsigned char>(line.back());
  return other == 0 && wide == 0 && last > ' ' && last < 0x7F;
}

constexpr std::size_t kEdgeLine = 100;  // longer lines are text, whatever recurs

}  // namespace

Span trimmed(std::string_view text, Span span) {
  while (span.begin < span.end && is_white(text[span.begin])) ++span.begin;
  while (span.end > span.begin && is_white(text[span.end - 1])) --span.end;
  return span;
}

Span Folded::to_original(std::size_t begin, std::size_t end) const {
  const auto original = [this](std::size_t at) {
    const auto next = std::upper_bound(runs_.begin(), runs_.end(), at,
                                       [](std::size_t value, const Run& run) { return value < run.folded; });
    if (next == runs_.begin()) return std::uint32_t{0};
    const Run& run = *std::prev(next);
    return run.original + static_cast<std::uint32_t>(at - run.folded);
  };
  if (begin >= end) return {original(begin), original(begin)};
  return {original(begin), original(end - 1) + 1};
}

Lines::Lines(std::string_view text) : text_(text) {
  lines_.reserve(text.size() / 64 + 8);
  std::size_t at = 0;
  unsigned gap = 0;
  std::uint32_t number = 1;
  bool new_page = true;
  while (at < text.size()) {
    const void* found = std::memchr(text.data() + at, '\n', text.size() - at);
    const std::size_t end =
        found == nullptr ? text.size() : static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
    Span span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
    while (span.begin < span.end && is_white(text[span.begin])) {
      new_page |= text[span.begin] == '\f';
      ++span.begin;
    }
    while (span.end > span.begin && is_white(text[span.end - 1])) --span.end;
    if (!span.empty()) {
      lines_.push_back({span, number, static_cast<std::uint8_t>(std::min(gap, 255U)), new_page, false});
      gap = 0;
      new_page = false;
    }
    ++gap;
    ++number;
    at = end + 1;
  }
}

std::size_t Lines::line_of(std::uint32_t byte) const {
  const auto found = std::lower_bound(lines_.begin(), lines_.end(), byte,
                                      [](const Line& line, std::uint32_t value) { return line.span.end <= value; });
  return static_cast<std::size_t>(found - lines_.begin());
}

int Lines::usual_gap(std::size_t first, std::size_t last) const {
  std::array<std::size_t, 4> count{};
  for (std::size_t i = first; i < last; ++i) ++count[std::min<std::size_t>(lines_[i].gap, 3)];
  return count[2] > count[1] ? 2 : 1;
}

void Lines::find_page_edges(std::size_t first, std::size_t last, std::string_view case_number) {
  constexpr std::size_t kDeep = 2;  // lines from the edge that may be a head or a foot
  struct Edge {
    std::size_t line;
    bool head;
    std::size_t depth;
    bool certain;
    std::string shape;
  };
  std::vector<Edge> edges;
  std::size_t pages = 1;
  const auto consider = [&](std::size_t line, bool head, std::size_t depth) {
    const std::string_view words = at(line);
    if (words.size() > kEdgeLine) return;
    const bool names_case = !case_number.empty() && words.find(case_number) != std::string_view::npos;
    if (names_case || is_page_number(words)) {
      edges.push_back({line, head, depth, true, {}});
    } else if (reads_as_title(words)) {
      edges.push_back({line, head, depth, false, shape(words)});
    }
  };
  for (std::size_t i = first; i < last; ++i) {
    const bool page_begins = lines_[i].new_page && i != first;
    pages += page_begins ? 1U : 0U;
    for (std::size_t d = 0; page_begins && d < kDeep; ++d) {
      if (i + d < last && (d == 0 || !lines_[i + d].new_page)) consider(i + d, true, d);
      if (i >= first + 1 + d && (d == 0 || !lines_[i - d].new_page)) consider(i - 1 - d, false, d);
    }
  }
  if (edges.empty()) return;
  for (std::size_t d = 0; d < kDeep && last - first > d; ++d) consider(last - 1 - d, false, d);
  std::map<std::tuple<bool, std::size_t, std::string>, std::size_t> alike;
  for (const Edge& edge : edges) ++alike[{edge.head, edge.depth, edge.shape}];
  for (std::size_t depth = 0; depth < kDeep; ++depth) {
    for (const Edge& edge : edges) {
      if (edge.depth != depth) continue;
      if (depth > 0 && !lines_[edge.head ? edge.line - 1 : edge.line + 1].page_edge) continue;
      const std::size_t recurs = alike[{edge.head, edge.depth, edge.shape}];
      const bool on_every_page = recurs > 1 && recurs + (edge.head ? 1 : 0) >= pages;
      if (!edge.certain && !on_every_page) continue;
      lines_[edge.line].page_edge = true;
      has_edges_ = true;
    }
  }
}

Folded Lines::fold(Span span) const {
  Folded out;
  if (span.empty()) return out;
  out.text.reserve(span.end - span.begin);
  bool white = true;      // white space is pending or nothing was printed yet
  bool line_end = false;  // the pending white space holds a line end
  const auto print = [&](std::uint32_t original, std::string_view bytes) {
    if (white && !out.text.empty()) {
      const bool parted = line_end && out.text.back() == '-' && out.text.size() > 1 &&
                          is_word(out.text[out.text.size() - 2]) && is_word(bytes.front());
      if (!parted) {
        out.runs_.push_back({static_cast<std::uint32_t>(out.text.size()), original - 1});
        out.text += ' ';
      }
    }
    if (white || out.runs_.empty() ||
        out.runs_.back().original + (out.text.size() - out.runs_.back().folded) != original) {
      out.runs_.push_back({static_cast<std::uint32_t>(out.text.size()), original});
    }
    out.text += bytes;
    white = line_end = false;
  };
  const auto words = [&](std::uint32_t begin, std::uint32_t end) {
    std::uint32_t i = begin;
    while (i < end) {
      const std::uint32_t from = i;
      while (i < end && (kind(text_[i]) == Byte::plain ||
                         (text_[i] == ' ' && i > from && i + 1 < end && kind(text_[i + 1]) == Byte::plain))) {
        ++i;
      }
      if (i > from) {
        print(from, text_.substr(from, i - from));
        continue;
      }
      if (kind(text_[i]) == Byte::white) {
        white = true;
        line_end |= text_[i] == '\n';
        ++i;
      } else if (kind(text_[i]) == Byte::dropped) {
        ++i;
      } else if (const Character* c = special(text_.substr(0, end), i); c != nullptr) {
        if (c->instead == " ") {
          white = true;
        } else if (!c->instead.empty()) {
          print(i, c->instead);
        }
        i += static_cast<std::uint32_t>(c->bytes.size());
      } else {
        const std::uint32_t first = i++;
        while (i < end && (static_cast<unsigned char>(text_[i]) & 0xC0U) == 0x80U) ++i;
        print(first, text_.substr(first, i - first));
      }
    }
  };
  // Line by line: most lines are printed as they stand.
  const auto part = [&](std::uint32_t begin, std::uint32_t end) {
    while (begin < end) {
      const void* found = std::memchr(text_.data() + begin, '\n', end - begin);
      const auto stop =
          found == nullptr ? end : static_cast<std::uint32_t>(static_cast<const char*>(found) - text_.data());
      const Span line = trimmed(text_, {begin, stop});
      if (line.begin > begin || line.end < stop) white = true;
      if (!line.empty() && plain(text_.substr(line.begin, line.end - line.begin))) {
        print(line.begin, text_.substr(line.begin, line.end - line.begin));
        white = line.end < stop;
      } else {
        words(begin, stop);
      }
      if (stop < end) white = line_end = true;
      begin = stop + 1;
    }
  };
  if (!has_edges_) {
    part(span.begin, span.end);
    return out;
  }
  for (std::size_t i = line_of(span.begin); i < lines_.size() && lines_[i].span.begin < span.end; ++i) {
    if (lines_[i].page_edge) continue;
    part(std::max(span.begin, lines_[i].span.begin), std::min(span.end, lines_[i].span.end));
    white = line_end = true;
  }
  return out;
}

determination::Printed Lines::printed(Span span) const {
  Folded folded = fold(span);
  const Span exact = folded.text.empty() ? Span{} : folded.to_original(0, folded.text.size());
  return {std::move(folded.text), exact};
}

}  // namespace openimr::letter
