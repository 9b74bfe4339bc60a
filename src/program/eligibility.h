// Whether a dispute comes to review. The rules are the programme's; what is known of the application is tested against
// each, in three values, and all of it is explained. It only proposes: a person decides, and the parties are told the
// reasons of that decision.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "guidelines/guideline.h"
#include "program/application_facts.h"
#include "program/calendar.h"

namespace openimr::program {

using guidelines::Truth;

class Programme;

// What a rule asks: one of these, or Kleene logic over such.
struct EligibilityTest {
  enum class Form : std::uint8_t {
    fact,        // a flag of the application is as `is` has it
    not_before,  // a day is not before another day, or before a date
    within,      // a day is within the time of a deadline, counted from another day
    dispute,     // the dispute is of this class
    any_of,
    all_of
  } form = Form::fact;
  std::string name;  // of the flag, of the day that is tested, or of the class
  bool is = true;
  std::optional<Date> date;            // of not_before
  std::string other;                   // the other day of not_before; of within, the day from which is counted
  std::vector<std::string> deadlines;  // of within: of those that hold in the circumstances one has to be kept
  std::vector<EligibilityTest> parts;
};

// What follows where the test fails.
enum class IfFailed : std::uint8_t {
  ineligible,
  duplicate,
  defer,   // until the other dispute is resolved
  ask,     // the party that can mend it
  record,  // nothing: another body decides on it
};
std::string_view name_of(IfFailed result);

// Rows of one id hold on different days: the one of the day on which the application was received counts.
struct EligibilityRule {
  std::string id;
  std::string checks;  // "a copy of the decision came with the application"
  EligibilityTest test;
  IfFailed if_failed = IfFailed::ineligible;
  std::string reason;  // told to the parties: a plain sentence
  InForce in_force;
  std::string section;
  Standing standing = Standing::unverified;
};

struct JudgedRule {
  const EligibilityRule* rule = nullptr;  // of the programme
  Truth passed = Truth::unknown;
  std::vector<std::string> why;      // what made it so; for a time the counting, step by step
  std::vector<std::string> missing;  // what has to be known; only where it is not known whether it passed
};

// In the order in which they prevail: a duplicate is nothing else; whoever is not eligible is not asked or deferred.
enum class Proposal : std::uint8_t { duplicate, ineligible, defer, ask, eligible };
std::string_view name_of(Proposal proposal);

struct Judgement {
  Proposal proposal = Proposal::ask;
  std::vector<JudgedRule> rules;      // those in force, in the order of the pack
  std::vector<std::string> reasons;   // of the rules that failed and lead to the proposal
  std::vector<std::string> missing;   // of all rules
  std::vector<std::string> recorded;  // asserted, and not decided here
};

// A class of dispute or a way of service that is not known is taken as every one that the programme has: a rule passed
// or failed only where it would with each. A rule that holds for a part of the time cannot fail while the day of
// receipt is not known. Fails with wrong_use where the class or the way is none of the programme, or where no rule is
// in force on the day of receipt.
Result<Judgement> judge(const Programme& programme, const ApplicationFacts& facts);

}  // namespace openimr::program
