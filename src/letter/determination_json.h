// A determination as JSON, one object: what `openimr read --format jsonl` prints a line of and `openimr write` takes
// (docs/formats.md; the schema is packs/schema/determination.schema.json).
#pragma once

#include <functional>

#include <nlohmann/json_fwd.hpp>

#include "base/result.h"
#include "determination/determination.h"

namespace openimr::letter {

// Page, text and box of a span in the document that the determination was read from.
using PlaceOf = std::function<Place(Span)>;

// What the determination does not state is null. `places` name only fields that have a span, and stand in the JSON only
// where `place_of` is given; those of summary and rationale are without their text, which stands in the field itself.
nlohmann::ordered_json to_json(const determination::Determination& letter, const PlaceOf& place_of = {});

// The same fields back; spans and places are not kept. Keys that nobody here knows are passed over, a field that is
// left out is not stated. Fails on the first field, in the order of the format, that is missing (an item needs its text
// and its decision), of the wrong kind or too large (500 items, 4 MiB a text), named by its path: "items[0].decision".
// A draft, the JSON of `openimr review`, is refused. `document` is for messages: the file that the JSON came from.
Result<determination::Determination> determination_from_json(const nlohmann::json& json, const std::string& document);

}  // namespace openimr::letter
