// The clinical case summary: what the records say, in sentences that each rest on their words.
#pragma once

#include <string_view>
#include <vector>

#include "determination/draft.h"
#include "facts/fact.h"
#include "records/case_file.h"

namespace openimr::review {

std::vector<determination::Sentence> summarize(const records::CaseFile& file, const facts::Facts& facts);

// The words of a place on one line, as they are quoted in a sentence.
std::string quoted(const Place& place);

}  // namespace openimr::review
