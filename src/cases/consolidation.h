// Two applications that become one determination: those of one worker, for one injury, by one requesting physician
// (for California 8 CCR 9792.10.4(a)). Which of these must agree, the programme's pack says (life: joins).
#pragma once

#include <string_view>
#include <vector>

#include "cases/case.h"

namespace openimr::cases {

// Whether the case `from` may go on in the case `into`. Fails with wrong_use and what differs, or is not known, in
// either.
Result<void> may_join(const program::Programme& programme, const Case& from, const Case& into);

// The event of `into` that takes in the open items and the records of `from`, and the event of `from` that ends it
// there; who, when and why are those of `by`.
CaseEvent consolidated(const Case& from, const CaseEvent& by);
CaseEvent joined(const Case& into, const CaseEvent& by);

}  // namespace openimr::cases
