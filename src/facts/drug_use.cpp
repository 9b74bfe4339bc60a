#include "facts/drug_use.h"

#include <algorithm>
#include <map>
#include <string>

#include "base/pattern.h"

namespace openimr::facts {
namespace {

using namespace std::string_view_literals;

Span span_of(const Reading& reading, re2::StringPiece piece) {
  const auto begin = static_cast<std::uint32_t>(piece.data() - reading.text().data());
  return {begin, begin + static_cast<std::uint32_t>(piece.size())};
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

// Directions that only a drug taken at home has.
bool is_for_home(const vocabulary::Prescription& written) {
  return written.frequency || written.as_needed || written.quantity || written.refills || written.duration_days ||
         (written.form && *written.form != "injection" && *written.form != "solution" && *written.form != "suspension");
}

bool is_in_procedure(const Reading& reading, Span name) {
  const records::Section* section = reading.document.section_at(name.begin);
  if (section == nullptr) return false;
  static constexpr std::string_view kSections[] = {"procedure", "description of procedure", "operative findings",
                                                   "operative particulars"};
  return std::find(std::begin(kSections), std::end(kSections), section->name) != std::end(kSections);
}

bool is_injected(const vocabulary::Drug& drug, const vocabulary::Prescription& written) {
  if (drug.form == "injection" || drug.drug_class == "local anesthetic") return true;
  const bool percentage = written.strength && written.strength->ends_with('%');
  if (percentage && drug.form.empty() && std::stod(*written.strength) <= drug.injected_to_percent) return true;
  return written.route == "intravenous" || written.route == "intramuscular";
}

bool is_given_on_the_spot(const Reading& reading, Span sentence, Span name, const vocabulary::Drug& drug,
                          const vocabulary::Prescription& written) {
  if (is_for_home(written)) return false;
  const auto& said = reading.vocabulary.use_words();
  const std::string_view words = reading.words(sentence);
  if (!is_injected(drug, written) && !is_in_procedure(reading, name) && !said.gives(words)) return false;
  return !said.takes_home(words);
}

}  // namespace

UseStatus use_status(const Reading& reading, Span sentence, Span name, const vocabulary::Drug& drug,
                     const vocabulary::Prescription& written, const Asserted& asserted) {
  static const RE2 held("\\b(?:hold|held|holding|withhold|withheld)\\b");
  const auto& said = reading.vocabulary.use_words();
  const std::string_view before = reading.words({sentence.begin, std::max(sentence.begin, written.span.begin)});
  if (allergic_before(before)) return UseStatus::allergic;
  const auto near = said.directly_before(before);
  const bool is_changed = near == UseStatus::increased || near == UseStatus::decreased;
  if (near && !is_changed) return *near;
  if (asserted.assertion == Assertion::stopped)
    return contains_match(reading.words(asserted.cue), held) ? UseStatus::held : UseStatus::stopped;
  if (near) return *near;
  for (const std::uint32_t end : {name.end, written.span.end}) {
    if (const auto later = said.behind(reading.words({end, std::max(end, sentence.end)}))) return *later;
  }
  if (is_given_on_the_spot(reading, sentence, name, drug, written)) return UseStatus::administered;
  if (const auto status = said.anywhere_before(before)) return *status;
  const records::Section* section = reading.document.section_at(name.begin);
  return section != nullptr && section->name == "allergies"sv ? UseStatus::allergic : UseStatus::unsaid;
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
  static constexpr std::string_view kUnits[] = {"day", "week", "month", "year"};
  const std::string_view words = reading.words(sentence);
  const auto says = [&](std::string_view unit) { return words.find(unit) != std::string_view::npos; };
  if (std::none_of(std::begin(kUnits), std::end(kUnits), says)) return {};
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
