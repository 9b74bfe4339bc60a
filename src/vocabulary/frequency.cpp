#include "vocabulary/frequency.h"

#include <algorithm>
#include <array>

#include <fmt/core.h>

namespace openimr::vocabulary {
namespace {

using Tokens = std::span<const Token>;

bool is(Tokens tokens, std::size_t at, std::string_view what) {
  return at < tokens.size() && tokens[at].is(what);
}

bool is_any(Tokens tokens, std::size_t at, std::initializer_list<std::string_view> words) {
  return at < tokens.size() && std::find(words.begin(), words.end(), tokens[at].text) != words.end();
}

bool is_hours(Tokens tokens, std::size_t at) {
  return is_any(tokens, at, {"h", "hr", "hrs", "hour", "hours", "hourly"});
}

struct Fixed {
  std::string_view word;
  std::string_view text;
  double per_day;
};

constexpr std::array<Fixed, 22> kFixed = {{{"bid", "2 times a day", 2},
                                           {"tid", "3 times a day", 3},
                                           {"qid", "4 times a day", 4},
                                           {"qd", "once a day", 1},
                                           {"qday", "once a day", 1},
                                           {"daily", "once a day", 1},
                                           {"everyday", "once a day", 1},
                                           {"od", "once a day", 1},
                                           {"nightly", "nightly", 1},
                                           {"qhs", "nightly", 1},
                                           {"hs", "nightly", 1},
                                           {"bedtime", "nightly", 1},
                                           {"qam", "every morning", 1},
                                           {"qpm", "every evening", 1},
                                           {"qod", "every other day", 0.5},
                                           {"weekly", "once a week", 1.0 / 7},
                                           {"biweekly", "every 2 weeks", 1.0 / 14},
                                           {"monthly", "once a month", 1.0 / 30},
                                           {"qidprn", "4 times a day", 4},
                                           {"tidprn", "3 times a day", 3},
                                           {"bidprn", "2 times a day", 2},
                                           {"eod", "every other day", 0.5}}};

const Fixed* fixed(Tokens tokens, std::size_t at) {
  if (at >= tokens.size()) return nullptr;
  const auto found =
      std::find_if(kFixed.begin(), kFixed.end(), [&](const Fixed& f) { return f.word == tokens[at].text; });
  return found == kFixed.end() ? nullptr : &*found;
}

std::string times(const Amount& amount, std::string_view unit) {
  if (amount.high == 1) return fmt::format("once a {}", unit);
  return fmt::format("{} times a {}", to_text(amount), unit);
}

// What follows a count of times: "a day", "per week", "daily".
std::optional<Frequency> after_times(Tokens tokens, std::size_t at, const Amount& amount) {
  if (is(tokens, at, "daily")) return Frequency{times(amount, "day"), amount.high, at + 1};
  if (is(tokens, at, "weekly")) return Frequency{times(amount, "week"), amount.high / 7, at + 1};
  if (is(tokens, at, "monthly")) return Frequency{times(amount, "month"), amount.high / 30, at + 1};
  for (const std::string_view unit : {"day", "week", "month"}) {
    if (const std::size_t next = skip_per(tokens, at, unit); next != at) {
      return Frequency{times(amount, unit), amount.high / days_in(unit), next};
    }
  }
  return std::nullopt;
}

// "every 6 hours", "every 4 to 6 hrs", "every other day", "every morning", and the same with "q".
std::optional<Frequency> after_every(Tokens tokens, std::size_t at) {
  if (is(tokens, at, ".")) ++at;
  if (is(tokens, at, "other") && is(tokens, at + 1, "day")) return Frequency{"every other day", 0.5, at + 2};
  if (is_any(tokens, at, {"day", "d"})) return Frequency{"once a day", 1, at + 1};
  if (is_any(tokens, at, {"night", "hs", "bedtime", "evening"})) return Frequency{"nightly", 1, at + 1};
  if (is_any(tokens, at, {"morning", "am"})) return Frequency{"every morning", 1, at + 1};
  if (is(tokens, at, "week")) return Frequency{"once a week", 1.0 / 7, at + 1};
  if (is(tokens, at, "month")) return Frequency{"once a month", 1.0 / 30, at + 1};
  const auto amount = read_amount(tokens, at);
  if (!amount || amount->low <= 0) return std::nullopt;
  if (is_hours(tokens, amount->next)) {
    return Frequency{fmt::format("every {} hours", to_text(*amount)), 24 / amount->low, amount->next + 1};
  }
  const int days = amount->next < tokens.size() ? days_in(tokens[amount->next].text) : 0;
  if (days == 0) return std::nullopt;
  return Frequency{fmt::format("every {} {}", to_text(*amount),
                               days == 1   ? "days"
                               : days == 7 ? "weeks"
                                           : "months"),
                   1 / (amount->low * days), amount->next + 1};
}

}  // namespace

int days_in(std::string_view word) {
  static constexpr std::array<std::pair<std::string_view, int>, 12> kTimes = {{{"day", 1},
                                                                               {"days", 1},
                                                                               {"d", 1},
                                                                               {"week", 7},
                                                                               {"weeks", 7},
                                                                               {"wk", 7},
                                                                               {"wks", 7},
                                                                               {"month", 30},
                                                                               {"months", 30},
                                                                               {"mo", 30},
                                                                               {"mos", 30},
                                                                               {"mths", 30}}};
  const auto found = std::find_if(kTimes.begin(), kTimes.end(), [&](const auto& t) { return t.first == word; });
  return found == kTimes.end() ? 0 : found->second;
}

std::size_t skip_per(Tokens tokens, std::size_t at, std::string_view unit) {
  std::size_t next = at;
  if (is_any(tokens, next, {"a", "per", "each", "every", "/", "in", "x"})) ++next;
  if (next > at && is(tokens, next, "a")) ++next;  // "in a day"
  const bool named =
      next < tokens.size() && tokens[next].kind == Token::Kind::word && days_in(tokens[next].text) == days_in(unit);
  return named && (next > at || tokens[next].is(unit) || tokens[next].is("wk")) ? next + 1 : at;
}

std::optional<Frequency> read_frequency(Tokens tokens, std::size_t at) {
  if (is(tokens, at, "daily") && is_any(tokens, at + 1, {"living", "activities", "activity", "life"}))
    return std::nullopt;
  if (const Fixed* first = fixed(tokens, at)) {
    // "BID-TID", which clean text has as "bid tid"; "bid to tid"
    const std::size_t upper = is_any(tokens, at + 1, {"to", "or", "/"}) ? at + 2 : at + 1;
    const Fixed* second = fixed(tokens, upper);
    if (first->per_day > 1 && second != nullptr && second->per_day > first->per_day) {
      return Frequency{times({first->per_day, second->per_day, 0}, "day"), second->per_day, upper + 1};
    }
    return Frequency{std::string(first->text), first->per_day, at + 1};
  }
  if (is(tokens, at, "every") || is(tokens, at, "each")) return after_every(tokens, at + 1);
  if (is(tokens, at, "q")) return after_every(tokens, at + 1);
  if (is(tokens, at, "at") && is_any(tokens, at + 1, {"bedtime", "night", "hs", "nighttime"}))
    return Frequency{"nightly", 1, at + 2};
  if (is(tokens, at, "before") && is_any(tokens, at + 1, {"bed", "bedtime", "sleep"}))
    return Frequency{"nightly", 1, at + 2};
  if (is(tokens, at, "in") && is(tokens, at + 1, "the") && is(tokens, at + 2, "morning"))
    return Frequency{"every morning", 1, at + 3};
  if (is(tokens, at, "in") && is(tokens, at + 1, "the") && is(tokens, at + 2, "evening"))
    return Frequency{"every evening", 1, at + 3};
  if (is(tokens, at, "per") && is(tokens, at + 1, "day")) return Frequency{"once a day", 1, at + 2};
  if (is(tokens, at, "a") && is(tokens, at + 1, "day")) return Frequency{"once a day", 1, at + 2};
  if (is_any(tokens, at, {"once", "twice", "thrice"})) {
    Amount amount{1, 1, at + 1};
    amount.low = amount.high = is(tokens, at, "once") ? 1 : is(tokens, at, "twice") ? 2 : 3;
    if (is_any(tokens, at + 1, {"to", "or", "-"}) && is_any(tokens, at + 2, {"twice", "thrice"})) {
      amount = {amount.low, is(tokens, at + 2, "twice") ? 2.0 : 3.0, at + 3};
    } else if (is_any(tokens, at + 1, {"to", "or"})) {  // "once or 2 times a day"
      if (const auto upper = read_amount(tokens, at + 2); upper && is(tokens, upper->next, "times")) {
        amount = {amount.low, upper->high, upper->next + 1};
      }
    }
    return after_times(tokens, amount.next, amount);
  }
  const auto amount = read_amount(tokens, at);
  if (!amount || !is_any(tokens, amount->next, {"times", "time", "x"})) return std::nullopt;
  if (auto found = after_times(tokens, amount->next + 1, *amount)) return found;
  if (is(tokens, amount->next, "x") && is_any(tokens, amount->next + 1, {"week", "wk"})) {
    return Frequency{times(*amount, "week"), amount->high / 7, amount->next + 2};
  }
  return std::nullopt;
}

}  // namespace openimr::vocabulary
