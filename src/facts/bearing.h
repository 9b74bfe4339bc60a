// To which statement of its sentence a phrase belongs: in "back pain since 2010, takes Soma for spasm since March" the
// year dates the pain and the month the drug.
#pragma once

#include <vector>

#include "base/place.h"
#include "facts/reading.h"

namespace openimr::facts {

// The drugs of a sentence that a phrase (a date of use, a duration) speaks of, as indexes into `drugs`, which are spans
// by position, each with all that is written with the name. The statement nearest before the phrase bears it; where
// none stands before, the nearest behind. A reason for the drug ("for low back pain") is no statement of its own. Drugs
// listed side by side bear it together.
std::vector<std::size_t> borne_by(const Reading& reading, std::size_t sentence, Span phrase,
                                  const std::vector<Span>& drugs);

// Whether nothing but a connector and a few words stand between two spans: "Norco, Soma and Xanax".
bool listed_together(const Reading& reading, Span a, Span b);

}  // namespace openimr::facts
