// The places in a program's JSON, and whether they say what stands there.
#pragma once

#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "base/data.h"

namespace openimr::testing {

// Every object with document, begin, end and text, at any depth.
inline void collect_places(const nlohmann::json& value, std::vector<nlohmann::json>& out) {
  if (value.is_object() && value.contains("document") && value.contains("begin")) out.push_back(value);
  if (!value.is_structured()) return;
  for (const auto& part : value) collect_places(part, out);
}

inline std::vector<nlohmann::json> places_in(const nlohmann::json& value) {
  std::vector<nlohmann::json> out;
  collect_places(value, out);
  return out;
}

// How a value breaks a schema, a line each; empty where it holds.
inline std::string broken_schema(const nlohmann::json& value, const nlohmann::json& schema) {
  std::string out;
  const DataFile data{.file = "output", .text = "", .value = value, .marks = {}};
  for (const Error& error : check_schema(data, schema)) out += error.to_string() + "\n";
  return out;
}

}  // namespace openimr::testing
