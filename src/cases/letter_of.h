// The determination of a case as its letter says it: from what the reviewers decided and nothing else. The list of
// documents reviewed is the list of the records, so it is complete by construction. No reviewer's name or id is in it.
#pragma once

#include "cases/case.h"
#include "determination/determination.h"
#include "letter/reading/citations.h"

namespace openimr::cases {

// `decided` is the day of the determination. An item that its reviewers have not all decided is in it as not decided.
// Where several reviewers decided, the analyses of all of them stand in the rationale. Items whose review ended are
// left out.
determination::Determination determination_of(const program::Programme& programme, const Case& c,
                                              const letter::CitationReader& citations, Date decided);

}  // namespace openimr::cases
