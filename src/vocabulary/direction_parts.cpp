#include "vocabulary/direction_parts.h"

#include <algorithm>
#include <array>

#include <fmt/core.h>

#include "vocabulary/frequency.h"
#include "vocabulary/prescription_words.h"

namespace openimr::vocabulary {
namespace {

using Tokens = std::span<const Token>;

constexpr std::size_t kReasonWords = 4;     // after "prn"
constexpr std::size_t kReasonWordsFor = 6;  // after "as needed for"
constexpr double kMostUnitsPerDay = 40;     // of tablets; a larger number is no limit of a day

bool ends_reason(Tokens tokens, std::size_t at) {
  static constexpr std::array<std::string_view, 60> kOther = {
      "and",   "or",      "but",  "he",      "she",      "they",      "it",   "the",      "which",  "who",
      "that",  "is",      "was",  "are",     "were",     "has",       "have", "had",      "in",     "on",
      "at",    "by",      "to",   "from",    "because",  "while",     "per",  "this",     "also",   "only",
      "basis", "as",      "with", "disp",    "dispense", "dispensed", "qty",  "quantity", "refill", "refills",
      "rf",    "nr",      "max",  "maximum", "nte",      "not",       "do",   "no",       "then",   "may",
      "for",   "patient", "x",    "q",       "every",    "if",        "when", "i",        "we",     "sig"};
  if (at >= tokens.size() || tokens[at].kind != Token::Kind::word) return true;
  if (std::find(kOther.begin(), kOther.end(), tokens[at].text) != kOther.end()) return true;
  const PrescriptionWord& word = word_at(tokens, at);
  return word.counted || !word.route.empty() || word.gives || read_frequency(tokens, at).has_value();
}

// "a day", "/day", "daily", "in 24 hours": the token after it, or `at`.
std::size_t skip_a_day(Tokens tokens, std::size_t at) {
  if (const std::size_t next = skip_per(tokens, at, "day"); next != at) return next;
  if (is(tokens, at, "daily")) return at + 1;
  std::size_t next = at;
  while (is_any(tokens, next, {"in", "per", "a", "any", "/", "within", "every"})) ++next;
  const bool hours = next > at && next < tokens.size() && tokens[next].value == 24 &&
                     is_any(tokens, next + 1, {"h", "hr", "hrs", "hour", "hours"});
  if (!hours) return at;
  return is(tokens, next + 2, "period") ? next + 3 : next + 2;
}

std::size_t after_limit_words(Tokens tokens, std::size_t at) {
  if (is_any(tokens, at, {"max", "maximum", "nte", "limit"})) return at + 1;
  if (is(tokens, at, "limited") && is(tokens, at + 1, "to")) return at + 2;
  if (is_any(tokens, at, {"no", "not"}) && is(tokens, at + 1, "more") && is(tokens, at + 2, "than")) return at + 3;
  if (is(tokens, at, "not") && is(tokens, at + 1, "to") && is(tokens, at + 2, "exceed")) return at + 3;
  if (is(tokens, at, "not") && is(tokens, at + 1, "exceed")) return at + 2;
  if (is_any(tokens, at, {"don't", "dont"}) && is(tokens, at + 1, "exceed")) return at + 2;
  if (is(tokens, at, "do") && is(tokens, at + 1, "not") && is(tokens, at + 2, "exceed")) return at + 3;
  return at;
}

}  // namespace

std::optional<AsNeeded> read_as_needed(Tokens tokens, std::size_t at) {
  std::size_t next = at;
  if (is(tokens, at, "prn")) next = at + 1;
  if (is_any(tokens, at, {"as", "when", "if"}) && is(tokens, at + 1, "needed")) next = at + 2;
  if (is(tokens, at, "on") && is(tokens, at + 1, "an") && is(tokens, at + 2, "as") && is(tokens, at + 3, "needed"))
    next = at + 4;
  if (next == at) return std::nullopt;
  AsNeeded out{next, next, next};
  std::size_t first = next;
  const bool basis = is(tokens, first, "basis");
  if (basis) ++first;
  if (!basis && is(tokens, first, ",") && word_at(tokens, first + 1).filler) ++first;  // "p.r.n., pain"
  const bool named = is(tokens, first, "for");
  if (named) ++first;
  if (is_any(tokens, first, {"the", "his", "her", "any"})) ++first;
  const std::size_t most = first + (named ? kReasonWordsFor : kReasonWords);
  std::size_t last = first;
  while (last < most) {
    if (is_any(tokens, last, {"of"}) && last > first && !ends_reason(tokens, last + 1)) {
      last += 2;
    } else if (named && is_any(tokens, last, {"and", "or"}) && last > first && !ends_reason(tokens, last + 1)) {
      last += 2;
    } else if (!ends_reason(tokens, last)) {
      ++last;
    } else {
      break;
    }
  }
  if (last == first) return out;
  out.reason_first = first;
  out.reason_last = last;
  return out;
}

std::optional<Maximum> read_maximum(Tokens tokens, std::size_t at) {
  std::size_t next = after_limit_words(tokens, at);
  if (next == at) return std::nullopt;
  const bool plain = is_any(tokens, at, {"max", "maximum", "nte"});
  bool daily = false;
  while (is_any(tokens, next, {"of", ":", "-", "=", "daily", "dose", "is", "#", "to", "total", "at", "per", "day"})) {
    daily = daily || is_any(tokens, next, {"daily", "day"});
    ++next;
  }
  const auto amount = read_amount(tokens, next);
  if (!amount) return std::nullopt;
  Maximum out{amount->high, {}, amount->next};
  if (out.next < tokens.size()) out.unit = measure_of(tokens[out.next].text);
  if (!out.unit.empty()) ++out.next;
  while (word_at(tokens, out.next).counted && !word_at(tokens, out.next).package) ++out.next;
  if (is_any(tokens, out.next, {"dose", "doses"})) ++out.next;
  const std::size_t after = skip_a_day(tokens, out.next);
  daily = daily || after != out.next;
  const bool of_time =
      out.next < tokens.size() && (days_in(tokens[out.next].text) > 0 ||
                                   is_any(tokens, out.next, {"refills", "refill", "hours", "times", "visits"}));
  if (!daily && (!plain || of_time)) return std::nullopt;
  if (out.unit.empty() && out.per_day > kMostUnitsPerDay) return std::nullopt;
  out.next = after;
  return out;
}

std::optional<TaperStep> read_taper(Tokens tokens, std::size_t at) {
  const bool down = is_any(
      tokens, at, {"decrease", "decreasing", "reduce", "reducing", "taper", "tapering", "wean", "weaning", "lower"});
  const bool up = is_any(tokens, at, {"increase", "increasing", "titrate", "raise"});
  if (!down && !up) return std::nullopt;
  std::size_t next = at + 1;
  while (is_any(tokens, next, {"the", "dose", "dosage", "down", "up", "slowly", "daily", "it", "off"})) ++next;
  if (!is(tokens, next, "by")) return std::nullopt;
  const auto amount = read_amount(tokens, next + 1);
  if (!amount) return std::nullopt;
  next = amount->next;
  std::string unit;
  if (is(tokens, next, "%")) {
    unit = "%";
    ++next;
  } else if (next < tokens.size() && !measure_of(tokens[next].text).empty()) {
    unit = fmt::format(" {}", measure_of(tokens[next].text));
    ++next;
  } else if (!word_at(tokens, next).unit.empty()) {
    unit = fmt::format(" {}", word_at(tokens, next).unit);
    ++next;
  }
  if (unit.empty()) return std::nullopt;
  while (is_any(tokens, next, {"of", "the", "original", "dose", "current"})) ++next;
  if (!is_any(tokens, next, {"every", "each", "per", "a", "q", "/"})) return std::nullopt;
  ++next;
  Amount count{1, 1, next};
  if (is(tokens, next, "other")) {
    count = {2, 2, next + 1};
  } else if (const auto stated = read_amount(tokens, next)) {
    count = *stated;
  }
  if (is(tokens, count.next, "-")) ++count.next;
  const int days = count.next < tokens.size() ? days_in(tokens[count.next].text) : 0;
  if (days == 0) return std::nullopt;
  count.low *= days;
  count.high *= days;
  return TaperStep{fmt::format("{}{}{} every {} days", down ? "-" : "+", to_text(*amount), unit, to_text(count)),
                   count.next + 1};
}

std::optional<Amount> read_dose_amount(Tokens tokens, std::size_t at) {
  const auto roman = [&](std::size_t i) {
    static constexpr std::array<std::string_view, 3> kRoman = {"i", "ii", "iii"};
    const auto found = i < tokens.size() ? std::find(kRoman.begin(), kRoman.end(), tokens[i].text) : kRoman.end();
    return found == kRoman.end() ? 0.0 : static_cast<double>(found - kRoman.begin() + 1);
  };
  const double low = roman(at);
  if (low == 0) return read_amount(tokens, at);
  Amount out{low, low, at + 1};
  const std::size_t upper = is_any(tokens, at + 1, {"-", "to", "or"}) ? at + 2 : at + 1;
  if (roman(upper) > low) out = {low, roman(upper), upper + 1};
  const PrescriptionWord& counts = word_at(tokens, out.next);
  if (counts.unit.empty() && counts.route != "oral") return std::nullopt;
  return out;
}

}  // namespace openimr::vocabulary
