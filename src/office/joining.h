// An application goes on in another case: one worker, one injury, one requesting physician, one determination.
#pragma once

#include "office/office.h"

namespace openimr::office {

struct Joined {
  cases::Case from, into;
};

// `into` takes in the items and records of `from`, which ends there; `by` says who, when and why. Fails with wrong_use
// where the programme does not let the two go on together, or the state of either does not, and with changed where one
// is no longer what it was; nothing is recorded then, or `into` has taken in what `from` had, and doing it again does
// the rest. Where all is done, it is done.
Result<Joined> join(Office& office, const cases::Case& from, const cases::Case& into, const cases::CaseEvent& by);

}  // namespace openimr::office
