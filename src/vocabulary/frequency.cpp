#include "vocabulary/frequency.h"

#include <algorithm>
#include <array>

#include <fmt/core.h>

#include "vocabulary/prescription_words.h"
#include "vocabulary/word_table.h"

namespace openimr::vocabulary {
namespace {

using Tokens = std::span<const Token>;

bool is_hours(Tokens tokens, std::size_t at) {
  return is_any(tokens, at, {"h", "hr", "hrs", "hour", "hours", "hourly"});
}

struct Fixed {
  std::string_view word;
  std::string_view text;
  double per_day;
  bool moment = false;
};

constexpr std::array<Fixed, 33> kFixed = {{{"bid", "2 times a day", 2},
                                           {"tid", "3 times a day", 3},
                                           {"qid", "4 times a day", 4},
                                           {"qd", "once a day", 1},
                                           {"qday", "once a day", 1},
                                           {"daily", "once a day", 1},
                                           {"everyday", "once a day", 1},
                                           {"od", "once a day", 1},
                                           {"nightly", "nightly", 1, true},
                                           {"qhs", "nightly", 1, true},
                                           {"hs", "nightly", 1, true},
                                           {"bedtime", "nightly", 1, true},
                                           {"qnight", "nightly", 1, true},
                                           {"qam", "every morning", 1, true},
                                           {"qmorning", "every morning", 1, true},
                                           {"qpm", "every evening", 1, true},
                                           {"qevening", "every evening", 1, true},
                                           {"qnoon", "every noon", 1, true},
                                           {"noon", "every noon", 1, true},
                                           {"ac", "before meals", 3, true},
                                           {"pc", "after meals", 3, true},
                                           {"qod", "every other day", 0.5},
                                           {"weekly", "once a week", 1.0 / 7},
                                           {"qweek", "once a week", 1.0 / 7},
                                           {"qwk", "once a week", 1.0 / 7},
                                           {"tiw", "3 times a week", 3.0 / 7},
                                           {"biweekly", "every 2 weeks", 1.0 / 14},
                                           {"monthly", "once a month", 1.0 / 30},
                                           {"qmonth", "once a month", 1.0 / 30},
                                           {"qidprn", "4 times a day", 4},
                                           {"tidprn", "3 times a day", 3},
                                           {"bidprn", "2 times a day", 2},
                                           {"eod", "every other day", 0.5}}};

const Fixed* fixed(Tokens tokens, std::size_t at) {
  static const auto kByWord = [] {
    WordTable<const Fixed*> out;
    for (const Fixed& row : kFixed) out[row.word] = &row;
    return out;
  }();
  if (at >= tokens.size()) return nullptr;
  const Fixed* const* found = kByWord.find(tokens[at].text);
  return found == nullptr ? nullptr : *found;
}

Frequency moment(std::string_view text, std::size_t next) {
  return {std::string(text), 1, next, true};
}

std::optional<Frequency> meals(Tokens tokens, std::size_t at) {
  if (is_any(tokens, at + 1, {"breakfast"})) {
    double count = 1;  // "with breakfast, lunch and dinner"
    std::size_t next = at + 2;
    std::size_t last = next;
    while (is_any(tokens, next, {",", "and", "&", "lunch", "dinner", "supper"})) {
      const bool meal = is_any(tokens, next++, {"lunch", "dinner", "supper"});
      if (meal) last = next;
      count += meal ? 1 : 0;
    }
    if (count < 2) return std::nullopt;
    return Frequency{fmt::format("{:g} times a day", count), count, last, true};
  }
  const std::size_t word = is_any(tokens, at + 1, {"each", "every", "all"}) ? at + 2 : at + 1;
  if (!(is_any(tokens, word, {"meals"}) || (word > at + 1 && is(tokens, word, "meal")))) return std::nullopt;
  return Frequency{fmt::format("{} meals", tokens[at].text), 3, word + 1, true};
}

// The day of the week, from 1; 0 where the word is none. "sat" and "sun" count among others only.
int weekday(Tokens tokens, std::size_t at) {
  static constexpr std::array<std::array<std::string_view, 4>, 7> kDays = {{{"monday", "mondays", "mon", "mon"},
                                                                            {"tuesday", "tuesdays", "tue", "tues"},
                                                                            {"wednesday", "wednesdays", "wed", "weds"},
                                                                            {"thursday", "thursdays", "thu", "thurs"},
                                                                            {"friday", "fridays", "fri", "fri"},
                                                                            {"saturday", "saturdays", "sat", "sat"},
                                                                            {"sunday", "sundays", "sun", "sun"}}};
  static const auto kKnown = [] {
    WordTable<int> out;
    for (std::size_t day = 0; day < kDays.size(); ++day) {
      for (const std::string_view word : kDays[day]) out[word] = static_cast<int>(day) + 1;
    }
    return out;
  }();
  const int* day = at < tokens.size() ? kKnown.find(tokens[at].text) : nullptr;
  return day == nullptr ? 0 : *day;
}

// "Mon/Wed/Fri", "Monday, Wednesday and Friday"; a single one where `alone` says that it recurs ("every Sunday").
std::optional<Frequency> weekdays(Tokens tokens, std::size_t at, bool alone) {
  unsigned seen = 0;
  int count = 0;
  std::size_t next = at;
  std::size_t last = at;
  while (const int day = weekday(tokens, next)) {
    count += (seen & (1U << day)) == 0 ? 1 : 0;
    seen |= 1U << day;
    last = ++next;
    while (is_any(tokens, next, {"/", ",", "and", "&", "-"})) ++next;
  }
  if (count == 0 || (count == 1 && !alone && !tokens[at].text.ends_with("days"))) return std::nullopt;
  return Frequency{count == 1 ? "once a week" : fmt::format("{} times a week", count), count / 7.0, last};
}

// Behind a number of hours: "on 12 h off", "on and 12 hours off", "in a 24 hour period", "per 24 hours".
std::optional<Frequency> on_and_off(Tokens tokens, std::size_t at, double on) {
  std::size_t next = at;
  if (is(tokens, next, "on")) {
    ++next;
    while (is_any(tokens, next, {",", "and", "/", "then", "&"})) ++next;
    const auto off = read_amount(tokens, next);
    if (!off || !is_hours(tokens, off->next) || !is(tokens, off->next + 1, "off")) return std::nullopt;
    return Frequency{fmt::format("{} hours on, {} hours off", to_text(on), to_text(off->high)), 24 / (on + off->high),
                     off->next + 2};
  }
  if (on >= 24 || !is_any(tokens, next, {"in", "per", "out"})) return std::nullopt;
  while (is_any(tokens, next, {"in", "per", "out", "of", "a", "any", "every", "each"})) ++next;
  if (next >= tokens.size() || tokens[next].value != 24 || !is_hours(tokens, next + 1)) return std::nullopt;
  next += is(tokens, next + 2, "period") ? 3 : 2;
  return Frequency{fmt::format("{} hours on, {} hours off", to_text(on), to_text(24 - on)), 1, next};
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
  if (is_any(tokens, at, {"other", "second", "2nd"}) && is(tokens, at + 1, "day"))
    return Frequency{"every other day", 0.5, at + 2};
  if (is_any(tokens, at, {"third", "3rd"}) && is(tokens, at + 1, "day"))
    return Frequency{"every 3 days", 1.0 / 3, at + 2};
  if (is_any(tokens, at, {"day", "d"})) return Frequency{"once a day", 1, at + 1};
  if (is_any(tokens, at, {"night", "hs", "bedtime"})) return moment("nightly", at + 1);
  if (is_any(tokens, at, {"evening", "pm"})) return moment("every evening", at + 1);
  if (is_any(tokens, at, {"morning", "am"})) return moment("every morning", at + 1);
  if (is(tokens, at, "noon")) return moment("every noon", at + 1);
  if (is_any(tokens, at, {"week", "wk"})) return Frequency{"once a week", 1.0 / 7, at + 1};
  if (is(tokens, at, "month")) return Frequency{"once a month", 1.0 / 30, at + 1};
  if (auto found = weekdays(tokens, at, true)) return found;
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
  static const auto kDays = [] {
    WordTable<int> out;
    for (const auto& [time, days] : kTimes) out[time] = days;
    return out;
  }();
  const int* days = kDays.find(word);
  return days == nullptr ? 0 : *days;
}

std::size_t skip_per(Tokens tokens, std::size_t at, std::string_view unit) {
  std::size_t next = at;
  if (is_any(tokens, next, {"a", "per", "each", "every", "/", "in", "x"})) ++next;
  if (next > at && is(tokens, next, "a")) ++next;  // "in a day"
  const bool named =
      next < tokens.size() && tokens[next].kind == Token::Kind::word && days_in(tokens[next].text) == days_in(unit);
  return named && (next > at || tokens[next].is(unit) || tokens[next].is("wk")) ? next + 1 : at;
}

std::optional<Frequency> read_moment(Tokens tokens, std::size_t at) {
  if (is_any(tokens, at, {"night", "bedtime", "hs"})) return moment("nightly", at + 1);
  if (is_any(tokens, at, {"evening", "pm"})) return moment("every evening", at + 1);
  if (is_any(tokens, at, {"morning", "am"})) return moment("every morning", at + 1);
  if (is(tokens, at, "afternoon")) return moment("every afternoon", at + 1);
  if (is(tokens, at, "noon")) return moment("every noon", at + 1);
  return std::nullopt;
}

std::optional<Frequency> read_frequency(Tokens tokens, std::size_t at) {
  if (at >= tokens.size() || tokens[at].kind == Token::Kind::sign) return std::nullopt;
  if (tokens[at].kind == Token::Kind::word && !word_at(tokens, at).begins) return std::nullopt;
  if (is(tokens, at, "daily") && is_any(tokens, at + 1, {"living", "activities", "activity", "life"}))
    return std::nullopt;
  if (const Fixed* first = fixed(tokens, at)) {
    // "BID-TID", which clean text has as "bid tid"; "bid to tid"
    const std::size_t upper = is_any(tokens, at + 1, {"to", "or", "/"}) ? at + 2 : at + 1;
    const Fixed* second = fixed(tokens, upper);
    const bool counts = first->per_day >= 1 && !first->moment && second != nullptr && !second->moment;
    if (counts && second->per_day > first->per_day && !is(tokens, at, "daily")) {
      return Frequency{times({first->per_day, second->per_day, 0}, "day"), second->per_day, upper + 1};
    }
    return Frequency{std::string(first->text), first->per_day, at + 1, first->moment};
  }
  if (is(tokens, at, "every") || is(tokens, at, "each")) return after_every(tokens, at + 1);
  if (is(tokens, at, "q")) return after_every(tokens, at + 1);
  if (is(tokens, at, "at") && is_any(tokens, at + 1, {"bedtime", "night", "hs", "nighttime"}))
    return moment("nightly", at + 2);
  if (is(tokens, at, "at") && is(tokens, at + 1, "noon")) return moment("every noon", at + 2);
  if (is(tokens, at, "before") && is_any(tokens, at + 1, {"bed", "bedtime", "sleep"})) return moment("nightly", at + 2);
  if (is_any(tokens, at, {"before", "after", "with"})) return meals(tokens, at);
  if (is(tokens, at, "in")) {
    const std::size_t word = is(tokens, at + 1, "the") ? at + 2 : at + 1;
    if (word == at + 1 && !is_any(tokens, word, {"am", "pm"})) return std::nullopt;
    return is_any(tokens, word, {"morning", "evening", "afternoon", "am", "pm"}) ? read_moment(tokens, word)
                                                                                 : std::nullopt;
  }
  if (is(tokens, at, "on") || weekday(tokens, at) != 0) {
    return weekdays(tokens, is(tokens, at, "on") ? at + 1 : at, false);
  }
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
  if (amount && is_hours(tokens, amount->next)) return on_and_off(tokens, amount->next + 1, amount->high);
  if (!amount || !is_any(tokens, amount->next, {"times", "time", "x"})) return std::nullopt;
  if (auto found = after_times(tokens, amount->next + 1, *amount)) return found;
  if (is(tokens, amount->next, "x") && is_any(tokens, amount->next + 1, {"week", "wk"})) {
    return Frequency{times(*amount, "week"), amount->high / 7, amount->next + 2};
  }
  return std::nullopt;
}

}  // namespace openimr::vocabulary
