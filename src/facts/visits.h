// Visits of therapy, and how long conservative care has lasted.
//
// A number of visits beside a service is of visits done, authorized or requested ("has completed 6 of 12 sessions", "6
// visits authorized", "requesting 8 additional"); attribute `visits_are` of the treatment says which, and `total` that
// it is the number to date. A note of a therapist is a visit of its day.
#pragma once

#include <cstddef>

#include "base/place.h"
#include "facts/fact.h"
#include "facts/reading.h"

namespace openimr::facts {

// What the sentence says of the visits of the service that stands at `service`: attributes `visits`, `visits_are`,
// `visits_authorized` (the twelve of "6 of 12"), `total`; or `duration` ("6 weeks").
void add_amount(const Reading& reading, std::size_t sentence, Span service, Fact& treatment);

// The visit that the document itself is the note of, where it is one: a treatment with `note`.
void read_therapy_note(const Reading& reading, std::vector<Fact>& out);

// prior_visits, by service and part of the body: the visits done. The latest number to date stands; without one, dated
// notes count one a day; without those, several numbers may tell of the same visits, so that the value lies between the
// highest and their sum.
void add_prior_visits(Facts& facts);

// conservative_weeks: at least as many weeks as the longest stated course of therapy, and as lie between the first and
// the last day on which one is documented as had.
void add_conservative_weeks(Facts& facts);

}  // namespace openimr::facts
