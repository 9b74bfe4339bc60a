// A text as words, with what stands between them and the lines they stand in. Inside deidentify/ only.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/place.h"

namespace openimr::corpus::deidentify {

enum class Shape : std::uint8_t {
  lower,
  title,    // Sample, O'Brien, McCoy, Smith-Jones
  upper,    // SAMPLE
  initial,  // one capital letter
  dotted,   // "M.D.", "J.Q."
  mixed,    // "iPhone"
  coded,    // with a digit
  mark,     // what stands for something removed: "[name]"
};

struct Token {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;  // without a possessive "'s"
  std::uint32_t line = 0;
  Shape shape = Shape::lower;
  bool possessive = false;
  std::uint64_t classes = 0;  // Lexicon::classes_of
  std::string key;            // small letters, without periods; apostrophes are plain
};

struct Line {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;  // without its line end
  std::uint32_t first = 0;
  std::uint32_t last = 0;  // its tokens, half-open
  bool has_small = false;  // a word of three small letters or more: prose
};

class Lexicon;

class Tokens {
 public:
  explicit Tokens(std::string_view text);
  void classify(const Lexicon& lexicon);

  std::string_view text() const { return text_; }
  std::size_t size() const { return tokens_.size(); }
  const Token& operator[](std::size_t i) const { return tokens_[i]; }
  const std::vector<Line>& lines() const { return lines_; }
  const Line& line_of(std::size_t i) const { return lines_[tokens_[i].line]; }
  std::string_view text_of(std::size_t i) const {
    return text_.substr(tokens_[i].begin, tokens_[i].end - tokens_[i].begin);
  }

  // What stands between a token and the next, or behind the last.
  std::string_view gap(std::size_t i) const;
  // What stands between a token and the one before.
  std::string_view gap_before(std::size_t i) const;

  // White space only that is no end of a paragraph, a heading or a column.
  bool is_space(std::size_t i, std::string_view gap) const;
  bool joined(std::size_t i) const { return is_space(i, gap(i)); }
  // The same behind one of these signs.
  bool joined_behind(std::size_t i, std::string_view signs) const;
  bool starts_line(std::size_t i) const { return line_of(i).first == i; }
  bool starts_sentence(std::size_t i) const;
  bool has(std::size_t i, std::uint64_t classes) const { return (tokens_[i].classes & classes) != 0; }

 private:
  void read_words();
  void read_lines();

  std::string_view text_;
  std::vector<Token> tokens_;
  std::vector<Line> lines_;
  bool is_double_spaced_ = false;
};

}  // namespace openimr::corpus::deidentify
