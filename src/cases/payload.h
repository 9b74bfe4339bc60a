// The content of a kept event, read fast: a case is loaded by reading all of them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

namespace openimr::cases {

struct Payload {
  std::string on, state, why;
  std::vector<std::string> starts, meets;
  nlohmann::json what = nlohmann::json::object();
};

// False where the text is no JSON object, lacks `on` or `state`, or has a part of another kind.
bool read_payload(std::string_view text, Payload& out);

}  // namespace openimr::cases
