// A published letter as a paper, from its text alone: what was printed, set anew. Lines that were broken by the width
// of a page are joined; headings, lists and short lines stay. No word is changed, and none is added but the references.
#pragma once

#include <string>
#include <string_view>

#include "letter/paper.h"

namespace openimr::letter {

// `reference`: the case number, as the title and the foot of each page name it; empty: none. No author is named.
Paper published_paper(const std::string& reference, std::string_view text);

}  // namespace openimr::letter
