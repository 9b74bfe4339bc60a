// What may be done with a case: by its state, by the role of who does it, and by the conditions of the act, all of
// which the programme's pack states. An act that is refused is refused with its rule.
#pragma once

#include <string_view>
#include <vector>

#include "cases/case.h"

namespace openimr::cases {

// The act that the event is, where the state of the case and the role of the actor allow it. The `result` of
// reviewer-accepted, submitted and signed follows from the case (all, others-to-come): it is left out, or the same.
// Fails with wrong_use: with what the case could do instead, or with the roles that may do it and the section.
Result<const program::Act*> allowed(const program::Programme& programme, const Case& c, const CaseEvent& event);

// The event as it is to be kept: allowed, its fields sound, its conditions met, with the state it leads to and the
// deadlines it starts and keeps. Fails as allowed(), check_fields() and check_need() do, and where it would happen
// before the case began or before a deadline that has to have passed.
Result<CaseEvent> checked(const program::Programme& programme, const Case& c, CaseEvent event);

// What the state allows, in the order of the pack; of one role where it is named.
std::vector<const program::Act*> next_acts(const program::Programme& programme, const Case& c,
                                           std::string_view role = {});

// Whether the life that a pack states is made of events and conditions that are known. Fails with the first that is
// not.
Result<void> check_life(const program::Programme& programme);

}  // namespace openimr::cases
