// Facts that follow from other facts: how long a drug has been used, since when, the total opioid dose.
#pragma once

#include "facts/extract.h"

namespace openimr::facts {

void add_time_since_injury(const records::CaseFile& file, Facts& facts);  // days up to counted_to(), from the form
void add_durations_of_use(const records::CaseFile& file, Facts& facts);   // duration_of_use, start_date, continuation
void add_opioid_dose(const records::CaseFile& file, const vocabulary::Vocabulary& vocabulary, const Options& options,
                     Facts& facts);
// An exacerbation or injury that the records date more than three months before the request is history: by then what it
// caused is chronic (MTUS: three months from onset).
void age_events(const records::CaseFile& file, Facts& facts);

}  // namespace openimr::facts
