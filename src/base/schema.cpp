// valijson's headers are heavy; this is the only source that includes them.
#include <memory>
#include <set>
#include <utility>
#include <vector>

#include <fmt/core.h>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include "base/data.h"
#include "base/schema_remedy.h"

namespace openimr {
namespace {

// valijson names a place as {"<root>", "[dates]", "[0]"}.
std::string to_pointer(const std::vector<std::string>& context) {
  std::string pointer;
  for (const std::string& part : context) {
    if (part.size() >= 2 && part.front() == '[') pointer += "/" + part.substr(1, part.size() - 2);
  }
  return pointer;
}

// valijson reports an unknown key at the object around it, and names the key last: "... constraints: 'sauce'.".
std::string unknown_key(const std::string& description) {
  constexpr std::string_view kOpening = "constraints: '";
  const std::size_t at = description.rfind(kOpening);
  if (!description.starts_with("Object contains a property") || at == std::string::npos) return "";
  const std::size_t key = at + kOpening.size();
  return description.substr(key, description.rfind('\'') - key);
}

constexpr std::string_view kNoShape = "none of the shapes that are known here";

// What valijson reports, in words for whoever wrote the file.
std::string plain(const std::string& description) {
  static const std::vector<std::pair<std::string_view, std::string_view>> kPlain = {
      {"Value type not permitted", "not the kind of value that belongs here"},
      {"Failed to match regex", "not written as it must be"},
      {"Failed to match against any enum", "none of the values that are known here"},
      {"Failed to match expected value", "not the value that belongs here"},
      {"Array should contain no fewer", "too few entries"},
      {"Array should contain no more", "too many entries"},
      {"Array items", "the same entry twice"},
      {"String should be no fewer", "too short"},
      {"String should be no more", "too long"},
      {"Elements at indexes", "the same entry twice"},
      {"Failed to validate against any child schemas", kNoShape},
      {"Failed to validate against child schema", kNoShape},
      {"Failed to validate against any schemas", kNoShape},
      {"Target should not validate", "keys that do not go together"},
      {"Value ", "outside the range that is allowed"},
      {"Expected number", "outside the range that is allowed"}};
  for (const auto& [reported, words] : kPlain) {
    if (description.starts_with(reported)) return std::string(words);
  }
  constexpr std::string_view kMissing = "Missing required property ";
  if (description.starts_with(kMissing)) {
    std::string key = description.substr(kMissing.size());
    while (key.ends_with('.')) key.pop_back();
    return "missing: " + key;
  }
  return description;
}

std::string shown(const nlohmann::json& root, const std::string& pointer) {
  try {
    const auto& value = root.at(nlohmann::json::json_pointer(pointer));
    return value.is_primitive() ? value.dump() : "";
  } catch (const nlohmann::json::exception&) {
    return "";
  }
}

// valijson matches patterns with std::regex, whose depth grows with the text until the stack ends. Nothing that has a
// pattern is near this long.
constexpr std::size_t kLongestMatched = 2048;

void find_too_long(const nlohmann::json& value, const nlohmann::json& schema, const nlohmann::json& root,
                   const std::string& pointer, std::vector<std::string>& found) {
  if (!schema.is_object()) return;
  if (value.is_string()) {
    if (schema.contains("pattern") && value.get_ref<const std::string&>().size() > kLongestMatched)
      found.push_back(pointer);
  } else if (value.is_object() && schema.contains("properties")) {
    for (const auto& [key, part] : schema["properties"].items()) {
      if (value.contains(key)) find_too_long(value[key], part, root, pointer + "/" + key, found);
    }
  } else if (value.is_array() && schema.contains("items")) {
    for (std::size_t i = 0; i < value.size(); ++i)
      find_too_long(value[i], schema["items"], root, fmt::format("{}/{}", pointer, i), found);
  }
  if (schema.contains("$ref")) {
    const nlohmann::json::json_pointer target(schema["$ref"].get<std::string>().substr(1));
    find_too_long(value, root.at(target), root, pointer, found);
  }
  for (const char* choice : {"anyOf", "oneOf", "allOf"}) {
    if (!schema.contains(choice)) continue;
    for (const auto& part : schema[choice]) find_too_long(value, part, root, pointer, found);
  }
}

// The schema as valijson has it. The last one of a thread is kept: a program checks many files against one schema.
const valijson::Schema& compile(const nlohmann::json& schema) {
  struct Kept {
    nlohmann::json source;
    std::unique_ptr<valijson::Schema> compiled;
  };
  static thread_local Kept kept;
  if (kept.compiled == nullptr || kept.source != schema) {
    kept.compiled = std::make_unique<valijson::Schema>();
    valijson::SchemaParser().populateSchema(valijson::adapters::NlohmannJsonAdapter(schema), *kept.compiled);
    kept.source = schema;
  }
  return *kept.compiled;
}

// A problem at a place of the file. One of its shape says only that no shape fits: whatever is said of a part of it
// says more.
struct Reported {
  std::string pointer;
  bool is_of_shape = false;
  Error error;
};

Reported read_report(const valijson::ValidationResults::Error& found, const DataFile& data,
                     const nlohmann::json& schema) {
  std::string pointer = to_pointer(found.context);
  std::string message = plain(found.description);
  std::string offending = shown(data.value, pointer);
  std::string remedy = what_is_right(schema, pointer);
  constexpr std::string_view kLacks = "missing: ";
  const std::string key = unknown_key(found.description);
  // Where a value may have several shapes, one of them lacks what another has: that is no mistake of the key.
  const bool of_another_shape =
      is_choice(schema, pointer) && (message.starts_with(kLacks) || (!key.empty() && knows_key(schema, pointer, key)) ||
                                     (offending.empty() && found.description.starts_with("Value type")));
  if (of_another_shape) {
    message = kNoShape;
  } else if (!key.empty()) {
    remedy = keys_known(schema, pointer);
    pointer += "/" + key;
    message = "no such key here";
    offending = key;
  } else if (message.starts_with(kLacks)) {
    remedy = fmt::format("Add {}", message.substr(kLacks.size()));
  } else if (message == "the same entry twice") {
    remedy = "Keep one of them";
  } else if (message == "keys that do not go together") {
    remedy.clear();
  }
  const bool is_of_shape = message == kNoShape;
  if (!pointer.empty()) message = fmt::format("{}: {}", pointer.substr(1), message);
  const Mark mark = data.mark(pointer);
  return {pointer, is_of_shape,
          Error{ErrorCode::invalid, std::move(message), std::move(offending), data.file, mark.line, mark.column,
                std::move(remedy)}};
}

}  // namespace

std::vector<Error> check_schema(const DataFile& data, const nlohmann::json& schema) {
  std::vector<Error> problems;
  std::vector<std::string> too_long;
  find_too_long(data.value, schema, schema, "", too_long);
  for (const std::string& pointer : too_long) {
    const Mark mark = data.mark(pointer);
    problems.push_back(
        {ErrorCode::invalid,
         fmt::format("{}: longer than {} bytes", pointer.empty() ? pointer : pointer.substr(1), kLongestMatched), "",
         data.file, mark.line, mark.column, "Shorten it"});
  }
  if (!problems.empty()) return problems;
  const valijson::Schema& compiled = compile(schema);
  valijson::ValidationResults results;
  static thread_local valijson::Validator validator;  // it keeps the patterns that it has compiled
  if (validator.validate(compiled, valijson::adapters::NlohmannJsonAdapter(data.value), &results)) return problems;
  std::vector<Reported> reported;
  valijson::ValidationResults::Error found;
  while (results.popError(found)) {
    // A broken part is reported again by every value around it; the innermost report says it best.
    const bool outer = found.description.starts_with("Failed to validate against schema associated with property") ||
                       found.description.starts_with("Failed to validate item");
    if (!outer) reported.push_back(read_report(found, data, schema));
  }
  std::set<std::string> told;  // one problem a value: the first says enough
  for (Reported& report : reported) {
    const bool better = report.is_of_shape && std::any_of(reported.begin(), reported.end(), [&](const Reported& other) {
                          return !other.is_of_shape &&
                                 (other.pointer == report.pointer || other.pointer.starts_with(report.pointer + "/"));
                        });
    if (!better && told.insert(report.pointer).second) problems.push_back(std::move(report.error));
  }
  return problems;
}

}  // namespace openimr
