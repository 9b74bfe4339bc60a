#include "corpus/deidentify/tokens.h"

#include <algorithm>

#include "base/ascii.h"
#include "corpus/deidentify/lexicon.h"

namespace openimr::corpus::deidentify {
namespace {

constexpr std::uint32_t kWrapped = 40;    // bytes from which on a line may be one that goes on in the next
constexpr std::size_t kColumn = 3;        // spaces that part two columns
constexpr std::size_t kLongestWord = 64;  // bytes of a word that can be a name
constexpr std::size_t kLongestPart = 3;   // letters of the first part of "Psy.D."

bool is_high(char c) {
  return static_cast<unsigned char>(c) >= 0x80;
}

// Signs beyond ASCII: U+0080 to U+00BF and U+2000 to U+203F.
std::size_t sign_at(std::string_view text, std::size_t at) {
  if (text[at] == '\xC2' && at + 1 < text.size()) return 2;
  if (text[at] == '\xE2' && at + 2 < text.size() && text[at + 1] == '\x80') return 3;
  return 0;
}

bool is_word_byte(std::string_view text, std::size_t at) {
  return is_letter(text[at]) || (is_high(text[at]) && sign_at(text, at) == 0);
}

// The bytes of an apostrophe: ', U+2019.
std::size_t apostrophe_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  if (text[at] == '\'') return 1;
  return text.substr(at, 3) == "\xE2\x80\x99" ? 3 : 0;
}

class WordReader {
 public:
  WordReader(std::string_view text, std::size_t at) : text_(text), at_(at), begin_(at) {}

  Token read() {
    while (at_ < text_.size() && step()) {
    }
    Token out{.begin = static_cast<std::uint32_t>(begin_), .end = static_cast<std::uint32_t>(at_), .key = {}};
    if (at_ - begin_ > kLongestWord) {
      out.shape = Shape::coded;
      return out;
    }
    take_periods(out);
    take_possessive(out);
    out.shape = dotted_ ? Shape::dotted : shape(out);
    for (std::size_t i = out.begin; i < out.end; ++i) {
      const std::size_t sign = apostrophe_at(text_, i);
      if (sign > 0) i += sign - 1;
      if (text_[i] != '.') out.key += sign > 0 ? '\'' : lower(text_[i]);
    }
    return out;
  }

 private:
  bool goes_on(std::size_t at) const { return at < text_.size() && (is_word_byte(text_, at) || is_digit(text_[at])); }

  bool step() {
    if (goes_on(at_)) {
      ++at_;
      return true;
    }
    std::size_t sign = apostrophe_at(text_, at_);
    if (sign == 0 && text_[at_] == '-') sign = 1;
    if (sign == 0 || !goes_on(at_ + sign)) return false;
    at_ += sign;
    return true;
  }

  // "M.D", "Ph.D", "J.Q": short parts with periods between them.
  void take_periods(Token& out) {
    std::size_t at = out.end;
    if (at - begin_ > kLongestPart || !is_letter(text_[begin_])) return;
    while (at + 1 < text_.size() && text_[at] == '.' && is_letter(text_[at + 1])) {
      std::size_t end = at + 1;
      while (end < text_.size() && is_letter(text_[end])) ++end;
      if (end - at > kLongestPart || goes_on(end)) break;
      at = end;
      dotted_ = true;
    }
    out.end = static_cast<std::uint32_t>(at);
  }

  void take_possessive(Token& out) const {
    for (const std::size_t sign : {std::size_t{1}, std::size_t{3}}) {
      if (out.end - out.begin < sign + 2) continue;
      const char last = text_[out.end - 1];
      if ((last == 's' || last == 'S') && apostrophe_at(text_, out.end - 1 - sign) == sign) {
        out.end -= static_cast<std::uint32_t>(sign + 1);
        out.possessive = true;
        return;
      }
    }
  }

  Shape shape(const Token& word) const {
    int capitals = 0;
    int small = 0;
    int parts_small = 0;  // parts of a word with hyphens that begin small
    bool begins = true;
    for (std::size_t i = word.begin; i < word.end; ++i) {
      const char c = text_[i];
      if (is_digit(c)) return Shape::coded;
      if (c == '-') {
        begins = true;
        continue;
      }
      if (is_capital(c)) ++capitals;
      if (is_lower(c)) {
        ++small;
        parts_small += begins;
      }
      if (is_letter(c) || is_high(c)) begins = false;
    }
    if (capitals == 0) return is_high(text_[word.begin]) && small > 0 ? Shape::title : Shape::lower;
    if (small == 0) return word.end - word.begin == 1 ? Shape::initial : Shape::upper;
    return is_lower(text_[word.begin]) || capitals > small + parts_small + 2 ? Shape::mixed : Shape::title;
  }

