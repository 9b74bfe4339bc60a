// The documents that a letter says were reviewed.
#pragma once

#include <vector>

#include "determination/determination.h"
#include "letter/reading/lines.h"

namespace openimr::letter {

// The entries of lines [first, last), one by one: by their bullets or numbers where they have some, else line by line.
// The sentence that introduces the list is passed over.
std::vector<determination::Printed> read_records_reviewed(const Lines& lines, std::size_t first, std::size_t last);

}  // namespace openimr::letter
