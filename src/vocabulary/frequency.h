// How often: "TID", "q6h", "every 4-6 hours", "two to three times a day", "nightly", "before meals", "Mon/Wed/Fri",
// "12 h on 12 h off".
#pragma once

#include <optional>
#include <span>
#include <string>

#include "vocabulary/amounts.h"

namespace openimr::vocabulary {

struct Frequency {
  std::string text;  // canonical: "3 times a day", "every 4-6 hours", "once a day", "nightly"
  double per_day = 0;
  std::size_t next = 0;  // token after it
  bool moment = false;   // a time of the day ("nightly", "before meals"): may stand beside another
};

// The frequency that begins at this token. "2 a day" is none: it counts units, not times.
std::optional<Frequency> read_frequency(std::span<const Token> tokens, std::size_t at);
// A bare time of the day, as it may follow another: the "evening" of "in the morning and evening".
std::optional<Frequency> read_moment(std::span<const Token> tokens, std::size_t at);

// "a day", "per day", "/day", "each day": the token after it, or `at` where there is none.
std::size_t skip_per(std::span<const Token> tokens, std::size_t at, std::string_view unit);
// Days in a word for a time ("week", "wks", "d"), 0 where it is none.
int days_in(std::string_view word);

}  // namespace openimr::vocabulary
