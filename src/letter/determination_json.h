// A determination as JSON, in the shape of docs/formats.md (`openimr read --format jsonl`), and back.
#pragma once

#include <functional>

#include <nlohmann/json_fwd.hpp>

#include "base/result.h"
#include "determination/determination.h"

namespace openimr::letter {

// Page, text and box of a span in the document that the determination was read from.
using PlaceOf = std::function<Place(Span)>;

// `places` are left out where `place_of` is empty.
nlohmann::ordered_json to_json(const determination::Determination& determination, const PlaceOf& place_of = {});

// The same fields back; spans and places are not kept. Fails on the first field that is missing or of the wrong kind,
// named by its JSON path. `document` is for messages.
Result<determination::Determination> determination_from_json(const nlohmann::json& json, const std::string& document);

}  // namespace openimr::letter
