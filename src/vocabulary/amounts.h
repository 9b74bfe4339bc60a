// Numbers in clean text, however they are written: "60", "#60", "sixty", "twenty four", "10/325", "1,000", "one to
// two", "eight (8)", "1/2". The readers of prescriptions and of requests work on these tokens.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/place.h"

namespace openimr::vocabulary {

struct Token {
  enum class Kind : std::uint8_t { number, word, sign };
  Kind kind = Kind::sign;
  std::string
      text;  // words without dots ("b.i.d." is "bid"); numbers as figures ("sixty" is "60"); signs as they stand
  double value = 0;    // of a number
  bool glued = false;  // a number that follows a letter without a space: the 4 of "l4", the 12 of "x12"
  Span span;           // in the text

  bool is(std::string_view what) const { return text == what; }
  bool is_number() const { return kind == Kind::number; }
};

// The tokens of text[within]. A date ("11/14/16", "2016-11-14") is one sign, "date", so that no reader takes it for
// amounts.
std::vector<Token> tokenize(std::string_view text, Span within);

// One number or a range of two: "2", "1-2", "one to two", "eight (8)", "1/2", "one and a half". A number above
// kMostAmount is none: no request has so many of anything.
inline constexpr double kMostAmount = 100'000;
struct Amount {
  double low = 0;
  double high = 0;
  std::size_t next = 0;  // token after it
};
std::optional<Amount> read_amount(std::span<const Token> tokens, std::size_t at);

// 2 -> "2", 0.5 -> "0.5", 1.50 -> "1.5".
std::string to_text(double value);
// "2" or "2-3".
std::string to_text(const Amount& amount);

}  // namespace openimr::vocabulary
