#include "letter/fact_words.h"

#include <algorithm>
#include <array>
#include <cctype>

#include <fmt/core.h>

namespace openimr::letter {
namespace {

using facts::Assertion;

struct Sign {
  Assertion assertion;
  std::string_view sign;
  std::string_view ascii;
};

constexpr std::array kSigns = {
    Sign{Assertion::present, "●", "+"},      Sign{Assertion::negated, "✕", "-"},
    Sign{Assertion::historical, "◂", "<"},   Sign{Assertion::possible, "◐", "?"},
    Sign{Assertion::hypothetical, "◌", "~"}, Sign{Assertion::conditional, "◇", "^"},
    Sign{Assertion::other_person, "▣", "@"}, Sign{Assertion::planned, "▹", ">"},
    Sign{Assertion::requested, "□", "!"},    Sign{Assertion::stopped, "■", "x"},
};

// The attributes that a reader wants beside the value, in the order of a prescription.
struct Told {
  const char* attribute;
  fmt::format_string<const std::string&> words;
};

struct ValueInWords {
  std::string operator()(std::monostate) const { return ""; }
  std::string operator()(double value) const { return fmt::format("{:g}", value); }
  std::string operator()(const std::string& value) const { return value; }
  std::string operator()(Date value) const { return value.iso(); }
  std::string operator()(const facts::Range& range) const {
    if (range.exact()) return fmt::format("{:g} days", range.low);
    return range.high ? fmt::format("{:g} to {:g} days", range.low, *range.high)
                      : fmt::format("at least {:g} days", range.low);
  }
};

bool ends_month(Date day) {
  return day.plus({1}).iso().ends_with("-01");
}

}  // namespace

std::string_view sign_of(Assertion assertion, bool ascii) {
  const auto* found =
      std::find_if(kSigns.begin(), kSigns.end(), [&](const Sign& sign) { return sign.assertion == assertion; });
  return ascii ? found->ascii : found->sign;
}

std::string word_of(Assertion assertion) {
  std::string word(facts::name_of(assertion));
  std::replace(word.begin(), word.end(), '_', ' ');
  return word;
}

std::string kind_in_words(std::string_view fact_name) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kShort = {
      {{"pr2", "PR-2"}, {"ur", "UR"}, {"rfa", "RFA"}, {"imr", "IMR"}, {"mme", "MME"}}};
  const std::string_view first = fact_name.substr(0, fact_name.find('_'));
  const auto known = std::find_if(kShort.begin(), kShort.end(), [&](const auto& row) { return row.first == first; });
  std::string words(known == kShort.end() ? first : known->second);
  words.append(fact_name.substr(first.size()));
  std::replace(words.begin(), words.end(), '_', ' ');
  if (!words.empty()) words[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(words[0])));
  return words;
}

std::string value_in_words(const facts::Fact& fact) {
  static const std::array<Told, 15> kTold = {{{"dose", "{} at a time"},
                                              {"frequency", "{}"},
                                              {"route", "{}"},
                                              {"duration", "for {}"},
                                              {"quantity", "#{}"},
                                              {"refills", "refills: {}"},
                                              {"status", "{}"},
                                              {"visits", "visits: {}"},
                                              {"response", "response: {}"},
                                              {"percent", "{} percent"},
                                              {"medication", "{} medication"},
                                              {"side", "{}"},
                                              {"body_part", "{}"},
                                              {"from", "from {}"},
                                              {"to", "to {}"}}};
  std::string out = std::visit(ValueInWords{}, fact.value);
  if (fact.name == "pain_score" && !out.empty()) out += "/10";
  for (const Told& told : kTold) {
    const auto found = fact.attributes.find(told.attribute);
    if (found == fact.attributes.end() || found->second.empty()) continue;
    const std::string words = fmt::format(told.words, found->second);
    if (words == out) continue;
    out += (out.empty() ? "" : ", ") + words;
  }
  return out;
}

std::string date_in_words(const DateRange& date) {
  const std::string first = date.first.iso();
  const std::string last = date.last.iso();
  if (date.is_day()) return first;
  if (first.ends_with("-01-01") && last == first.substr(0, 4) + "-12-31") return first.substr(0, 4);
  if (first.ends_with("-01") && first.substr(0, 7) == last.substr(0, 7) && ends_month(date.last))
    return first.substr(0, 7);
  return first + " to " + last;
}

std::string date_for_people(Date date) {
  constexpr std::array kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const std::string iso = date.iso();
  return fmt::format("{} {}, {}", kMonths[static_cast<std::size_t>(std::stoi(iso.substr(5, 2))) - 1],
                     std::stoi(iso.substr(8, 2)), iso.substr(0, 4));
}

std::string count_in_words(std::size_t count, std::string_view what) {
  std::string digits = std::to_string(count);
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
  return fmt::format("{} {}{}", digits, what, count == 1 ? "" : "s");
}

std::string searched_in_words(const facts::Facts& facts) {
  std::size_t pages = 0;
  std::size_t unreadable = 0;
  for (const auto& document : facts.searched) {
    unreadable += document.unreadable.size();
    pages += static_cast<std::size_t>(document.pages + document.blank + document.repeated);
  }
  std::string out =
      count_in_words(facts.searched.size(), "document") + ", " + count_in_words(pages + unreadable, "page");
  if (unreadable > 0) out += fmt::format(", {} of them unreadable", unreadable);
  return out;
}

std::string place_in_words(const Place& place) {
  return fmt::format("{} p. {}", place.document, place.page);
}

}  // namespace openimr::letter
