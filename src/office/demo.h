// A store of invented cases, to try things on.
#pragma once

#include <functional>
#include <map>
#include <string>

#include "cases/demo.h"
#include "office/office.h"

namespace openimr::office {

// Puts the cases of a demo into a store, each once; a run that was killed goes on where it stopped. `told` is called
// with the number of cases that are done. Gives how many stand in which state. Fails with wrong_use where the store has
// other cases.
Result<std::map<std::string, int>> fill_with_demo(Office& office, const cases::Demo& demo,
                                                  const std::function<void(int)>& told = {});

// Keeps the reviewers of the demo (R-0001 to R-0040), each plainly invented and free to review, as of a day.
Result<void> fill_with_reviewers(Office& office, Date today);

// Beyond, all cases share one letter.
inline constexpr int kMostDemoLetters = 2'000;

}  // namespace openimr::office
