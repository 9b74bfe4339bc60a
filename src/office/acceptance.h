// A reviewer takes a case that they were asked to take.
#pragma once

#include <string>

#include "office/office.h"

namespace openimr::office {

// Records the event reviewer-accepted, if nothing speaks against them as things stand now: they are still on file and
// eligible, and no relation of theirs meets a party. The evidence of the conflict check and the credentials that the
// letter prints are kept with it. Fails with wrong_use, by role and rule and never by name, and with changed where the
// case is no longer what was looked at.
Result<cases::Case> accept(Office& office, const FoundCase& found, cases::CaseEvent event,
                           const std::string& attestation);

}  // namespace openimr::office
