// The two layouts whose decisions stand apart from their rationales: the notice of 2013, and the professional review.
#pragma once

#include <vector>

#include "base/result.h"
#include "determination/determination.h"
#include "letter/reading/labels.h"
#include "letter/reading/lines.h"

namespace openimr::letter {

// Items of a notice: "1) ... has determined the request for X is not medically necessary and appropriate.", stated at
// the head and again before the rationales, which are headed "1) Regarding the request for X". Fails where a statement
// has no rationale, or two statements of one number decide differently.
Result<std::vector<determination::DecidedItem>> read_notice_items(const Lines& lines, std::size_t first,
                                                                  std::size_t last, const std::vector<Mark>& marks,
                                                                  std::string_view file);

// The dates that a notice tells in a sentence: filed, denied, assigned. Only those that the table did not give.
void read_notice_dates(const Lines& lines, std::size_t first, std::size_t last, determination::Determination& letter);

}  // namespace openimr::letter
