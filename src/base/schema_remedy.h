// What a schema would take at a place where it refused something, as an instruction to whoever wrote the file.
#pragma once

#include <string>

#include <nlohmann/json.hpp>

namespace openimr {

// "Use one of: required, limit", "Write a day as YYYY-MM-DD" (the `description` of the schema there), "Write a list".
// Where the schema has several shapes for the place, those of all of them. Empty where it says nothing of the place.
std::string what_is_right(const nlohmann::json& schema, const std::string& pointer);

// "Keys here: id, title". Empty where any key may stand.
std::string keys_known(const nlohmann::json& schema, const std::string& pointer);

// Whether a value may have one of several shapes there.
bool is_choice(const nlohmann::json& schema, const std::string& pointer);

// Whether any of the shapes that the value may have there knows the key.
bool knows_key(const nlohmann::json& schema, const std::string& pointer, const std::string& key);

}  // namespace openimr
