// Reviewers from a file: a JSON list, or an object on each line.
#pragma once

#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "base/result.h"
#include "cases/reviewer.h"

namespace openimr::cases {

// `schema` is packs/schema/reviewer.schema.json, which knows the states and the types of licences. Every problem is put
// into `problems` with file, line and remedy (a key or a value that is not known, a day that does not exist, an end
// before its beginning, an id given twice); where there are any, it fails with the first. At most 100,000 reviewers or
// 64 MB.
Result<std::vector<Reviewer>> reviewers_from_json(const std::string& text, const std::string& file,
                                                  const nlohmann::json& schema, std::vector<Error>& problems);

}  // namespace openimr::cases
