// What an item is called where reviewers' exclusions and a programme's specialties name it.
#pragma once

#include <set>
#include <string>

#include "cases/case_need.h"
#include "vocabulary/vocabulary.h"

namespace openimr::office {

// From the kind to the very treatment: "surgery", "Surgery", "Surgery/Spine", "lumbar fusion".
cases::ItemNames item_names(const std::string& text, const vocabulary::Vocabulary& vocabulary);

// Every name that an item can have.
std::set<std::string> all_item_names(const vocabulary::Vocabulary& vocabulary);

}  // namespace openimr::office