  std::string_view text_;
  std::size_t at_;
  std::size_t begin_;
  bool dotted_ = false;
};

// "[name]" and its like: small letters and spaces in brackets.
std::size_t mark_at(std::string_view text, std::size_t at) {
  constexpr std::size_t kLongest = 24;
  if (text[at] != '[') return 0;
  for (std::size_t i = at + 1; i < text.size() && i < at + kLongest; ++i) {
    if (text[i] == ']') return i > at + 1 ? i + 1 - at : 0;
    if (!is_lower(text[i]) && text[i] != ' ' && !is_digit(text[i]) && text[i] != '-') return 0;
  }
  return 0;
}

}  // namespace

Tokens::Tokens(std::string_view text) : text_(text) {
  read_words();
  read_lines();
}

void Tokens::read_words() {
  for (std::size_t at = 0; at < text_.size();) {
    if (const std::size_t mark = mark_at(text_, at); mark > 0) {
      tokens_.push_back({.begin = static_cast<std::uint32_t>(at),
                         .end = static_cast<std::uint32_t>(at + mark),
                         .shape = Shape::mark,
                         .key = {}});
      at += mark;
    } else if (is_word_byte(text_, at) || is_digit(text_[at])) {
      tokens_.push_back(WordReader(text_, at).read());
      at = tokens_.back().end;
      if (tokens_.back().possessive) at += 1 + std::max<std::size_t>(1, apostrophe_at(text_, at));
    } else {
      at += std::max<std::size_t>(1, sign_at(text_, at));
    }
  }
}

void Tokens::read_lines() {
  std::size_t token = 0;
  std::size_t full = 0;
  std::size_t followed_by_blank = 0;
  for (std::size_t begin = 0; begin <= text_.size();) {
    std::size_t end = text_.find_first_of("\n\f", begin);
    if (end == std::string_view::npos) end = text_.size();
    Line line{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), static_cast<std::uint32_t>(token)};
    for (; token < tokens_.size() && tokens_[token].begin < end; ++token) {
      tokens_[token].line = static_cast<std::uint32_t>(lines_.size());
      line.has_small |= tokens_[token].shape == Shape::lower && tokens_[token].end - tokens_[token].begin >= 3;
    }
    line.last = static_cast<std::uint32_t>(token);
    const bool is_blank = line.first == line.last;
    if (!lines_.empty() && lines_.back().first != lines_.back().last) {
      ++full;
      followed_by_blank += is_blank;
    }
    lines_.push_back(line);
    begin = end + 1;
  }
  is_double_spaced_ = full > 20 && followed_by_blank * 10 > full * 8;
}

void Tokens::classify(const Lexicon& lexicon) {
  for (Token& token : tokens_) token.classes = lexicon.classes_of(token.key);
}

std::string_view Tokens::gap(std::size_t i) const {
  const std::size_t end = i + 1 < tokens_.size() ? tokens_[i + 1].begin : text_.size();
  return text_.substr(tokens_[i].end, end - tokens_[i].end);
}

std::string_view Tokens::gap_before(std::size_t i) const {
  return i > 0 ? gap(i - 1) : text_.substr(0, tokens_[0].begin);
}

bool Tokens::is_space(std::size_t i, std::string_view gap) const {
  if (gap.empty() || gap.size() > 400) return false;
  std::size_t spaces = 0;
  std::size_t ends = 0;
  for (const char c : gap) {
    if (c == '\n') {
      ++ends;
    } else if (c == '\t') {
      spaces += kColumn;
    } else if (c == ' ') {
      ++spaces;
    } else if (c != '\r') {
      return false;
    }
  }
  if (ends == 0) return spaces < kColumn;
  // A heading in capitals does not go on.
  return line_of(i).has_small && ends <= (is_double_spaced_ ? 2U : 1U) && tokens_[i].end - line_of(i).begin >= kWrapped;
}

bool Tokens::joined_behind(std::size_t i, std::string_view signs) const {
  const std::string_view between = gap(i);
  return !between.empty() && signs.find(between.front()) != std::string_view::npos && is_space(i, between.substr(1));
}

bool Tokens::starts_sentence(std::size_t i) const {
  if (i == 0) return true;
  const std::string_view before = gap(i - 1);
  if (before.find('\n') != std::string_view::npos && !is_space(i - 1, before) && before.front() != ',') return true;
  if (before.find_first_of(":!?\"*") != std::string_view::npos) return true;
  if (before.find("\xE2\x80") != std::string_view::npos) return true;
  if (before.find('.') == std::string_view::npos) return false;
  const Token& last = tokens_[i - 1];
  return last.shape != Shape::initial && last.shape != Shape::dotted && !has(i - 1, kTitle);
}

}  // namespace openimr::corpus::deidentify
