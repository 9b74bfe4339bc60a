// What a sentence says of the use of the drugs it names: that it goes on, begins, ends, changes, is refused, how long
// it has lasted.
#pragma once

#include <string_view>
#include <vector>

#include "facts/fact.h"
#include "facts/reading.h"

namespace openimr::facts {

// `decreased` is also tapered and weaned; `allergic` is no use at all.
enum class UseStatus : std::uint8_t {
  unsaid,
  started,
  stopped,
  continued,
  increased,
  decreased,
  refused,
  allergic,
  held,
};
// As attribute `status`; empty for `unsaid`.
std::string_view name_of(UseStatus status);

// From the words before the name ("continue", "new prescription for", "allergic to"), the nearest of them, or those
// just behind it ("was started", "was increased", "allergy"). `asserted` is what the cues around the name make of it:
// where they say that it was stopped, it is `stopped` or, by the words of the cue, `held`.
UseStatus use_status(const Reading& reading, Span sentence, Span name, Span written, const Asserted& asserted);

// "for 6 months", "over the past two weeks", "x 3 years", "for several months". Days; a month has 30, a year 365.
struct StatedDuration {
  Span span;
  Range days;
};

// The durations of use that a sentence states. Where it speaks of an intention ("will take it for 2 weeks") it states
// none.
std::vector<StatedDuration> stated_durations(const Reading& reading, Span sentence);

}  // namespace openimr::facts
