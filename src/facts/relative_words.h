// The words without which there is no relative date ("three weeks ago", "last visit", "on Monday").
#pragma once

#include <span>
#include <string_view>

#include "base/place.h"

namespace openimr::facts {

// Whether the words of a sentence may hold a relative date. It costs a look at each word, the patterns of
// relative_dates far more: where it says no, none of them matches. `words` are those of words_in(text).
bool may_hold_relative_date(std::string_view text, std::span<const Span> words, bool is_ascii);

}  // namespace openimr::facts
