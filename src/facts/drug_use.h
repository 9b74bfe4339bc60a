// What a sentence says of the use of the drugs it names: that it goes on, begins, ends, changes, is refused, how long
// it has lasted.
#pragma once

#include <vector>

#include "facts/fact.h"
#include "facts/reading.h"
#include "vocabulary/prescription.h"
#include "vocabulary/use_words.h"

namespace openimr::facts {

using vocabulary::UseStatus;

// From the words before the name ("continue", "new prescription for", "allergic to"), the nearest of them, or those
// just behind it ("was started", "was increased", "allergy"). `asserted` is what the cues around the name make of it:
// where they say that it was stopped, it is `stopped` or, by the words of the cue, `held`. `administered` where the
// name, the sentence or the section tells of a drug given on the spot, and nothing says that it is taken at home.
UseStatus use_status(const Reading& reading, Span sentence, Span name, const vocabulary::Drug& drug,
                     const vocabulary::Prescription& written, const Asserted& asserted);

// "for 6 months", "over the past two weeks", "x 3 years", "for several months". Days; a month has 30, a year 365.
struct StatedDuration {
  Span span;
  Range days;
};

// The durations of use that a sentence states. Where it speaks of an intention ("will take it for 2 weeks") it states
// none.
std::vector<StatedDuration> stated_durations(const Reading& reading, Span sentence);

}  // namespace openimr::facts
