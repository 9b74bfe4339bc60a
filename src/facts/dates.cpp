#include "facts/dates.h"

#include <array>
#include <charconv>

#include "base/pattern.h"

namespace openimr::facts {
namespace {

int number(re2::StringPiece text) {
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

int full_year(int year, std::size_t digits) {
  if (digits > 2) return year;
  return year < 50 ? 2000 + year : 1900 + year;
}

int month_of(std::string_view name) {
  static constexpr std::array<std::string_view, 12> kMonths = {"jan", "feb", "mar", "apr", "may", "jun",
                                                               "jul", "aug", "sep", "oct", "nov", "dec"};
  for (std::size_t i = 0; i < kMonths.size(); ++i) {
    if (name.starts_with(kMonths[i])) return static_cast<int>(i) + 1;
  }
  return 0;
}

std::optional<DateRange> whole_month(int year, int month) {
  const auto first = Date::of(year, month, 1);
  const auto next = month == 12 ? Date::of(year + 1, 1, 1) : Date::of(year, month + 1, 1);
  if (!first || !next) return std::nullopt;
  return DateRange{*first, next->plus({-1})};
}

std::optional<DateRange> one_day(std::optional<Date> day) {
  if (!day) return std::nullopt;
  return DateRange{*day, *day};
}

// Groups: 1-3 m/d/y; 4-6 y-m-d; 7-9 month d, y; 10-12 d month y; 13-14 month y; 15-16 m/y; 17 y after a preposition.
const RE2& date_pattern() {
  static constexpr const char* kMonth =
      "(january|jan|february|feb|march|mar|april|apr|may|june|jun|july|jul|august|aug|september|sept|sep|october|oct|"
      "november|nov|"
      "december|dec)";
  static const std::string pattern = std::string("\\b(?:") +                                                //
                                     "(\\d{1,2})[/-](\\d{1,2})[/-](\\d{4}|\\d{2})|" +                       //
                                     "(\\d{4})-(\\d{1,2})-(\\d{1,2})|" +                                    //
                                     kMonth + "\\.? (\\d{1,2})(?:st|nd|rd|th)?,? ?(\\d{4})|" +              //
                                     "(\\d{1,2})(?:st|nd|rd|th)? (?:of )?" + kMonth + "\\.?,? (\\d{4})|" +  //
                                     kMonth + "\\.?,? (?:of )?(\\d{4})|" +                                  //
                                     "(\\d{1,2})/(\\d{4})|" +                                               //
                                     "(?:since|in|from|year|until|during|of|least) ((?:19|20)\\d{2}))\\b";
  static const RE2 compiled(pattern);
  return compiled;
}

}  // namespace

DateRole role_between(std::string_view before, std::string_view after) {
  static const RE2 birth("(?:\\bdob|born(?: on)?|date of birth|birth ?date)[ :]*$");
  static const RE2 injury(
      "(?:\\bdoi|date of (?:the )?injury|injury date(?: (?:on|of|is))?|injur(?:y|ies)(?: (?:on|of|dated|occurred on))?|"
      "injured(?: [a-z ]{0,30})? on|accident(?: on)?)[ :]*$");
  static const RE2 ur(
      "(?:utilization review|\\bur\\b|denied|denial|non certifi[a-z]*|determination)[a-z ]{0,40}[ :]*$");
  static const RE2 request("(?:request for authorization|\\brfa\\b)[a-z ]{0,20}[ :]*$");
  static const RE2 earliest(
      "(?:since at least|as early as|dat(?:es|ed|ing) back(?: as far as| to| at least to)*|back as far as|"
      "at least since|as far back as|going back to|on or before)[ :]*$");
  static const RE2 start(
      "(?:\\bsince|start(?:ed|ing)?(?: date)?(?: on| in)?|began(?: on| in)?|beginning(?: on| in)?|"
      "initiated(?: on| in)?|first (?:prescribed|given|dispensed|started|used)(?: on| in)?|"
      "(?:newly|initially) (?:prescribed|started)(?: on| in)?|new prescription(?: on| dated)?)[ :]*$");
  static const RE2 visit_before(
      "(?:\\bdate(?: of (?:service|visit|exam|examination|evaluation|report|note))?|\\bdos|visits?|notes?|reports?|"
      "pr ?-?2|seen|evaluated|evaluation|examined|examination|exam|re-?evaluation|follow up|consultation|office|"
      "presented|returned|appointment|dated)(?: (?:on|of|from|dated|note|report|visit|the|was|is))*[ :(]*$");
  static const RE2 visit_after(
      "^[ ),:]*(?:[a-z]+ ){0,3}?(?:progress |office |clinic |follow up |pr ?-?2 |handwritten |written |medical |"
      "treating |initial )*(?:note|report|visit|exam|examination|evaluation|re-?evaluation|consultation|"
      "appointment|pr ?-?2)\\b");
  if (contains_match(before, birth)) return DateRole::birth;
  if (contains_match(before, injury)) return DateRole::injury;
  if (contains_match(before, earliest)) return DateRole::earliest;
  if (contains_match(before, start)) return DateRole::start;
  if (contains_match(before, request)) return DateRole::request;
  if (contains_match(before, ur)) return DateRole::ur_decision;
  if (contains_match(before, visit_before) || contains_match(after, visit_after)) return DateRole::visit;
  return DateRole::other;
}

std::vector<DateMention> find_dates(const CleanText& clean) {
  const std::string_view text = clean.text();
  std::vector<DateMention> out;
  re2::StringPiece group[18];
  std::size_t from = 0;
  while (from < text.size() &&
         date_pattern().Match({text.data(), text.size()}, from, text.size(), RE2::UNANCHORED, group, 18)) {
    const auto begin = static_cast<std::size_t>(group[0].data() - text.data());
    std::size_t end = begin + group[0].size();
    std::optional<DateRange> range;
    std::size_t words = begin;  // of the date itself
    if (!group[1].empty()) {
      range = one_day(Date::of(full_year(number(group[3]), group[3].size()), number(group[1]), number(group[2])));
    } else if (!group[4].empty()) {
      range = one_day(Date::of(number(group[4]), number(group[5]), number(group[6])));
    } else if (!group[7].empty()) {
      range = one_day(Date::of(number(group[9]), month_of({group[7].data(), group[7].size()}), number(group[8])));
    } else if (!group[10].empty()) {
      range = one_day(Date::of(number(group[12]), month_of({group[11].data(), group[11].size()}), number(group[10])));
    } else if (!group[13].empty()) {
      range = whole_month(number(group[14]), month_of({group[13].data(), group[13].size()}));
    } else if (!group[15].empty()) {
      range = whole_month(number(group[16]), number(group[15]));
    } else if (!group[17].empty()) {
      words = static_cast<std::size_t>(group[17].data() - text.data());
      // "of 2015-08-19" is a day, which is read next.
      static const RE2 goes_on("^-\\d{1,2}-\\d{1,2}\\b");
      const int year = contains_match(text.substr(end), goes_on) ? 0 : number(group[17]);
      if (const auto first = Date::of(year, 1, 1), last = Date::of(year, 12, 31); first && last)
        range = DateRange{*first, *last};
    }
    if (range) {
      const std::size_t sentence = clean.sentences()[clean.sentence_at(static_cast<std::uint32_t>(words))].begin;
      const std::size_t window = std::max(sentence, words > 60 ? words - 60 : 0);
      const DateRole role = role_between(text.substr(window, words - window), text.substr(end, 60));
      out.push_back({{static_cast<std::uint32_t>(words), static_cast<std::uint32_t>(end)}, *range, role});
    } else {
      end = begin + 1;
    }
    from = end;
  }
  return out;
}

}  // namespace openimr::facts
