#include "records/written_days.h"

#include <array>
#include <charconv>
#include <string>

#include "base/ascii.h"
#include "base/pattern.h"

namespace openimr::records {
namespace {

int number(re2::StringPiece text) {
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

int full_year(re2::StringPiece text) {
  const int year = number(text);
  if (text.size() > 2) return year;
  return year < 50 ? 2000 + year : 1900 + year;
}

int month_of(re2::StringPiece name) {
  static constexpr std::array<std::string_view, 12> kMonths = {"jan", "feb", "mar", "apr", "may", "jun",
                                                               "jul", "aug", "sep", "oct", "nov", "dec"};
  const std::array<char, 3> begin = {lower(name[0]), lower(name[1]), lower(name[2])};
  for (std::size_t i = 0; i < kMonths.size(); ++i) {
    if (std::string_view(begin.data(), begin.size()) == kMonths[i]) return static_cast<int>(i) + 1;
  }
  return 0;
}

// Groups: 1-3 m/d/y; 4-6 y-m-d; 7-9 month d, y; 10-12 d month y.
const RE2& day_pattern() {
  static const std::string month =
      "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
      "nov(?:ember)?|dec(?:ember)?)";
  static const RE2 pattern(
      "(?i)\\b(?:(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4}|\\d{2})|(\\d{4})[/-](\\d{1,2})[/-](\\d{1,2})|" + month +
      "\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s*(\\d{4})|(\\d{1,2})(?:st|nd|rd|th)?[\\s-]+" + month +
      "\\.?,?[\\s-]+(\\d{4}))\\b");
  return pattern;
}

}  // namespace

std::vector<WrittenDay> written_days(std::string_view text) {
  std::vector<WrittenDay> out;
  re2::StringPiece group[13];
  std::size_t from = 0;
  while (from < text.size() &&
         day_pattern().Match({text.data(), text.size()}, from, text.size(), RE2::UNANCHORED, group, 13)) {
    const auto begin = static_cast<std::size_t>(group[0].data() - text.data());
    std::optional<Date> date;
    if (!group[1].empty()) {
      date = Date::of(full_year(group[3]), number(group[1]), number(group[2]));
    } else if (!group[4].empty()) {
      date = Date::of(number(group[4]), number(group[5]), number(group[6]));
    } else if (!group[7].empty()) {
      date = Date::of(number(group[9]), month_of(group[7]), number(group[8]));
    } else {
      date = Date::of(number(group[12]), month_of(group[11]), number(group[10]));
    }
    from = date ? begin + group[0].size() : begin + 1;
    if (date) out.push_back({{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(from)}, *date});
  }
  return out;
}

}  // namespace openimr::records
