// The readers of the parts of a programme, one a file. Each fails with the file, the line and a remedy. Inside program/
// only.
#pragma once

#include <optional>
#include <vector>

#include "base/result.h"
#include "program/pack_rows.h"
#include "program/programme.h"

namespace openimr::program {

Result<std::vector<PartyRole>> read_parties(PackRows& rows);
// Whether every party that a list of the pack names is one of them.
Result<void> check_parties(const PackRows& rows, const std::vector<PartyRole>& parties);

// `programme` has its deadlines and ways of service already.
Result<std::vector<EligibilityRule>> read_eligibility(const PackRows& rows, const Programme& programme);
Result<std::optional<Panel>> read_panel(const PackRows& rows);
Result<std::vector<OutcomeWord>> read_outcomes(const PackRows& rows);
Result<std::vector<FeeRow>> read_fees(PackRows& rows, InForce always);
Result<std::vector<PenaltyRule>> read_penalties(PackRows& rows, const Programme& programme);
Result<std::vector<LetterPart>> read_letter_parts(PackRows& rows);
Result<std::vector<Recipient>> read_served(const PackRows& rows);
Result<std::vector<PublicationRow>> read_publication(PackRows& rows);

}  // namespace openimr::program
