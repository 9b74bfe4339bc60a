// A case as data (docs/formats.md, openimr case show). It holds names of parties and ids of reviewers: it is for the
// organization, and for nobody outside.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "cases/case.h"
#include "cases/ledger.h"

namespace openimr::cases {

nlohmann::ordered_json to_json(const program::Programme& programme, const Case& c, const program::Moment& now);
nlohmann::ordered_json to_json(const KeptEvent& event);

// Whether the draft's decision on an item may be shown: every reviewer has recorded their own finding on it, or the
// reviewers are done.
bool shows_draft(const Case& c, const Item& item);

}  // namespace openimr::cases
