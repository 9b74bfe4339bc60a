#include "base/schema_remedy.h"

#include <algorithm>
#include <span>
#include <vector>

#include <fmt/format.h>

namespace openimr {
namespace {

using nlohmann::json;
using Path = std::span<const std::string>;

std::vector<std::string> parts_of(const std::string& pointer) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at < pointer.size();) {
    const std::size_t end = std::min(pointer.find('/', at + 1), pointer.size());
    out.push_back(pointer.substr(at + 1, end - at - 1));
    at = end;
  }
  return out;
}

void add_to(std::vector<std::string>& list, const std::string& text) {
  if (!text.empty() && std::find(list.begin(), list.end(), text) == list.end()) list.push_back(text);
}

// Every part of the schema that speaks of the value at the path. References and choices are followed.
void find_parts(const json& schema, const json& root, Path path, std::vector<const json*>& found) {
  if (!schema.is_object()) return;
  if (schema.contains("$ref")) {
    const json::json_pointer target(schema["$ref"].get<std::string>().substr(1));
    if (root.contains(target)) find_parts(root.at(target), root, path, found);
  }
  for (const char* choice : {"anyOf", "oneOf", "allOf"}) {
    if (!schema.contains(choice)) continue;
    for (const json& part : schema[choice]) find_parts(part, root, path, found);
  }
  if (path.empty()) {
    found.push_back(&schema);
  } else if (schema.contains("properties") && schema["properties"].contains(path[0])) {
    find_parts(schema["properties"][path[0]], root, path.subspan(1), found);
  } else if (schema.contains("items")) {
    find_parts(schema["items"], root, path.subspan(1), found);
  } else if (schema.contains("patternProperties")) {
    for (const json& part : schema["patternProperties"]) find_parts(part, root, path.subspan(1), found);
  }
}

std::vector<const json*> parts_at(const json& schema, const std::string& pointer) {
  const std::vector<std::string> path = parts_of(pointer);
  std::vector<const json*> found;
  find_parts(schema, schema, path, found);
  return found;
}

std::string shown(const json& value) {
  return value.is_string() ? value.get<std::string>() : value.dump();
}

std::string kind_of_value(const std::string& type) {
  if (type == "string") return "a text";
  if (type == "array") return "a list";
  if (type == "object") return "keys with their values";
  if (type == "number" || type == "integer") return type == "number" ? "a number" : "a whole number";
  if (type == "boolean") return "true or false";
  return type;  // null
}

}  // namespace

std::string what_is_right(const json& schema, const std::string& pointer) {
  std::vector<std::string> values;
  std::vector<std::string> kinds;
  std::vector<std::string> described;
  for (const json* part : parts_at(schema, pointer)) {
    if (part->contains("enum")) {
      for (const json& value : (*part)["enum"]) add_to(values, shown(value));
    } else if (part->contains("description") && part != &schema) {
      add_to(described, (*part)["description"].get<std::string>());
    } else if (part->contains("type")) {
      const json& types = (*part)["type"];
      for (const json& type : types.is_array() ? types : json::array({types})) add_to(kinds, kind_of_value(type));
    }
  }
  if (!values.empty()) return fmt::format("Use one of: {}", fmt::join(values, ", "));
  if (!described.empty()) return fmt::format("Write {}", described.front());
  return kinds.empty() ? "" : fmt::format("Write {}", fmt::join(kinds, " or "));
}

std::string keys_known(const json& schema, const std::string& pointer) {
  std::vector<std::string> keys;
  for (const json* part : parts_at(schema, pointer)) {
    if (!part->contains("properties") || !part->contains("additionalProperties")) continue;
    for (const auto& [key, value] : (*part)["properties"].items()) add_to(keys, key);
  }
  return keys.empty() ? "" : fmt::format("Keys here: {}", fmt::join(keys, ", "));
}

bool is_choice(const json& schema, const std::string& pointer) {
  const auto parts = parts_at(schema, pointer);
  return std::any_of(parts.begin(), parts.end(),
                     [](const json* part) { return part->contains("anyOf") || part->contains("oneOf"); });
}

bool knows_key(const json& schema, const std::string& pointer, const std::string& key) {
  const auto parts = parts_at(schema, pointer);
  return std::any_of(parts.begin(), parts.end(), [&](const json* part) {
    return part->contains("properties") && (*part)["properties"].contains(key);
  });
}

}  // namespace openimr
