// A reviewer's credentials as a letter prints them, which names nobody: "California" and "Pain Medicine".
#pragma once

#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "cases/qualification.h"

namespace openimr::cases {

struct Credentials {
  std::vector<std::string> licences;        // states of usable licences, by name, each once
  std::vector<std::string> certifications;  // specialties and subspecialties that run; where none does, the titles of
                                            // usable licences ("Chiropractor")
};

// `state_names` is {"CA": "California", ...} (packs/schema/reviewer.schema.json).
Credentials credentials_of(const program::ReviewerRules& rules, const Reviewer& reviewer, Date day,
                           const nlohmann::json& state_names);

}  // namespace openimr::cases
