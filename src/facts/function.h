// What treatment did to pain, function, work and the need for more treatment.
//
// Functional improvement (8 CCR 9792.20) has two limbs, each a fact of its own with its places: a clinically
// significant improvement in activities of daily living (adl_improvement) or a reduction in work restrictions
// (work_restriction_reduction), and a reduction in the dependency on continued medical treatment
// (dependency_reduction). functional_improvement is present where both are, negated where a limb is documented as
// absent and nowhere as present, and no fact at all where nothing more is known.
#pragma once

#include "facts/fact.h"

namespace openimr::facts {

// The limbs and the whole. Work restrictions are reduced also where the work status rises between two dates; the
// dependency also where a drug is taken less or no more.
void add_functional_improvement(Facts& facts);

// failed_first_line: a non-opioid first-line treatment of pain (MTUS 2009 p. 60; 2016 pp. 12-13: NSAID, analgesic,
// antidepressant, anti-epilepsy drug) that failed, or words that say so. One fact each.
void add_failed_first_line(const vocabulary::Vocabulary& vocabulary, Facts& facts);

// pain_change: the last pain score before the first day of a treatment and the first one after it, attributes `from`
// and `to`, value the reduction in percent. For drugs with a start, operations with a day, and therapies that were had.
void add_pain_changes(Facts& facts);

}  // namespace openimr::facts
