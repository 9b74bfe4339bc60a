// Parts of directions that are phrases of their own: what a drug is needed for, the most in a day, the step of a taper.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "vocabulary/amounts.h"

namespace openimr::vocabulary {

// "prn", "as needed for severe pain": the token after "needed", and the tokens of the reason (none where first ==
// last).
struct AsNeeded {
  std::size_t next = 0;
  std::size_t reason_first = 0;
  std::size_t reason_last = 0;  // the token after the reason
};
std::optional<AsNeeded> read_as_needed(std::span<const Token> tokens, std::size_t at);

// "max 8/day", "not to exceed 3 per day", "maximum daily dose 4 tablets", "limit 3 grams per 24 hours".
struct Maximum {
  double per_day = 0;
  std::string_view unit;  // "mg", "g", "ml"; empty where it counts what the dose counts
  std::size_t next = 0;
};
std::optional<Maximum> read_maximum(std::span<const Token> tokens, std::size_t at);

// "decrease by 10% per week", "increase by 300 mg every 3 days": "-10% every 7 days".
struct TaperStep {
  std::string text;
  std::size_t next = 0;
};
std::optional<TaperStep> read_taper(std::span<const Token> tokens, std::size_t at);

// "i", "ii", "i-ii" before what they count ("tabs", "po"); else as read_amount.
std::optional<Amount> read_dose_amount(std::span<const Token> tokens, std::size_t at);

}  // namespace openimr::vocabulary
