// The programmes of the packs, for tests.
#pragma once

#include "program/programme.h"

namespace openimr::testing {

const std::vector<program::Programme>& programmes();
const program::Programme& programme(std::string_view id);

}  // namespace openimr::testing
