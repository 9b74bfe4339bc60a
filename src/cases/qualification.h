// Whether a reviewer may review at all, and a case with given needs: rule by rule of the programme (packs/programs,
// `reviewers`), each with its answer in words. What is not known does not hold.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "cases/reviewer.h"
#include "program/reviewer_rules.h"

namespace openimr::cases {

enum class Answer : std::uint8_t { holds, fails, not_known };
std::string_view name_of(Answer answer);

// What a case asks of its reviewer.
struct Needs {
  std::vector<std::string> specialties;    // the best first; empty: any
  std::vector<std::string> licence_types;  // one of them; empty: whichever the programme accepts
};

struct RuleAnswer {
  const program::ReviewerRule* rule = nullptr;  // of the rules that were asked
  Answer answer = Answer::not_known;
  std::string words;  // never the reviewer's name
};

struct Qualification {
  std::string reviewer;             // id
  std::vector<RuleAnswer> answers;  // of each rule in force, in their order

  // The first required rule that does not hold; null where the reviewer is eligible.
  const RuleAnswer* bar() const;
  bool is_eligible() const { return bar() == nullptr; }
};

Qualification qualify(const program::ReviewerRules& rules, const Reviewer& reviewer, Date day, const Needs& needs = {});

// Licences without restriction that run on the day, of a type that both the programme and the needs accept.
std::vector<const Licence*> usable_licences(const program::ReviewerRules& rules, const Reviewer& reviewer, Date day,
                                            const Needs& needs);

// What a reviewer counts as: specialties and subspecialties with a certification that runs on the day, and the titles
// of usable licences ("chiropractor"), as specialty_key writes them.
std::vector<std::string> specialties_of(const program::ReviewerRules& rules, const Reviewer& reviewer, Date day);
// Two specialties are the same where their keys are: case, punctuation and the order of words say nothing.
std::string specialty_key(std::string_view written);

}  // namespace openimr::cases
