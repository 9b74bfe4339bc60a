#include "facts/drug_use.h"

#include <algorithm>
#include <map>
#include <string>

#include "base/pattern.h"

namespace openimr::facts {
namespace {

Span span_of(const Reading& reading, re2::StringPiece piece) {
  const auto begin = static_cast<std::uint32_t>(piece.data() - reading.text().data());
  return {begin, begin + static_cast<std::uint32_t>(piece.size())};
}

// End of the last match within the words; 0 where there is none.
std::size_t last_match(const RE2& pattern, std::string_view words) {
  std::size_t end = 0;
  std::size_t from = 0;
  re2::StringPiece match;
  while (from < words.size() &&
         pattern.Match({words.data(), words.size()}, from, words.size(), RE2::UNANCHORED, &match, 1)) {
    end = static_cast<std::size_t>(match.data() - words.data()) + match.size();
    from = end;
  }
  return end;
}

std::optional<double> count_of(const std::string& number) {
  static const std::map<std::string, double, std::less<>> kWords = {
      {"one", 1},   {"two", 2},   {"three", 3}, {"four", 4}, {"five", 5},    {"six", 6},
      {"seven", 7}, {"eight", 8}, {"nine", 9},  {"ten", 10}, {"eleven", 11}, {"twelve", 12}};
  if (const auto known = kWords.find(number); known != kWords.end()) return known->second;
  if (number.empty() || number.find_first_not_of("0123456789") != std::string::npos) return std::nullopt;
  return std::stod(number);
}

Range range_of(const std::string& phrase, const std::string& number, double unit_days) {
  const auto says = [&phrase](const char* words) { return phrase.find(words) != std::string::npos; };
  const auto count = count_of(number);
  if (!count) return {2 * unit_days, std::nullopt};  // "for months", "for several weeks"
  const double days = *count * unit_days;
  if (says("less than") || says("up to") || says("only")) return {0, days};
  const bool more = says("at least") || says("more than") || says("longer than") ||
                    (phrase.starts_with("over ") && !says("over the"));
  return {days, more ? std::nullopt : std::optional<double>(days)};
}

}  // namespace

UseStatus use_status(const Reading& reading, Span sentence, Span name) {
  static const RE2 continued(
      "\\b(?:continu(?:e|es|ed|ing|ation)|refill(?:ed|ing)? (?:of|for|her|his|the)|renew(?:ed|al|ing)?|ongoing|"
      "currently (?:on|taking|uses|using)|same (?:medication|regimen|dose)|remains? on|"
      "has been (?:on|taking|using|utilizing|prescribed)|takes|taking|utiliz(?:es|ing))\\b");
  static const RE2 started(
      "\\b(?:trial of|new prescription (?:of|for)|newly prescribed|(?:initial|first) prescription (?:of|for)|"
      "prescribed for the first time|(?:newly )?(?:started|initiated|begun)(?: "
      "on)?|start|begin|starting|initiat(?:e|ing)|began(?: (?:taking|using|on))?)\\b");
  static const RE2 started_behind(
      "^[^.;,]{0,30}?\\b(?:was|is|were|will be|being) (?:newly |first )?"
      "(?:started|initiated|begun|prescribed for the first time|newly prescribed)\\b");
  const std::string_view before = reading.words({sentence.begin, name.begin});
  const std::string_view behind = reading.words({name.end, std::max(name.end, sentence.end)});
  const std::size_t goes_on = last_match(continued, before);
  const std::size_t begins = last_match(started, before);
  if ((begins > 0 && begins >= goes_on) || contains_match(behind, started_behind)) return UseStatus::started;
  return goes_on > 0 ? UseStatus::continued : UseStatus::unsaid;
}

std::vector<StatedDuration> stated_durations(const Reading& reading, Span sentence) {
  static const RE2 pattern(
      "\\b(?:for|over|x|during)(?: (?:the|at least|about|approximately|more than|over|less than|up to|only|a|last|past|"
      "longer than))* (\\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|many|a few)?"
      "(?: |-)?(day|week|month|year)(s?)\\b(?: (?:now|already))?");
  static const RE2 in_use(
      "\\b(?:(?:has|have|had) been (?:on|taking|using|utilizing|prescribed|treated with|maintained on)|"
      "(?:is|was|stays|remains) on|taking|using|utilizing|taken|used|takes|uses)\\b");
  static const RE2 intended(
      "\\b(?:will|would|plan(?:ned)?|recommend(?:ed)?|request(?:ed|ing)?|prescri(?:be|bing|ption)|course|supply|"
      "dispensed?|limited to|trial)\\b");
  const std::string_view words = reading.words(sentence);
  const bool says_use = contains_match(words, in_use);
  const bool says_intention = contains_match(words, intended) && words.find(" been ") == std::string_view::npos;
  std::vector<StatedDuration> out;
  if (says_intention) return out;
  re2::StringPiece group[4];
  std::size_t from = 0;
  while (from < words.size() &&
         pattern.Match({words.data(), words.size()}, from, words.size(), RE2::UNANCHORED, group, 4)) {
    from = static_cast<std::size_t>(group[0].data() - words.data()) + group[0].size();
    const std::string number(group[1].data(), group[1].size());
    const std::string unit(group[2].data(), group[2].size());
    const double unit_days = unit == "day" ? 1 : unit == "week" ? 7 : unit == "month" ? 30 : 365;
    if (number.empty() && group[3].empty()) continue;  // "for a day"
    if (!says_use && unit_days < 30) continue;         // "Soma x 2 weeks" is a supply
    out.push_back({span_of(reading, group[0]), range_of({group[0].data(), group[0].size()}, number, unit_days)});
  }
  return out;
}

}  // namespace openimr::facts
