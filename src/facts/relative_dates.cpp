#include "facts/relative_dates.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "base/pattern.h"

namespace openimr::facts {
namespace {

constexpr const char* kCount =
    "(?:\\d{1,2}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|a few|few|a couple(?: of)?|"
    "couple of)";
constexpr const char* kUnit = "(?:day|week|wk|month|year|yr)s?";
constexpr const char* kAbout =
    "(?:(?:about|approximately|around|roughly|almost|nearly|over|more than|at least|some) )?";
constexpr const char* kMonths =
    "(?:january|february|march|april|may|june|july|august|september|october|november|december)";
constexpr const char* kWeekdays = "(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)";
constexpr const char* kSurgery =
    "(?:(?:the|his|her) )?(?:surgery|operation|surgical procedure|procedure|post ?op(?:erative(?:ly)?)?)";
constexpr const char* kInjury = "(?:(?:the|his|her|this) )?(?:injury|accident|incident|fall)";

// Days of a unit; a month has 30.4 of them in the mean.
double days_of(std::string_view unit) {
  if (unit.starts_with("d")) return 1;
  if (unit.starts_with("w")) return 7;
  if (unit.starts_with("m")) return 30.4;
  return 365.25;
}

struct Count {
  double low = 0;
  double high = 0;
  bool exact = true;
};

std::optional<Count> count_of(std::string_view word) {
  static constexpr std::array<std::string_view, 12> kNumbers = {"one",   "two",   "three", "four", "five",   "six",
                                                                "seven", "eight", "nine",  "ten",  "eleven", "twelve"};
  if (word == "a" || word == "an") return Count{1, 1};
  if (word.find("couple") != std::string_view::npos) return Count{2, 3, false};
  if (word.ends_with("few")) return Count{2, 5, false};
  if (word == "several") return Count{2, 8, false};
  for (std::size_t i = 0; i < kNumbers.size(); ++i) {
    if (word == kNumbers[i]) return Count{static_cast<double>(i) + 1, static_cast<double>(i) + 1};
  }
  if (word.empty() || word.find_first_not_of("0123456789") != std::string_view::npos) return std::nullopt;
  const double number = std::stod(std::string(word));
  return Count{number, number};
}

// Days that lie between two days.
struct Distance {
  int least = 0;
  int most = 0;
};

// "about three", "2 to 3" of a unit, as days with their width.
std::optional<Distance> distance_of(const std::string& about, const std::string& count, const std::string& to,
                                    const std::string& unit) {
  const auto first = count_of(count);
  const auto second = to.empty() ? first : count_of(to);
  if (!first || !second || second->high < first->low) return std::nullopt;
  const double days = days_of(unit);
  double width = days < 2 || !first->exact || !to.empty() ? 0 : days / 2;
  const bool over = about == "over" || about == "more than" || about == "at least";
  if (!about.empty() && !over) width = std::max(1.0, 2 * width);
  double least = first->low * days - width;
  double most = second->high * days + width;
  if (over) {
    least = first->low * days;
    most = (second->high + 1) * days;
  }
  return Distance{static_cast<int>(std::lround(std::max(0.0, least))), static_cast<int>(std::lround(most))};
}

struct Day {
  int year = 0, month = 0, day = 0;
};

Day parts(Date date) {
  const std::string iso = date.iso();
  return {std::stoi(iso.substr(0, 4)), std::stoi(iso.substr(5, 2)), std::stoi(iso.substr(8, 2))};
}

std::optional<DateRange> months(int year, int first, int count) {
  const int last = first + count;  // the month behind
  const auto from = Date::of(year + (first - 1) / 12, (first - 1) % 12 + 1, 1);
  const auto to = Date::of(year + (last - 1) / 12, (last - 1) % 12 + 1, 1);
  if (!from || !to) return std::nullopt;
  return DateRange{*from, to->plus({-1})};
}

// 0 is Monday.
int weekday(Date date) {
  const Date monday = *Date::of(1900, 1, 1);
  return date.since(monday).count % 7;
}

DateRange day(Date date) {
  return {date, date};
}

DateRange before(Date day, Distance distance) {
  return {day.plus({-distance.most}), day.plus({-distance.least})};
}

DateRange after(Date day, Distance distance) {
  return {day.plus({distance.least}), day.plus({distance.most})};
}

template <std::size_t N>
int index_in(const std::array<std::string_view, N>& names, std::string_view name) {
  return static_cast<int>(std::find(names.begin(), names.end(), name) - names.begin());
}

// The latest month of this name that had begun by then; with a day, the latest such day.
std::optional<DateRange> named_month(Date today, const std::string& name, int day_of_month, bool of_last_year) {
  static constexpr std::array<std::string_view, 12> kNames = {"january",   "february", "march",    "april",
                                                              "may",       "june",     "july",     "august",
                                                              "september", "october",  "november", "december"};
  const int month = index_in(kNames, name) + 1;
  const Day now = parts(today);
  int year = now.year;
  if (of_last_year) {
    --year;
  } else if (month > now.month || (month == now.month && day_of_month > now.day)) {
    --year;
  }
  if (day_of_month == 0) return months(year, month, 1);
  const auto date = Date::of(year, month, day_of_month);
  return date ? std::optional(day(*date)) : std::nullopt;
}

std::optional<DateRange> calendar(Date today, const std::string& which, const std::string& unit) {
  const Day now = parts(today);
  const int step = which == "next" || which == "following" ? 1 : which == "this" || which == "earlier this" ? 0 : -1;
  std::optional<DateRange> out;
  if (unit.starts_with("week")) {
    const bool weekend = unit == "weekend";
    const Date monday = today.plus({7 * step - weekday(today)});
    out = DateRange{monday.plus({weekend ? 5 : 0}), monday.plus({6})};
  } else if (unit == "month") {
    out = months(now.year - 1, now.month + 12 + step, 1);
  } else if (unit == "year") {
    out = months(now.year + step, 1, 12);
  } else {  // a season: the latest that had begun; winter begins in the year before
    const int first = unit == "spring" ? 3 : unit == "summer" ? 6 : unit == "winter" ? 12 : 9;
    const int year = now.month > first + 2 || (now.month >= first && step == 0) ? now.year : now.year - 1;
    out = months(year, first, 3);
  }
  if (out && step == 0 && out->last > today) out->last = std::max(out->first, today);
  return out;
}

struct Patterns {
  std::string about = kAbout, count = kCount, unit = kUnit;
  std::string amount = "(" + about + ")(" + count + ")(?: ?(?:to|or|-) ?(" + count + "))?[ -](" + unit + ")";
  RE2 ago{amount + "(?: ago| earlier| back| prior| previously| prior to (?:this|today's|the current) visit)"};
  RE2 of_surgery{amount + " (after|following|since|post|status post|out from|before|prior to|preceding) " +
                 std::string(kSurgery)};
  RE2 of_injury{amount + " (after|following|post|before|prior to|preceding) " + std::string(kInjury)};
  RE2 within{"(?:(?:over|in|during|within|for) )?(?:the |these )?(?:past|last|previous|prior) (" + count +
             ")(?: ?(?:to|or|-) ?(" + count + "))? (" + unit + ")"};
  RE2 ahead{"in (" + about + ")(" + count + ")(?: ?(?:to|or|-) ?(" + count + "))? (" + unit + ")(?: time)?"};
  RE2 from_now{amount + " from (?:now|today)"};
  RE2 day_word{"(today|yesterday|last night|this morning|tomorrow|the day before yesterday|the previous day)"};
  RE2 visit{
      "(?:(?:his|her|the|our|my) )?(?:last|previous|prior|most recent|preceding) (?:office |clinic |follow up )?"
      "(?:visit|appointment|evaluation|examination|exam|encounter|office visit|report|consultation)|when last seen|"
      "(?:he|she|patient) was last seen"};
  RE2 calendar{
      "(last|past|previous|this past|this|earlier this|next|following) "
      "(week|month|year|weekend|spring|summer|fall|autumn|winter)"};
  RE2 weekday{"(?:on |last |this past |since )(" + std::string(kWeekdays) + ")"};
  RE2 month{"(?:in|since|last|this past|until|during|early in|late in|back in)( early| late| mid)? ?-?(" +
            std::string(kMonths) + ")( of last year| of this year)?"};
  RE2 month_day{"(?:on|since|until|by|from|of|dated) (" + std::string(kMonths) + ") (\\d{1,2})(?:st|nd|rd|th)?"};
  RE2 any{"\\b(?:" + unnamed(ago) + "|" + unnamed(of_surgery) + "|" + unnamed(of_injury) + "|" + unnamed(from_now) +
          "|" + unnamed(within) + "|" + unnamed(ahead) + "|" + unnamed(day_word) + "|" + unnamed(visit) + "|" +
          unnamed(calendar) + "|" + unnamed(weekday) + "|" + unnamed(month_day) + "|" + unnamed(month) + ")\\b"};

