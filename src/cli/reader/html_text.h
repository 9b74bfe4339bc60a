// The lines of an HTML page, built while its tags and letters go by.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace openimr::reader {

// Blocks end lines, paragraphs and the like are parted by an empty line, items of lists and rows of tables are lines,
// cells are parted by two spaces; head, scripts and styles are left out. White space is one space, but in <pre>.
class HtmlText {
 public:
  void start(std::string_view element);
  void end(std::string_view element);
  void add(std::string_view letters);

  const std::string& text() const { return text_; }

 private:
  enum class Gap : std::uint8_t { none, line, paragraph };

  void part(Gap gap);
  void start_cell();
  void write(std::string_view word);

  std::string text_;
  Gap gap_ = Gap::none;     // before the next word
  std::size_t spaces_ = 0;  // before the next word, where no gap is
  int left_out_ = 0;        // elements open of which nothing is read
  int preformatted_ = 0;    // <pre> open
  bool row_has_text_ = false;
  bool cell_is_empty_ = false;  // nothing was written since the cell began, so that its paragraphs do not end the row
};

}  // namespace openimr::reader
