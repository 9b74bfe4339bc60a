// The lists that a case stands in, so that work is found without reading every case. All of them follow from the case.
//
//   work/ROLE        cases whose next step is that role's, by the day it is due (kNoDay where none is)
//   state/STATE      cases in a state, by the day of their last event
//   reviewer/ID      cases that a reviewer has at hand, by the day they are due
//   asked/ID         cases that a reviewer was asked to take and was not released from, by the day they were asked
//   wants-reviewer   cases that wait for an expert reviewer to be asked, by the day they are due
//   received         all cases, by the day the application arrived
//   determined       cases with a determination, by its day
//   ended            cases that ended without one, by that day
//   dispute/HASH     applications about one claim and one decision of utilization review, by case number
//   worker/HASH      applications of one worker for one injury, by case number
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cases/case.h"
#include "store/lists.h"

namespace openimr::cases {

inline constexpr std::string_view kNoDay = "9999-12-31";
inline constexpr std::string_view kAsked = "asked";
inline constexpr std::string_view kWantsReviewer = "wants-reviewer";

std::vector<store::Entry> entries_of(const program::Programme& programme, const Case& c);

// The list of applications about the same dispute; empty where the claim or the day of the decision is not known.
std::string dispute_list(const Case& c);
// That of the same worker and injury: by the claim and the day of the injury. Empty where one is not known.
std::string worker_list(const Case& c);

}  // namespace openimr::cases
