// Sections of guidelines as citations of a determination (8 CCR 9792.21.1: source, year, chapter, section).
#pragma once

#include <vector>

#include "determination/draft.h"

namespace openimr::review {

determination::Citation cite(const guidelines::Guideline& guideline, const std::string& title, const std::string& pages,
                             const std::string& says = {});

// The citations an item relies on: of its sections the one whose criteria decided on the best standing first, each
// followed by the sections cited together with it; at most three.
std::vector<determination::Citation> relied_on(const std::vector<guidelines::Applicable>& sections,
                                               const std::vector<determination::CriterionTrace>& criteria);

}  // namespace openimr::review
