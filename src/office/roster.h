// The reviewers in a store: read, and kept.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cases/assignment.h"
#include "cases/roster.h"
#include "office/office.h"

namespace openimr::office {

// As the events of one reviewer leave them; of version 0 where there never was one.
Result<cases::RosterEntry> roster_entry(Office& office, const std::string& id);

// All who have not left, by id. Fails with wrong_use where their data is sealed and the keys are missing.
Result<std::vector<cases::Reviewer>> active_reviewers(Office& office);

// One, whether they have left or not. Fails with not_found where there never was one.
Result<cases::Reviewer> reviewer_of(Office& office, const std::string& id);

// Keeps the reviewer's data by an event like `by`, whose type and document are found here, and gives its type; empty
// where the data is kept already. Two who do so at once are both kept, one behind the other.
Result<std::string> keep_reviewer(Office& office, const cases::RosterEvent& by, const cases::Reviewer& reviewer);

// Records that the reviewer left. Fails with not_found where there is none who could.
Result<void> end_reviewer(Office& office, const cases::RosterEvent& by, const std::string& id);

// How many cases the reviewer was asked to take on the day, and in its week from Monday.
Result<cases::Load> load_of(Office& office, const std::string& id, Date day);

}  // namespace openimr::office
