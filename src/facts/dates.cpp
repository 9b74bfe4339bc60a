#include "facts/dates.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/ascii.h"
#include "base/pattern.h"
#include "base/words.h"

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

struct DateAt {
  Span words;  // of the date itself
  DateRange range;
};

bool is_part_of_word(char c) {
  return is_lower(c) || is_capital(c) || is_digit(c) || c == '_';
}

// "10/28/2015", "8-19-15": most dates are written so.
std::optional<DateAt> numeric_date_at(std::string_view text, std::uint32_t begin) {
  std::uint32_t at = begin;
  int parts[3] = {0, 0, 0};
  std::size_t digits = 0;
  for (int part = 0; part < 3; ++part) {
    const std::uint32_t first = at;
    while (at < text.size() && is_digit(text[at]) && at - first < 5)
      parts[part] = 10 * parts[part] + (text[at++] - '0');
    digits = at - first;
    if (part == 2) break;
    if (digits < 1 || digits > 2 || at == text.size() || (text[at] != '/' && text[at] != '-')) return std::nullopt;
    ++at;
  }
  if ((digits != 2 && digits != 4) || (at < text.size() && is_part_of_word(text[at]))) return std::nullopt;
  const auto range = one_day(Date::of(full_year(parts[2], digits), parts[0], parts[1]));
  return range ? std::optional(DateAt{{begin, at}, *range}) : std::nullopt;
}

// The date that begins at a word or number; nothing where none does.
std::optional<DateAt> date_at(std::string_view text, std::uint32_t begin) {
  constexpr std::uint32_t kLongest = 48;
  if (auto numeric = numeric_date_at(text, begin)) return numeric;
  re2::StringPiece group[18];
  const std::size_t limit = std::min<std::size_t>(text.size(), begin + kLongest);
  if (!date_pattern().Match({text.data(), text.size()}, begin, limit, RE2::ANCHOR_START, group, 18))
    return std::nullopt;
  auto words = begin;
  const auto end = begin + static_cast<std::uint32_t>(group[0].size());
  std::optional<DateRange> range;
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
    words = static_cast<std::uint32_t>(group[17].data() - text.data());
    // "of 2015-08-19" is a day, which is read next.
    static const RE2 goes_on("^-\\d{1,2}-\\d{1,2}\\b");
    const int year = contains_match(text.substr(end), goes_on) ? 0 : number(group[17]);
    if (const auto first = Date::of(year, 1, 1), last = Date::of(year, 12, 31); first && last)
      range = DateRange{*first, *last};
  }
  return range ? std::optional(DateAt{{words, end}, *range}) : std::nullopt;
}

// Where the word before `at` begins; `at` where a space does not part the two, or only "," or "." beside it.
std::uint32_t word_before(std::string_view text, std::uint32_t at) {
  std::uint32_t end = at;
  if (end > 0 && text[end - 1] == ' ') --end;
  if (end > 0 && text[end - 1] == ',') --end;
  if (end > 0 && text[end - 1] == '.') --end;
  std::uint32_t begin = end;
  while (begin > 0 && is_lower(text[begin - 1])) --begin;
  return end == at || begin == end ? at : begin;
}

// Where a date may begin whose first number this is, or whose only one: at a month or a preposition before it, or at
// the number. In that order, as the longer date stands.
struct Beginnings {
  std::array<std::uint32_t, 3> at{};
  std::size_t count = 0;
  void add(std::uint32_t begin) { at[count++] = begin; }
  const std::uint32_t* begin() const { return at.data(); }
  const std::uint32_t* end() const { return at.data() + count; }
};

