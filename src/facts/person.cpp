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
  static const RE2 age_pattern(
      "\\b(\\d{1,3})[ -]?(?:(?:years?|yrs?)[ -]?(?:old|of age)|y/?o)\\b(?:[ ,]+(?:[a-z]+[ -]){0,3}?"
      "(female|male|woman|man|f|m)\\b)?");
  static const RE2 sex_pattern(
      "\\b(?:sex|gender)[: ]+(female|male|f|m)\\b|\\b(?:patient|injured worker|applicant|claimant) is an? "
      "(?:[a-z-]+ ){0,3}?(female|male|woman|man)\\b");
  static const RE2 age_field("\\bage[: ]+(\\d{1,3})\\b");
  const std::string_view text = reading.text();
  re2::StringPiece group[3];
  // Each match of the pattern that begins where `word` stands; a whole pattern is asked of few places only.
  const auto each = [&](std::string_view word, const RE2& pattern, auto&& found) {
    for (std::size_t at = text.find(word); at != text.npos; at = text.find(word, at + 1)) {
      if (at > 0 && is_letter_or_digit(text[at - 1])) continue;
      if (pattern.Match({text.data(), text.size()}, at, text.size(), RE2::ANCHOR_START, group, 3)) found();
    }
  };
  const auto add_age = [&] {
    const int age = number(group[1]);
    if (age < 14 || age > 110) return;
    Fact fact = reading.fact_at(span_of(reading, group[0]), "age", "");
    fact.value = static_cast<double>(age);
    out.push_back(std::move(fact));
  };
  const auto add_sex = [&](re2::StringPiece word) {
    Fact fact = reading.fact_at(span_of(reading, word), "sex", "");
    fact.value = std::string(sex_of(word));
    out.push_back(std::move(fact));
  };
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!is_digit(text[at]) || (at > 0 && is_letter_or_digit(text[at - 1]))) continue;
    std::size_t end = at;
    while (end < text.size() && is_digit(text[end])) ++end;
    const std::size_t unit = end < text.size() && (text[end] == ' ' || text[end] == '-') ? end + 1 : end;
    const bool may_be_age = end - at <= 3 && unit < text.size() && text[unit] == 'y';
    if (may_be_age && age_pattern.Match({text.data(), text.size()}, at, text.size(), RE2::ANCHOR_START, group, 3)) {
      add_age();
      if (!group[2].empty()) add_sex(group[2]);
    }
    at = end;
  }
  each("age", age_field, add_age);
  for (const char* word : {"sex", "gender", "patient is a", "injured worker is a", "applicant is a", "claimant is a"})
    each(word, sex_pattern, [&] { add_sex(group[1].empty() ? group[2] : group[1]); });

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
