// The invented determination that the examples hold, and others made from it.
#pragma once

#include <stdexcept>
#include <string>

#include <nlohmann/json.hpp>

#include "letter/determination_json.h"
#include "support/engine.h"

namespace openimr::testing {

inline nlohmann::json invented_json() {
  return nlohmann::json::parse(read_whole(source_dir() / "examples" / "determinations" / "invented.json"));
}

inline determination::Determination determination_of(const nlohmann::json& json) {
  auto out = letter::determination_from_json(json, "invented.json");
  if (!out) throw std::runtime_error(out.error().to_string());
  return std::move(*out);
}

inline determination::Determination invented() {
  return determination_of(invented_json());
}

}  // namespace openimr::testing
