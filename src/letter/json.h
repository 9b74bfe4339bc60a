// Drafts and facts as JSON, in the shapes of docs/formats.md; their schemas are packs/schema/review.schema.json and
// fact.schema.json.
#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

#include "determination/draft.h"
#include "facts/fact.h"

namespace openimr::letter {

nlohmann::ordered_json to_json(const determination::Draft& draft);
nlohmann::ordered_json to_json(const facts::Fact& fact);
nlohmann::ordered_json to_json(const records::ParsedItem& item);
// A citation has `says` only where it is cited for a rule; a place has `box` only where its page has a layout.
nlohmann::ordered_json to_json(const determination::Citation& citation);
nlohmann::ordered_json to_json(const Place& place);

}  // namespace openimr::letter
