// The de-identifier with the packs of the build, made once for all tests of a program.
#pragma once

#include <string>
#include <string_view>

#include "corpus/deidentify/deidentifier.h"

namespace openimr::testing {

const corpus::deidentify::Deidentifier& deidentifier();
std::string deidentified(std::string_view text, const corpus::deidentify::KnownParties& parties = {});
// The original with every removal put back in; differs from it where an offset or an original is wrong.
std::string put_back(std::string_view text, const corpus::deidentify::Deidentified& done);

}  // namespace openimr::testing
