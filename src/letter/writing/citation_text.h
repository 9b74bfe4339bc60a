// What one side relied on, in the form that the MTUS asks of a citation (8 CCR 9792.21.1) and that letters print.
#pragma once

#include <string>

#include "determination/determination.h"

namespace openimr::letter {

enum class Side : std::uint8_t { claims_administrator, reviewer };

// The paragraph behind "... guideline:": as it was printed where the determination has it, else its citations, sources
// of the MTUS first:
//   Decision based on MTUS Low Back Complaints 2004, Section(s): Summary, and Chronic Pain Medical Treatment 2016,
//   Section(s): Facet blocks, Page(s): 82. Decision based on Non-MTUS Citation Official Disability Guidelines (ODG),
//   Pain, Zolpidem, 2016.
// A side that cited nothing did not cite any medical evidence. Empty where it is not stated what was relied on.
std::string guideline_paragraph(const determination::Relied& relied, Side side);

}  // namespace openimr::letter
