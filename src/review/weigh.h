// Weighing what was cited beyond the loaded guidelines (8 CCR 9792.21.1 and 9792.25.1): where nothing loaded addresses
// an item, what was cited is the next step of the search; where recommendations compete, studies are graded, not
// guidelines, and the presumption of the MTUS stands unless better studies rebut it.
#pragma once

#include <vector>

#include "determination/draft.h"
#include "guidelines/library.h"
#include "records/cited_evidence.h"

namespace openimr::review {

// Adds the weighing to the item, its steps to the search and, where it decides, its decision. `item` holds the decision
// of the loaded guidelines, if any. Without evidence nothing changes.
void weigh(const std::vector<const records::CitedEvidence*>& evidence, const guidelines::SearchResult& found,
           determination::ItemDraft& item);

// The sentences of the weighing, for the end of the rationale.
void explain_weighing(determination::ItemDraft& item);

}  // namespace openimr::review
