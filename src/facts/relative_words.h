// The words without which there is no relative date ("three weeks ago", "last visit", "on Monday").
#pragma once

#include <string_view>

namespace openimr::facts {

// Whether the words, of clean text, may hold a relative date. It costs a look at each word, the patterns of
// relative_dates far more: where it says no, none of them matches.
bool may_hold_relative_date(std::string_view words);

}  // namespace openimr::facts
