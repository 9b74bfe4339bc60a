#include "server/api/description.h"

#include <set>

#include <fmt/format.h>

#include "base/ascii.h"
#include "base/data.h"
#include "server/api/wrong_fields.h"

namespace openimr::server {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kMostBytes = 4U << 20U;
constexpr std::string_view kJson = "application/json";
constexpr std::string_view kProblem = "application/problem+json";

// The names of the schemas that a value refers to.
void collect(const Json& value, std::set<std::string>& names) {
  constexpr std::string_view kSchemas = "#/components/schemas/";
  if (value.is_object()) {
    if (const auto ref = value.find("$ref"); ref != value.end()) {
      const auto text = ref->get<std::string>();
      if (text.starts_with(kSchemas)) names.insert(text.substr(kSchemas.size()));
    }
  }
  if (value.is_structured()) {
    for (const Json& each : value) collect(each, names);
  }
}

// A schema that stands alone: with the components that it needs.
Json whole(Json schema, const Json& description) {
  std::set<std::string> known;
  std::set<std::string> wanted;
  collect(schema, wanted);
  Json parts = Json::object();
  while (wanted != known) {
    const std::set<std::string> now = wanted;
    for (const std::string& name : now) {
      if (!known.insert(name).second) continue;
      parts[name] = description.at("components").at("schemas").at(name);
      collect(parts[name], wanted);
    }
  }
  if (!parts.empty()) schema["components"]["schemas"] = std::move(parts);
  return schema;
}

// What stands at the end of a reference within the description.
const Json& resolved(const Json& value, const Json& description) {
  const auto ref = value.find("$ref");
  if (ref == value.end()) return value;
  return resolved(description.at(Json::json_pointer(ref->get<std::string>().substr(1))), description);
}

const Json* json_schema(const Json& content, std::string_view type) {
  const auto found = content.find(type);
  if (found == content.end() || !found->contains("schema")) return nullptr;
  return &found->at("schema");
}

}  // namespace

Result<Description> Description::read(const std::string& file) {
  auto text = read_file(file, kMostBytes);
  if (!text) return fail(text.error());
  auto data = read_yaml(*text, file);
  if (!data) return fail(data.error());
  Description out;
  out.text_ = std::move(*text);
  out.value_ = std::move(data->value);
  const auto paths = out.value_.find("paths");
  if (paths == out.value_.end() || !paths->is_object())
    return fail({ErrorCode::invalid, "describes no operation", "", file, 0, 0, "Use api/openapi.yaml."});
  for (const auto& [path, methods] : paths->items()) {
    for (const auto& [method, operation] : methods.items()) {
      if (!operation.is_object() || !operation.contains("operationId")) continue;
      const auto id = operation.at("operationId").get<std::string>();
      Json kept = operation;
      kept["method"] = method;
      kept["path"] = path;
      if (operation.contains("requestBody")) {
        const Json& content = resolved(operation.at("requestBody"), out.value_).at("content");
        if (const Json* schema = json_schema(content, kJson)) out.bodies_[id] = whole(*schema, out.value_);
      }
      out.operations_[id] = std::move(kept);
    }
  }
  return out;
}

tl::expected<Json, Problem> Description::body(std::string_view operation, const Request& request) const {
  const auto schema = bodies_.find(operation);
  if (schema == bodies_.end()) return Json::object();
  const Json& described = resolved(operations_.find(operation)->second.at("requestBody"), value_);
  if (request.body.empty() && !described.value("required", false)) return Json::object();
  const std::string_view type = request.headers["Content-Type"];
  if (!type.starts_with(kJson))
    return tl::unexpected(
        Problem{415, "unsupported_media_type", "", "Send JSON, with Content-Type: application/json."});
  DataFile data;
  data.value = Json::parse(request.body, nullptr, false);
  if (data.value.is_discarded()) return tl::unexpected(bad_request("The body is no JSON."));
  const auto problems = check_schema(data, schema->second);
  if (problems.empty()) return std::move(data.value);
  WrongFields wrong;
  for (const Error& error : problems) wrong.add(error);
  return tl::unexpected(wrong.problem());
}

std::optional<Json> Description::answer_schema(std::string_view operation, int status) const {
  const auto found = operations_.find(operation);
  if (found == operations_.end()) return {};
  const Json& answers = found->second.at("responses");
  const std::string number = std::to_string(status);
  const Json& answer = resolved(answers.contains(number) ? answers.at(number) : answers.at("default"), value_);
  if (!answer.contains("content")) return {};
  for (const std::string_view type : {kJson, kProblem}) {
    if (const Json* schema = json_schema(answer.at("content"), type)) return whole(*schema, value_);
  }
  return {};
}

std::string Description::operation_of(std::string_view method, std::string_view pattern) const {
  for (const auto& [id, operation] : operations_) {
    if (operation.at("path") == pattern &&
        same_name(operation.at("method").get<std::string>(), method, Names::any_case))
      return id;
  }
  return {};
}

}  // namespace openimr::server