Beginnings beginnings(std::string_view text, Span number) {
  static constexpr std::array<std::string_view, 20> kOpeners = {
      "jan", "feb", "mar",   "apr", "may",  "jun",  "jul",   "aug",    "sep", "oct",
      "nov", "dec", "since", "in",  "from", "year", "until", "during", "of",  "least"};
  const auto opens = [&](std::uint32_t at) {
    const std::string_view rest = text.substr(at);
    return !rest.empty() && std::any_of(kOpeners.begin(), kOpeners.end(), [&](std::string_view w) {
      return w.front() == rest.front() && rest.starts_with(w);
    });
  };
  Beginnings out;
  if (number.begin > 0 && is_part_of_word(text[number.begin - 1])) return out;
  if (const std::uint32_t word = word_before(text, number.begin); word < number.begin) {
    const bool joins = text.substr(word).starts_with("of ");
    if (const std::uint32_t before = joins ? word_before(text, word) : word; before < word && opens(before))
      out.add(before);
    if (opens(word)) out.add(word);
  }
  const char behind = number.end < text.size() ? text[number.end] : '.';
  if (behind == '/' || behind == '-' || is_lower(behind) || (behind == ' ' && opens(number.end + 1)))
    out.add(number.begin);
  return out;
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
  static const RE2 study(
      "\\b(?:mris?|ct|x[ ]?-?rays?|films?|scans?|emg|ncs|ncv|emg/ncv|emg/ncs|ultrasounds?|radiographs?|myelogram|"
      "discogram|"
      "arthrogram|imaging|bone density|electrodiagnostic [a-z]+|(?:lab|laboratory|diagnostic) (?:studies|tests?))"
      "(?: (?:of|the|his|her|right|left|both|cervical|thoracic|lumbar|lumbosacral|spine|neck|back|low|lower|upper|"
      "extremity|extremities|knees?|shoulders?|hips?|wrists?|hands?|ankles?|foot|elbows?|brain|head|scans?|views?|"
      "study|"
      "studies|reports?|was|were|done|performed|obtained|taken|dated|on|from|completed))* ?[(:]? ?$");
  static const RE2 visit_before(
      "(?:\\bdate(?: of (?:service|visit|exam|examination|evaluation|report|note))?|\\bdos|visits?|notes?|reports?|"
      "pr ?-?2|seen|evaluated|evaluation|examined|examination|exam|re-?evaluation|follow up|consultation|office|"
      "presented|returned|appointment|dated)(?: (?:on|of|from|dated|note|report|visit|the|was|is))*[ :(]*$");
  static const RE2 visit_after(
      "^[ ),:]*(?:[a-z]+ ){0,3}?(?:progress |office |clinic |follow up |pr ?-?2 |handwritten |written |medical |"
      "treating |initial )*(?:note|report|visit|exam|examination|evaluation|re-?evaluation|consultation|"
      "appointment|pr ?-?2)\\b");
  // Most dates have none of these before them.
  static const RE2 any(birth.pattern() + "|" + injury.pattern() + "|" + earliest.pattern() + "|" + start.pattern() +
                       "|" + request.pattern() + "|" + ur.pattern() + "|" + study.pattern() + "|" +
                       visit_before.pattern());
  if (contains_match(before, any)) {
    if (contains_match(before, birth)) return DateRole::birth;
    if (contains_match(before, injury)) return DateRole::injury;
    if (contains_match(before, earliest)) return DateRole::earliest;
    if (contains_match(before, start)) return DateRole::start;
    if (contains_match(before, request)) return DateRole::request;
    if (contains_match(before, ur)) return DateRole::ur_decision;
    if (contains_match(before, study)) return DateRole::study;
    return DateRole::visit;
  }
  return contains_match(after, visit_after) ? DateRole::visit : DateRole::other;
}

std::vector<DateMention> find_dates(const CleanText& clean, std::span<const Span> numbers) {
  const std::string_view text = clean.text();
  std::vector<DateMention> out;
  std::uint32_t from = 0;  // behind the last date
  for (const Span number : numbers) {
    for (const std::uint32_t begin : beginnings(text, number)) {
      if (begin < from || number.begin < from) continue;
      const auto found = date_at(text, begin);
      if (!found) continue;
      const auto [words, range] = *found;
      const std::size_t sentence = clean.sentences()[clean.sentence_at(words.begin)].begin;
      const std::size_t window = std::max<std::size_t>(sentence, words.begin > 60 ? words.begin - 60 : 0);
      const DateRole role = role_between(text.substr(window, words.begin - window), text.substr(words.end, 60));
      out.push_back({words, range, role});
      from = words.end;
      break;
    }
  }
  return out;
}

std::vector<DateMention> find_dates(const CleanText& clean) {
  return find_dates(clean, words_in(clean.text()).numbers);
}

}  // namespace openimr::facts
