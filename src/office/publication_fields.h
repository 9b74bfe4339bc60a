// The fields of a letter that a programme publishes or keeps back (program/publication.h). Of publication.cpp only.
#pragma once

#include <vector>

#include "office/publication.h"

namespace openimr::office {

// Empties the fields that the programme does not say to publish, and tells which. Fails with wrong_use where that is
// the case number, a request, its decision or its reasons: there is no letter without them.
Result<std::vector<TakenOut>> keep_back(determination::Determination& letter, const program::Programme& programme);

}  // namespace openimr::office
