// The parties of a case as names that a text is searched for before it is published.
#pragma once

#include <string_view>

#include "cases/case.h"
#include "corpus/deidentify/deidentifier.h"

namespace openimr::office {

// What the name of a party is, by its role: of an employer, of who administers claims or reviews utilization, or of a
// person.
corpus::deidentify::Kind kind_of_role(std::string_view role);

// Every party of the case by name and address, those that papers went to while they were it, and the number of the
// claim.
corpus::deidentify::KnownParties parties_of(const cases::Case& c);

}  // namespace openimr::office
