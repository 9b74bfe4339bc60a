// What happened to a text on its way: wrapped lines, spaces that were lost, words that a line end cuts in two. Each
// question is about one byte of the original; base/clean_text asks them.
#pragma once

#include <cstddef>
#include <string_view>

namespace openimr {

// The lines of a text, to tell a wrapped paragraph from a list.
class TextLines {
 public:
  explicit TextLines(std::string_view text);
  // Whether the white space [begin, end), which holds a line break, ends what stands before it.
  bool breaks(std::size_t begin, std::size_t end) const;

 private:
  std::size_t line_before(std::size_t end) const;
  bool starts_list_entry(std::size_t at) const;
  bool starts_heading(std::size_t at) const;

  std::string_view text_;
  bool double_spaced_ = false;
  std::size_t wrap_width_ = 0;
};

// A space or break that the text has lost before the byte `at`; 0 where none was.
char lost_space(std::string_view text, std::size_t at);

// Where a word or number goes on whose hyphen at `at` stands at a line end ("non-" and "certification"); 0 where none
// does.
std::size_t after_broken_hyphen(std::string_view text, std::size_t at);

}  // namespace openimr
