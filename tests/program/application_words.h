// Applications and what is proposed for them, in words that a lawyer can read.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "program/eligibility.h"

namespace openimr::program {

// Facts in words: "decision-attached no, injury 2014-05-02, by mail"; "?" is not known.
inline void state(ApplicationFacts& facts, std::string_view words) {
  while (!words.empty()) {
    const std::string_view one = words.substr(0, words.find(", "));
    words.remove_prefix(std::min(one.size() + 2, words.size()));
    const std::string_view name = one.substr(0, one.find(' '));
    const std::string value(one.substr(one.find(' ') + 1));
    const bool known = value != "?";
    if (const auto* flag = application_flag(name); flag != nullptr) {
      ASSERT_TRUE(!known || value == "yes" || value == "no") << one;
      facts.*flag->value = known ? std::optional(value == "yes") : std::nullopt;
    } else if (const auto* day = application_day(name); day != nullptr) {
      ASSERT_TRUE(!known || Date::from_iso(value)) << one;
      facts.*day->value = Date::from_iso(value);
    } else if (name == "by" || name == "dispute") {
      (name == "by" ? facts.by : facts.dispute) = known ? std::optional(value) : std::nullopt;
    } else {
      FAIL() << "no such fact: " << name;
    }
  }
}

// An application against which nothing speaks. Its last day was 2015-09-29.
inline ApplicationFacts sound() {
  ApplicationFacts facts;
  state(facts,
        "decision-exists yes, denied-on-necessity yes, denied-for-missing-information no, decision-timely yes, "
        "decision-attached yes, notice-complete yes, signed-by-applicant yes, signed-by-representative no, "
        "form-complete yes, duplicate no, liability-disputed no, liability-settled no, administrator-agrees no, "
        "injury 2014-05-02, decision 2015-08-24, decision-communicated 2015-08-25, application-received 2015-09-20, "
        "by mail, dispute ordinary");
  return facts;
}

// "ineligible: E-4", or "ask: the day of injury"; what is only recorded is put behind.
inline std::string in_words(const Judgement& found) {
  std::vector<std::string> because;
  for (const JudgedRule& each : found.rules) {
    const bool leads = name_of(each.rule->if_failed) == name_of(found.proposal);
    if (each.passed == Truth::no && leads) because.push_back(each.rule->id);
  }
  if (found.proposal == Proposal::ask) because.insert(because.end(), found.missing.begin(), found.missing.end());
  std::string out(name_of(found.proposal));
  if (!because.empty()) out += fmt::format(": {}", fmt::join(because, "; "));
  if (!found.recorded.empty()) out += " (recorded)";
  return out;
}

}  // namespace openimr::program
