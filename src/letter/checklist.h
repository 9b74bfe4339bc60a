// What a request still lacks, before anybody reviews it: per item what the guideline asks, what of it the records
// document and where, and what is to add. For the treating physician and the utilization review nurse.
#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

#include "determination/draft.h"

namespace openimr::letter {

// Whether every item is addressed by a loaded guideline and nothing that decides is missing or speaks against it.
bool is_complete(const determination::Draft& draft);

// For the screen, in lines of at most `width` characters.
std::string checklist(const determination::Draft& draft, int width);
// The same as data: `items[]` with `text`, `addressed`, `complete`, `citations`, `documented[]`, `missing[]`,
// `against[]`.
nlohmann::ordered_json checklist_json(const determination::Draft& draft);

}  // namespace openimr::letter
