// What a case tells the rules of eligibility. Whatever it does not tell stays "not known".
#pragma once

#include "cases/case.h"
#include "program/application_facts.h"

namespace openimr::cases {

// The days of the form; that the decision exists where it has a day, and that a copy of it came where it is among the
// records. Whether the dispute was applied for before, other cases tell: `same` are those about the same one, and
// nothing where that cannot be looked up.
program::ApplicationFacts known_application(const Case& c, const std::optional<std::vector<std::string>>& same);

// A fact as a person gives it: a flag ("yes", "no"), a day, dispute=CLASS, by=WAY or duplicate-of=CASE. Fails with
// wrong_use, with the names that there are.
Result<void> give(program::ApplicationFacts& facts, std::string_view name, std::string_view value);

// The command that records what is proposed, for a person to complete: "case do EX-100 deferred ...".
std::string recording_of(const Case& c, const program::Judgement& judgement, const program::ApplicationFacts& facts);

}  // namespace openimr::cases
