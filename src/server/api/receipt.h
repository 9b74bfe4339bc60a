// What whoever filed an application is told of what happens next, in short sentences for anybody: the steps are those
// of the programme's life, and the days are counted by its rules.
#pragma once

#include <string>
#include <vector>

#include "cases/case.h"

namespace openimr::server {

// Of a case that has just arrived.
std::vector<std::string> what_happens_next(const program::Programme& programme, const cases::Case& c);

}  // namespace openimr::server
