#include "vocabulary/amounts.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace openimr::vocabulary {
namespace {

using Kind = Token::Kind;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) {
  return c >= 'a' && c <= 'z';
}

constexpr std::array<std::pair<std::string_view, int>, 29> kNumberWords = {
    {{"zero", 0},      {"one", 1},       {"two", 2},       {"three", 3},    {"four", 4},     {"five", 5},
     {"six", 6},       {"seven", 7},     {"eight", 8},     {"nine", 9},     {"ten", 10},     {"eleven", 11},
     {"twelve", 12},   {"thirteen", 13}, {"fourteen", 14}, {"fifteen", 15}, {"sixteen", 16}, {"seventeen", 17},
     {"eighteen", 18}, {"nineteen", 19}, {"twenty", 20},   {"thirty", 30},  {"forty", 40},   {"fifty", 50},
     {"sixty", 60},    {"seventy", 70},  {"eighty", 80},   {"ninety", 90},  {"hundred", 100}}};

std::optional<int> number_word(std::string_view word) {
  // Most words begin or end as no number does.
  static constexpr std::string_view kFirst = "zotfsenh";
  static constexpr std::string_view kLast = "oerxntyd";
  if (word.size() < 3 || kFirst.find(word.front()) == kFirst.npos || kLast.find(word.back()) == kLast.npos)
    return std::nullopt;
  const auto found = std::find_if(kNumberWords.begin(), kNumberWords.end(),
                                  [&](const auto& w) { return w.first[0] == word[0] && w.first == word; });
  if (found == kNumberWords.end()) return std::nullopt;
  return found->second;
}

class Tokenizer {
 public:
  Tokenizer(std::string_view text, Span within) : text_(text), at_(within.begin), end_(within.end) {}

  std::vector<Token> run() {
    constexpr std::size_t kBytesOfOneToken = 4;
    if (at_ < end_) tokens_.reserve((end_ - at_) / kBytesOfOneToken + 1);
    while (at_ < end_) {
      const char c = text_[at_];
      if (c == ' ' || c == '\n') {
        ++at_;
      } else if (is_digit(c) || (c == '.' && digit_at(at_ + 1) && starts_decimal())) {
        if (!read_date()) read_figures();
      } else if (is_letter(c)) {
        read_word();
      } else {
        add(Kind::sign, at_ + 1, std::string(1, c));
      }
    }
    return std::move(tokens_);
  }

 private:
  // ".5", and not the dot of "q.4-6h".
  bool starts_decimal() const { return at_ == 0 || !(is_digit(text_[at_ - 1]) || is_letter(text_[at_ - 1])); }
  bool digit_at(std::uint32_t at) const { return at < end_ && is_digit(text_[at]); }

  void add(Kind kind, std::uint32_t end, std::string text, double value = 0) {
    const bool glued = at_ > 0 && is_letter(text_[at_ - 1]);
    tokens_.push_back({kind, std::move(text), value, glued, {at_, end}});
    at_ = end;
  }

  std::uint32_t digits(std::uint32_t from) const {
    while (digit_at(from)) ++from;
    return from;
  }

  bool read_date() {
    const std::uint32_t a = digits(at_);
    if (a == at_ || a >= end_ || (text_[a] != '/' && text_[a] != '-')) return false;
    const std::uint32_t b = digits(a + 1);
    if (b == a + 1 || b >= end_ || text_[b] != text_[a]) return false;
    const std::uint32_t c = digits(b + 1);
    const std::uint32_t year = std::max(a - at_, c - b - 1);
    if (c == b + 1 || year > 4 || year < 2 || b - a - 1 > 2 || (c < end_ && (text_[c] == '%' || text_[c] == '.')))
      return false;
    if (year == 2 && text_[a] == '-') return false;
    add(Kind::sign, c, "date");
    return true;
  }

  void read_figures() {
    std::string figures;
    std::uint32_t i = at_;
    while (i < end_) {
      const bool thousands = text_[i] == ',' && digits(i + 1) == i + 4 && !figures.empty() && figures.size() <= 3;
      const bool point = text_[i] == '.' && digit_at(i + 1) && figures.find('.') == std::string::npos;
      if (!is_digit(text_[i]) && !thousands && !point) break;
      if (!thousands) figures += text_[i];
      ++i;
    }
    double value = 0;
    std::from_chars(figures.data(), figures.data() + figures.size(), value);
    const bool plain = figures.front() != '0' && figures.find('.') == std::string::npos;  // written as to_text does
    add(Kind::number, i, plain && figures.size() < 7 ? std::move(figures) : to_text(value), value);
  }

