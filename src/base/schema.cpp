// valijson's headers are heavy; this is the only source that includes them.
#include <fmt/core.h>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include "base/data.h"

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

std::string shown(const nlohmann::json& root, const std::string& pointer) {
  try {
    const auto& value = root.at(nlohmann::json::json_pointer(pointer));
    return value.is_primitive() ? value.dump() : "";
  } catch (const nlohmann::json::exception&) {
    return "";
  }
}

}  // namespace

std::vector<Error> check_schema(const DataFile& data, const nlohmann::json& schema) {
  valijson::Schema compiled;
  valijson::SchemaParser().populateSchema(valijson::adapters::NlohmannJsonAdapter(schema), compiled);
  valijson::ValidationResults results;
  valijson::Validator validator;
  std::vector<Error> problems;
  if (validator.validate(compiled, valijson::adapters::NlohmannJsonAdapter(data.value), &results)) return problems;
  valijson::ValidationResults::Error found;
  while (results.popError(found)) {
    std::string pointer = to_pointer(found.context);
    std::string message = found.description;
    std::string offending = shown(data.value, pointer);
    if (const std::string key = unknown_key(message); !key.empty()) {
      pointer += "/" + key;
      message = "no such key here";
      offending = key;
    }
    const Mark mark = data.mark(pointer);
    Error error{ErrorCode::invalid, std::move(message), std::move(offending), data.file, mark.line, mark.column, ""};
    if (!pointer.empty()) error.message = fmt::format("{}: {}", pointer.substr(1), error.message);
    // A broken part is reported again by every value around it; the innermost report says it best.
    const bool outer = found.description.starts_with("Failed to validate against schema associated with property") ||
                       found.description.starts_with("Failed to validate item");
    if (!outer) problems.push_back(std::move(error));
  }
  return problems;
}

}  // namespace openimr