  // The pattern with its groups as plain ones.
  static std::string unnamed(const RE2& pattern) {
    std::string out;
    const std::string& text = pattern.pattern();
    for (std::size_t i = 0; i < text.size(); ++i) {
      out += text[i];
      if (text[i] == '(' && text[i + 1] != '?') out += "?:";
    }
    return out;
  }
};

const Patterns& patterns() {
  static const Patterns all;
  return all;
}

std::string without_space(std::string text) {
  while (!text.empty() && text.back() == ' ') text.pop_back();
  return text;
}

std::optional<DateRange> counted(std::string_view words, const Anchors& from) {
  const Patterns& all = patterns();
  std::string about, count, to, unit, side;
  if (is_match(words, all.ago, &about, &count, &to, &unit)) {
    const auto distance = distance_of(without_space(about), count, to, unit);
    return distance && from.today ? std::optional(before(*from.today, *distance)) : std::nullopt;
  }
  const bool of_surgery = is_match(words, all.of_surgery, &about, &count, &to, &unit, &side);
  if (of_surgery || is_match(words, all.of_injury, &about, &count, &to, &unit, &side)) {
    const auto anchor = of_surgery ? from.surgery : from.injury;
    const auto distance = distance_of(without_space(about), count, to, unit);
    if (!anchor || !distance) return std::nullopt;
    const bool is_before = side == "before" || side == "prior to" || side == "preceding";
    return is_before ? before(*anchor, *distance) : after(*anchor, *distance);
  }
  if (!from.today) return std::nullopt;
  if (is_match(words, all.within, &count, &to, &unit)) {
    const auto distance = distance_of("", count, to, unit);
    if (!distance) return std::nullopt;
    return DateRange{from.today->plus({-distance->most}), *from.today};
  }
  if (is_match(words, all.ahead, &about, &count, &to, &unit) ||
      is_match(words, all.from_now, &about, &count, &to, &unit)) {
    const auto distance = distance_of(without_space(about), count, to, unit);
    return distance ? std::optional(after(*from.today, *distance)) : std::nullopt;
  }
  return std::nullopt;
}

std::optional<DateRange> named(std::string_view words, const Anchors& from) {
  const Patterns& all = patterns();
  if (is_match(words, all.visit)) return from.last_visit ? std::optional(day(*from.last_visit)) : std::nullopt;
  if (!from.today) return std::nullopt;
  const Date today = *from.today;
  std::string word, unit, which;
  int number = 0;
  if (is_match(words, all.day_word, &word)) {
    const int step = word == "today" || word == "this morning" ? 0
                     : word == "tomorrow"                      ? 1
                     : word == "the day before yesterday"      ? -2
                                                               : -1;
    return day(today.plus({step}));
  }
  if (is_match(words, all.calendar, &which, &unit)) {
    const bool is_span = which.ends_with("past") && unit != "weekend" && days_of(unit) > 1 && unit.size() <= 5;
    if (is_span) return DateRange{today.plus({-static_cast<int>(std::lround(days_of(unit)))}), today};
    return calendar(today, which, unit);
  }
  if (is_match(words, all.weekday, &word)) {
    static constexpr std::array<std::string_view, 7> kDays = {"monday", "tuesday",  "wednesday", "thursday",
                                                              "friday", "saturday", "sunday"};
    const int back = (weekday(today) - index_in(kDays, word) + 7) % 7;
    return day(today.plus({back == 0 ? -7 : -back}));
  }
  if (is_match(words, all.month_day, &word, &number))
    return number > 0 ? named_month(today, word, number, false) : std::nullopt;
  if (is_match(words, all.month, &which, &word, &unit)) {
    auto range = named_month(today, word, 0, unit == " of last year");
    if (!range) return range;
    which = which.empty() ? "" : which.substr(1);
    if (which == "early") range->last = range->first.plus({9});
    if (which == "mid") range = DateRange{range->first.plus({10}), range->first.plus({19})};
    if (which == "late") range->first = range->first.plus({19});
    if (range->first <= today && range->last > today) range->last = today;
    return range;
  }
  return std::nullopt;
}

}  // namespace

std::optional<DateRange> relative_date(std::string_view words, const Anchors& anchors) {
  const auto range = counted(words, anchors);
  return range ? range : named(words, anchors);
}

std::vector<Span> find_relative_dates(const CleanText& clean) {
  return find_relative_dates(clean, sentence_words(clean, words_in(clean.text())));
}

std::vector<Span> find_relative_dates(const CleanText& clean, std::span<const SentenceWords> sentences) {
  const std::string_view text = clean.text();
  std::vector<Span> out;
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    if (!sentences[i].relative_date) continue;
    const Span sentence = clean.sentences()[i];
    re2::StringPiece match;
    std::size_t from = sentence.begin;
    while (from < sentence.end &&
           patterns().any.Match({text.data(), text.size()}, from, sentence.end, RE2::UNANCHORED, &match, 1)) {
      const auto begin = static_cast<std::uint32_t>(match.data() - text.data());
      const auto end = begin + static_cast<std::uint32_t>(match.size());
      from = end;
      out.push_back({begin, end});
    }
  }
  return out;
}

}  // namespace openimr::facts
