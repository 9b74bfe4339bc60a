// A letter as lines, and words as printed: what the reader of letters works on.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/place.h"
#include "determination/determination.h"

namespace openimr::letter {

// A line that is not empty, without the white space around it.
struct Line {
  Span span;
  std::uint32_t number = 1;  // from 1, counting empty lines
  std::uint8_t gap = 0;      // line ends between it and the line before, at most 255
  bool new_page = false;     // a form feed stands before it
  bool page_edge = false;    // what a page repeats at its head or foot: no part of the letter
};

// Words as printed: white space folded, words that a line end parted whole again (a hyphen at a line end stays, as
// these letters break lines only at hyphens of their own), ligatures as letters, no soft hyphens, no marks of
// direction. Every byte knows where it came from.
class Folded {
 public:
  Folded() = default;
  std::string text;

  // The span of the letter's text from which [begin, end) of `text` came.
  Span to_original(std::size_t begin, std::size_t end) const;

 private:
  friend class Lines;
  struct Run {
    std::uint32_t folded;
    std::uint32_t original;
  };
  std::vector<Run> runs_;
};

class Lines {
 public:
  explicit Lines(std::string_view text);

  std::string_view text() const { return text_; }
  std::size_t size() const { return lines_.size(); }
  const Line& operator[](std::size_t i) const { return lines_[i]; }
  std::string_view at(std::size_t i) const { return text_.substr(lines_[i].span.begin, length(lines_[i].span)); }
  // First line that does not end before `byte`.
  std::size_t line_of(std::uint32_t byte) const;
  // Whether more space stands before this line than usually parts the lines from `first` to `last`.
  bool begins_paragraph(std::size_t line, int usual_gap) const { return lines_[line].gap > usual_gap; }
  // The gap that most of these lines have: 1, or 2 where every line is followed by an empty one.
  int usual_gap(std::size_t first, std::size_t last) const;

  // Marks the lines among these that a page repeats at its head or foot: page numbers, short lines that hold
  // the case number, and titles that recur at the same edge of every page.
  void find_page_edges(std::size_t first, std::size_t last, std::string_view case_number);

  // The words of a span, without page edges.
  Folded fold(Span span) const;
  determination::Printed printed(Span span) const;

 private:
  static std::size_t length(Span span) { return span.end - span.begin; }

  std::string_view text_;
  std::vector<Line> lines_;
  bool has_edges_ = false;
};

// The span without white space at either end.
Span trimmed(std::string_view text, Span span);

}  // namespace openimr::letter
