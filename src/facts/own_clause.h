// Whether a statement behind a comma stands in a clause of its own, which a denial before the comma does not reach: "No
// fracture, osteopenia is present", "no rebound, mild tenderness"; and not "no fracture, dislocation or effusion".
#pragma once

#include <string_view>

namespace openimr::facts {

// `between` are the words from the denial to the statement, `behind` those from the statement to the end of its
// sentence.
bool stands_in_own_clause(std::string_view between, std::string_view statement, std::string_view behind);

}  // namespace openimr::facts
