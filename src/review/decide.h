// The decision rule, whole: a request stands where every required and limit criterion holds or is rescued, and no
// exclusion is met. Soft criteria and notes are shown and never decide. Nothing else decides; above all no base rate.
#pragma once

#include <string>
#include <vector>

#include "determination/draft.h"

namespace openimr::review {

// Whether the criterion, as found, fails the request. "Not documented" fails what must be shown and what must not be
// passed, and no exclusion: this is the one place where unknown becomes a no.
bool fails(const guidelines::Criterion& criterion, guidelines::Finding finding);

// Decides and marks the criteria that took part: of an upheld item those that failed it, of an overturned one all that
// had to hold and the allowances that rescued.
determination::Decision decide(std::vector<determination::CriterionTrace>& criteria);

// The smallest sets of criteria, by id, that turn an upheld item when they change: failing ones that come to hold, or
// allowances that come to rescue them. No set holds another. Empty for an item that stands.
std::vector<std::vector<std::string>> would_overturn(const std::vector<determination::CriterionTrace>& criteria);

}  // namespace openimr::review
