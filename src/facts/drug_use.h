// What a sentence says of the use of the drugs it names: that it goes on, that it begins, how long it has lasted.
#pragma once

#include <vector>

#include "facts/fact.h"
#include "facts/reading.h"

namespace openimr::facts {

enum class UseStatus : std::uint8_t { unsaid, continued, started };

// From the words before the name ("continue", "new prescription for"), the nearest of them, or just behind it ("was
// started").
UseStatus use_status(const Reading& reading, Span sentence, Span name);

// "for 6 months", "over the past two weeks", "x 3 years", "for several months". Days; a month has 30, a year 365.
struct StatedDuration {
  Span span;
  Range days;
};

// The durations of use that a sentence states. Where it speaks of an intention ("will take it for 2 weeks") it states
// none.
std::vector<StatedDuration> stated_durations(const Reading& reading, Span sentence);

}  // namespace openimr::facts
