// What a case asks of its reviewer, for the assignment of a day.
#pragma once

#include <string>
#include <vector>

#include "cases/assignment.h"
#include "cases/case.h"

namespace openimr::cases {

// The names of an item: its kind, category, category/subcategory and concept, as the vocabulary knows them ("surgery",
// "Surgery", "Surgery/Spine", "lumbar fusion"). The programme's `specialties` and reviewers' exclusions name the same.
using ItemNames = std::vector<std::string>;

// Whether the state of the case lets a reviewer be asked and fewer have been than it needs.
bool wants_reviewer(const program::Programme& programme, const Case& c);

// The specialties of those who treat the items, the best first: those that more of the items want, then those that an
// item wants more. Each item wants what the first row of the programme that names it says; none: any.
std::vector<std::string> specialties_wanted(const program::ReviewerRules& rules, const std::vector<ItemNames>& items,
                                            Date day);

std::vector<Party> parties_of(const Case& c);

// `items` are those of the case that are open. Whoever is or was a reviewer of the case is not asked again.
CaseNeed need_of(const program::Programme& programme, const Case& c, const std::vector<ItemNames>& items, Date day);

}  // namespace openimr::cases
