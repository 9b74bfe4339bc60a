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

// What the words directly before a name say, nothing but a few words of its phrase between.
std::optional<UseStatus> said_just_before(std::string_view before) {
  static const RE2 increased(
      "\\b(?:increas(?:e|ed|es|ing)|titrat(?:e|ed|ing)(?: up)?|uptitrat(?:e|ed|ing)|rais(?:e|ed|ing))"
      "(?: (?:the|his|her|their|dose|doses|dosage|strength|of|in|up|use|daily))* ?$");
  static const RE2 decreased(
      "\\b(?:decreas(?:e|ed|es|ing)|reduc(?:e|ed|es|ing)|reduction|taper(?:ed|ing|s)?|wean(?:ed|ing|s)?|cut(?:ting)? "
      "(?:back|down)|lower(?:ed|ing)?)(?: "
      "(?:the|his|her|their|dose|doses|dosage|strength|of|in|on|down|off|from|use|daily|"
      "schedule|program|for|patient))* ?$");
  static const RE2 refused(
      "\\b(?:refus(?:e|ed|es|ing)|declin(?:e|ed|es|ing)|(?:does|did) not (?:want|wish)|unwilling|not willing)"
      "(?: "
      "(?:to|take|taking|try|use|using|start|any|further|the|of|treatment|with|prescription|for|offer|offered|a|trial|"
      "refill|refills))* ?$");
  if (contains_match(before, refused)) return UseStatus::refused;
  if (contains_match(before, increased)) return UseStatus::increased;
  if (contains_match(before, decreased)) return UseStatus::decreased;
  return std::nullopt;
}

std::optional<UseStatus> said_behind(std::string_view behind) {
  static const RE2 started(
      "^[^.;,]{0,30}?\\b(?:was|is|were|will be|being) (?:newly |first )?"
      "(?:started|initiated|begun|prescribed for the first time|newly prescribed)\\b");
  static const RE2 increased(
      "^[^.;,]{0,30}?\\b(?:was|were|is|has been|will be|being|to be) (?:increased|titrated up)\\b");
  static const RE2 decreased(
      "^[^.;,]{0,30}?\\b(?:was|were|is|has been|will be|being|to be) (?:slowly |gradually "
      ")?(?:decreased|reduced|tapered|"
      "weaned|lowered|cut back)\\b|^ ?(?:taper|wean)(?:ing)?\\b");
  static const RE2 refused(
      "^[^.;,]{0,30}?\\b(?:was|were|has been) (?:refused|declined) by the (?:patient|worker|applicant|claimant)|"
      "^[^.;]{0,30}?\\b(?:but|which) (?:he|she|the patient|was|were) (?:refused|declined)\\b");
  static const RE2 allergic("^ allerg(?:y|ies)\\b");
  if (contains_match(behind, allergic)) return UseStatus::allergic;
  if (contains_match(behind, refused)) return UseStatus::refused;
  if (contains_match(behind, increased)) return UseStatus::increased;
  if (contains_match(behind, decreased)) return UseStatus::decreased;
  if (contains_match(behind, started)) return UseStatus::started;
  return std::nullopt;
}

// "Allergic to penicillin and Soma", and not "no known drug allergies", nor "allergic to sulfa, takes Soma".
bool allergic_before(std::string_view before) {
  static const RE2 allergic(
      "\\ballerg(?:ic|y|ies)(?: reactions?)?(?: (?:is|are))?(?: to|:| include:?s?| ?-| are| is) ?([^.;\n]*)$");
  static const RE2 denied("\\b(?:no|not|denies|denied|without|nkda)\\b[^.;]{0,40}\\ballerg[a-z]*[^.;]*$");
  static const RE2 turned(
      "\\b(?:but|he|she|takes?|taking|took|uses?|using|currently|continues?|prescribed|patient|medications?|on|given|"
      "treated)\\b");
  if (before.find("allerg") == std::string_view::npos || contains_match(before, denied)) return false;
  std::string since;
  return contains_match(before, allergic, &since) && !contains_match(since, turned);
}

}  // namespace

std::string_view name_of(UseStatus status) {
  switch (status) {
    case UseStatus::unsaid:
      return "";
    case UseStatus::started:
      return "started";
    case UseStatus::stopped:
      return "stopped";
    case UseStatus::continued:
      return "continued";
    case UseStatus::increased:
      return "increased";
    case UseStatus::decreased:
      return "decreased";
    case UseStatus::refused:
      return "refused";
    case UseStatus::allergic:
      return "allergic";
    case UseStatus::held:
      return "held";
  }
  return "";
}

UseStatus use_status(const Reading& reading, Span sentence, Span name, Span written, const Asserted& asserted) {
  static const RE2 continued(
      "\\b(?:continu(?:e|es|ed|ing|ation)|refill(?:ed|ing)? (?:of|for|her|his|the)|renew(?:ed|al|ing)?|ongoing|"
      "currently (?:on|taking|uses|using)|same (?:medication|regimen|dose)|remains? on|"
      "has been (?:on|taking|using|utilizing|prescribed)|takes|taking|utiliz(?:es|ing))\\b");
  static const RE2 started(
      "\\b(?:trial of|new prescription (?:of|for)|newly prescribed|(?:initial|first) prescription (?:of|for)|"
      "prescribed for the first time|(?:newly )?(?:started|initiated|begun)(?: "
      "on)?|start|begin|starting|initiat(?:e|ing)|began(?: (?:taking|using|on))?)\\b");
  static const RE2 held("\\b(?:hold|held|holding|withhold|withheld)\\b");
  const std::string_view before = reading.words({sentence.begin, std::max(sentence.begin, written.begin)});
  if (allergic_before(before)) return UseStatus::allergic;
  const auto near = said_just_before(before);
  if (near == UseStatus::refused) return *near;
  if (asserted.assertion == Assertion::stopped)
    return contains_match(reading.words(asserted.cue), held) ? UseStatus::held : UseStatus::stopped;
  if (near) return *near;
  for (const std::uint32_t end : {name.end, written.end}) {
    if (const auto later = said_behind(reading.words({end, std::max(end, sentence.end)}))) return *later;
  }
  const std::size_t goes_on = last_match(continued, before);
  const std::size_t begins = last_match(started, before);
  if (begins > 0 && begins >= goes_on) return UseStatus::started;
  if (goes_on > 0) return UseStatus::continued;
  const records::Section* section = reading.document.section_at(name.begin);
  return section != nullptr && section->name == "allergies" ? UseStatus::allergic : UseStatus::unsaid;
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
