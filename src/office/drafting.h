// The draft of a case of the store: prepared from its records, and what it says. It decides nothing.
#pragma once

#include <string>

#include <nlohmann/json.hpp>

#include "determination/draft.h"
#include "office/engine.h"
#include "office/office.h"
#include "records/record_reader.h"

namespace openimr::office {

// The records of a case and what follows from them, as of the day of `found`.
Result<Reviewed> review_of(Office& office, const Engine& engine, records::RecordReader& reader, const FoundCase& found,
                           std::vector<Error>& problems);

// Keeps the draft of such a review as data, and records the event draft-prepared.
Result<cases::Case> keep_draft(Office& office, const FoundCase& found, const Reviewed& reviewed,
                               cases::CaseEvent event);

// The draft as data (docs/formats.md, review --format json). Fails with not_found where the case has none.
Result<nlohmann::json> draft_of(store::Store& store, const cases::Case& c);

// What a draft says of an item of the case (from 0); null where it says nothing. A draft holds those items alone that
// were open when it was made.
const nlohmann::json* item_of_draft(const nlohmann::json& draft, const cases::Case& c, std::size_t item);

// What the draft says of an item, as it goes into a decision: {rationale, citation}.
nlohmann::json words_of(const nlohmann::json& item_of_draft);
std::string summary_of(const nlohmann::json& draft);

// The same for an item (from 1) of which the draft proposes this decision. Fails with wrong_use where it proposes
// another, or the reviewers' own findings are still to come.
Result<nlohmann::json> words_of_draft(store::Store& store, const cases::Case& c, std::size_t item,
                                      const std::string& decision);

}  // namespace openimr::office
