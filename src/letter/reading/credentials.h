// Who decided: licences, certifications and subspecialties, never a name.
#pragma once

#include <vector>

#include "determination/determination.h"
#include "letter/reading/lines.h"

namespace openimr::letter {

// The entries of a list printed with commas: "Texas,New York,California".
std::vector<determination::Printed> listed(const Lines& lines, Span span);

// From a paragraph: "... is Board Certified in X, has a subspecialty in Y and is licensed to practice in Z." What the
// paragraph does not say stays empty.
void read_credentials_paragraph(const Lines& lines, Span paragraph, determination::Determination& letter);

}  // namespace openimr::letter
