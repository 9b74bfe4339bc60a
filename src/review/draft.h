// From facts and rules to a draft determination.
#pragma once

#include <string>

#include "base/result.h"
#include "determination/draft.h"
#include "facts/fact.h"
#include "guidelines/library.h"
#include "records/case_file.h"

namespace openimr::review {

// Drafts the whole case. `packs` is the version of the packs, kept in the draft. Fails where no edition of any
// guideline was in force on the day that decides an item; an item that no guideline addresses is no failure but drafted
// as such.
Result<determination::Draft> draft(const records::CaseFile& file, const facts::Facts& facts,
                                   const guidelines::Library& library, const vocabulary::Vocabulary& vocabulary,
                                   const std::string& packs);

}  // namespace openimr::review
