// Parties that a text is searched for, as the command line names them.
#pragma once

#include <string>

#include "base/result.h"
#include "corpus/deidentify/deidentifier.h"

namespace openimr::cli {

// "patient=Grace Invented" (--party). Fails with wrong_use where it is no KIND=NAME.
Result<void> add_party(const std::string& given, corpus::deidentify::KnownParties& parties);

// The parties of a case folder, with their addresses, and the numbers of the claim (--case). `number`, where it is
// asked for, becomes that of the review itself. Fails where its case.yaml cannot be read.
Result<void> add_case(const std::string& folder, corpus::deidentify::KnownParties& parties,
                      std::string* number = nullptr);

}  // namespace openimr::cli
