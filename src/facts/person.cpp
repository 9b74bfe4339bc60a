#include <algorithm>
#include <charconv>

#include <re2/re2.h>

#include "facts/reading.h"

namespace openimr::facts {
namespace {

Span span_of(const Reading& reading, re2::StringPiece piece) {
  const auto begin = static_cast<std::uint32_t>(piece.data() - reading.text().data());
  return {begin, begin + static_cast<std::uint32_t>(piece.size())};
}

int number(re2::StringPiece text) {
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_letter_or_digit(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || c == '_';
}

const char* sex_of(re2::StringPiece word) {
  const char first = word[0];
  return first == 'f' || first == 'w' ? "female" : "male";
}

}  // namespace

void read_person(const Reading& reading, std::vector<Fact>& out) {
  constexpr std::size_t kLongestStatement = 80;  // bytes from "is a" to the sex
  constexpr std::size_t kLongestMatch = 200;     // bytes of an age or a sex with the words between
  static const RE2 age_pattern(
      "\\b(\\d{1,3})[ -]?(?:(?:years?|yrs?)[ -]?(?:old|of age)|y/?o)\\b(?:[ ,]+(?:[a-z]+[ -]){0,3}?"
      "(female|male|woman|man|f|m)\\b)?");
  static const RE2 sex_pattern(
      "\\b(?:sex|gender)[: ]+(female|male|f|m)\\b|\\b(?:patient|injured worker|applicant|claimant) is an? "
      "(?:[a-z-]+ ){0,3}?(female|male|woman|man)\\b");
  static const RE2 age_field("\\bage[: ]+(\\d{1,3})\\b");
  const std::string_view text = reading.text();
  re2::StringPiece group[3];
  const auto matches = [&](const RE2& pattern, std::size_t at) {
    return pattern.Match({text.data(), text.size()}, at, std::min(text.size(), at + kLongestMatch), RE2::ANCHOR_START,
                         group, 3);
  };
  const auto begins_word = [&](std::size_t at) { return at == 0 || !is_letter_or_digit(text[at - 1]); };
  const auto add_age = [&] {
    const int age = number(group[1]);
    if (age < 14 || age > 110) return;
    Fact fact = reading.fact_at(span_of(reading, group[0]), "age", "");
    if (fact.assertion != Assertion::other_person) fact.assertion = Assertion::present;  // nobody's age is supposed
    fact.value = static_cast<double>(age);
    out.push_back(std::move(fact));
  };
  const auto add_sex = [&](re2::StringPiece word) {
    Fact fact = reading.fact_at(span_of(reading, word), "sex", "");
    if (fact.assertion != Assertion::other_person) fact.assertion = Assertion::present;
    fact.value = std::string(sex_of(word));
    out.push_back(std::move(fact));
  };
  for (const Span number : reading.numbers) {
    const std::size_t at = number.begin;
    if (number.end - at > 3 || !begins_word(at)) continue;
    const std::size_t unit =
        number.end < text.size() && (text[number.end] == ' ' || text[number.end] == '-') ? number.end + 1 : number.end;
    const bool may_be_age = unit < text.size() && text[unit] == 'y';
    if (may_be_age && matches(age_pattern, at)) {
      add_age();
      if (!group[2].empty()) add_sex(group[2]);
    }
    std::size_t label = at;
    while (label > 0 && (text[label - 1] == ' ' || text[label - 1] == ':')) --label;
    const bool may_be_field = label < at && text.substr(0, label).ends_with("age");
    if (may_be_field && begins_word(label - 3) && matches(age_field, label - 3)) add_age();
  }
  const auto add_sex_at = [&](std::size_t at) {
    if (begins_word(at) && matches(sex_pattern, at)) add_sex(group[1].empty() ? group[2] : group[1]);
  };
  // By their rarer letters, "x" and "m": "sex", "gender"; "the patient is a 45 year old man".
  for (std::size_t at = text.find('x'); at != text.npos; at = text.find('x', at + 1)) {
    if (text.substr(0, at).ends_with("se")) add_sex_at(at - 2);
  }
  for (std::size_t at = text.find("gender"); at != text.npos; at = text.find("gender", at + 1)) add_sex_at(at);
  std::size_t known = 0;  // a statement of the sex before here is read
  for (std::size_t at = text.find('m'); at != text.npos; at = text.find('m', at + 1)) {
    if (!text.substr(at).starts_with("male") && !text.substr(at).starts_with("man")) continue;
    const std::size_t from = std::max(known, at > kLongestStatement ? at - kLongestStatement : 0);
    const std::size_t is = from + text.substr(from, at - from).rfind(" is a");
    if (is < from || is >= at) continue;
    known = at;
    for (const std::string_view who : {"patient", "injured worker", "applicant", "claimant"}) {
      if (text.substr(0, is).ends_with(who)) add_sex_at(is - who.size());
    }
  }

  for (const DateMention& date : reading.dates()) {
    const char* name = date.role == DateRole::injury        ? "injury_date"
                       : date.role == DateRole::ur_decision ? "ur_date"
                       : date.role == DateRole::request     ? "request_date"
                       : date.role == DateRole::visit       ? "visit_date"
                                                            : nullptr;
    if (name == nullptr) continue;
    Fact fact = reading.fact_at(date.span, name, "");
    fact.date = date.range;
    fact.value = date.range.first;
    out.push_back(std::move(fact));
  }
}

}  // namespace openimr::facts