  void read_word() {
    std::uint32_t i = at_;
    std::uint32_t part = at_;  // where the letters since the last dot begin
    while (i < end_ && is_letter(text_[i])) ++i;
    std::string word(text_.substr(at_, i - at_));
    while (i < end_) {
      if (is_letter(text_[i]) || (text_[i] == '\'' && i + 1 < end_ && is_letter(text_[i + 1]))) {
        word += text_[i++];
      } else if (text_[i] == '.' && i - part == 1 && i + 1 < end_ && is_letter(text_[i + 1]) && word.size() <= 3) {
        part = ++i;  // "b.i.d."
      } else {
        break;
      }
    }
    if (part != at_ && i < end_ && text_[i] == '.' && i - part == 1) ++i;
    if (is_times_sign(word)) {  // "2xwk"
      add(Kind::word, at_ + 1, "x");
      return;
    }
    const auto number = number_word(word);
    if (!number) {
      add(Kind::word, i, std::move(word));
      return;
    }
    const bool adjacent = !tokens_.empty() && tokens_.back().is_number() && tokens_.back().span.end + 1 == at_ &&
                          !is_digit(text_[tokens_.back().span.begin]);
    const double before = adjacent ? tokens_.back().value : 0;
    const bool joins_tens =
        before >= 20 && before < 1000 && *number > 0 && *number < 10 && static_cast<int>(before) % 10 == 0;
    const bool joins_hundred = before == 100 && *number < 100;
    const bool times_hundred = *number == 100 && before >= 1 && before < 10;
    if (!adjacent || !(joins_tens || joins_hundred || times_hundred)) {
      add(Kind::number, i, to_text(*number), *number);
      return;
    }
    Token& last = tokens_.back();
    last.value = times_hundred ? before * 100 : before + *number;
    last.text = to_text(last.value);
    last.span.end = i;
    at_ = i;
  }

  // Whether the word is an "x" glued between a number and a time.
  bool is_times_sign(std::string_view word) const {
    if (word.size() < 3 || word[0] != 'x' || at_ == 0 || !is_digit(text_[at_ - 1])) return false;
    static constexpr std::array<std::string_view, 5> kTimes = {"day", "daily", "wk", "week", "weekly"};
    return std::find(kTimes.begin(), kTimes.end(), word.substr(1)) != kTimes.end();
  }

  std::string_view text_;
  std::uint32_t at_;
  std::uint32_t end_;
  std::vector<Token> tokens_;
};

}  // namespace

std::vector<Token> tokenize(std::string_view text, Span within) {
  return Tokenizer(text, {within.begin, std::min(within.end, static_cast<std::uint32_t>(text.size()))}).run();
}

std::optional<Amount> read_amount(std::span<const Token> tokens, std::size_t at) {
  const auto number = [&](std::size_t i) {
    return i < tokens.size() && tokens[i].is_number() && tokens[i].value <= kMostAmount;
  };
  const auto is = [&](std::size_t i, std::string_view what) { return i < tokens.size() && tokens[i].is(what); };
  if (is(at, "half")) return Amount{0.5, 0.5, is(at + 1, "a") ? at + 2 : at + 1};
  if (!number(at)) return std::nullopt;
  Amount amount{tokens[at].value, tokens[at].value, at + 1};
  const auto fraction = [&](std::size_t i) {
    return number(i) && is(i + 1, "/") && number(i + 2) && tokens[i].value < tokens[i + 2].value &&
           tokens[i + 2].value <= 4;
  };
  if (fraction(at)) {
    amount = {tokens[at].value / tokens[at + 2].value, tokens[at].value / tokens[at + 2].value, at + 3};
  } else if (fraction(at + 1)) {
    amount = {tokens[at].value + tokens[at + 1].value / tokens[at + 3].value, 0, at + 4};
    amount.high = amount.low;
  } else if (is(at + 1, "and") && fraction(at + 2)) {
    amount = {tokens[at].value + tokens[at + 2].value / tokens[at + 4].value, 0, at + 5};
    amount.high = amount.low;
  } else if (is(at + 1, "half") && amount.low == 1) {
    return Amount{0.5, 0.5, is(at + 2, "of") ? at + 3 : at + 2};
  } else if (is(at + 1, "and") && (is(at + 2, "half") || (is(at + 2, "a") && is(at + 3, "half")))) {
    return Amount{amount.low + 0.5, amount.low + 0.5, is(at + 2, "half") ? at + 3 : at + 4};
  }
  const auto skip_repeat = [&](double value) {  // "eight (8)"
    if (is(amount.next, "(") && number(amount.next + 1) && tokens[amount.next + 1].value == value &&
        is(amount.next + 2, ")")) {
      amount.next += 3;
    }
  };
  skip_repeat(amount.low);
  if (is(amount.next, "-") || is(amount.next, "to") || is(amount.next, "or")) {
    if (number(amount.next + 1) && tokens[amount.next + 1].value > amount.low) {
      amount.high = tokens[amount.next + 1].value;
      amount.next += 2;
      skip_repeat(amount.high);
    }
  }
  return amount;
}

std::string to_text(double value) {
  std::array<char, 32> out{};
  constexpr int kFigures = 6;
  const auto end = std::to_chars(out.data(), out.data() + out.size(), value, std::chars_format::general, kFigures).ptr;
  return {out.data(), end};
}

std::string to_text(const Amount& amount) {
  return amount.low == amount.high ? to_text(amount.high) : to_text(amount.low) + "-" + to_text(amount.high);
}

}  // namespace openimr::vocabulary
