// The parts of `check` that look at more than one section. Each adds what it finds.
#pragma once

#include <vector>

#include "guidelines/library.h"

namespace openimr::guidelines {

// Files of one edition share their dates and no section's id. Editions of one guideline, and search sequences, follow
// one another without a day that two hold or none holds. Each guideline stands in a step of the search.
void check_editions(const Library& library, std::vector<Error>& problems);

// Each section is the most specific of its guideline for some item. Tried out on the items its scopes name, in the
// plainest circumstances that they allow.
void check_reach(const Library& library, const vocabulary::Vocabulary& vocabulary, std::vector<Error>& problems);

}  // namespace openimr::guidelines
