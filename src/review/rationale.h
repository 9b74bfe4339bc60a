// Why an item is decided as it is, in plain professional English. Each sentence carries its reasons, and no number,
// date or drug name stands in a sentence that does not stand in one of them.
#pragma once

#include <vector>

#include "determination/draft.h"
#include "facts/fact.h"

namespace openimr::review {

// Fills the rationale of an item, its closing remarks included (weaning), whose criteria, decision and citations are
// there.
void explain(determination::ItemDraft& item, const std::vector<guidelines::Applicable>& sections,
             const guidelines::Subject& subject);
// The same for an item that no loaded guideline addresses.
void explain_unaddressed(determination::ItemDraft& item);

}  // namespace openimr::review
