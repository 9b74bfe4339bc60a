// The API as api/openapi.yaml describes it: what requests are held to.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "base/result.h"
#include "server/http/problem.h"

namespace openimr::server {

class Description {
 public:
  // Reads the file. Fails as read_yaml() does, and with invalid where it describes no operation.
  static Result<Description> read(const std::string& file);

  const std::string& text() const { return text_; }
  const nlohmann::json& value() const { return value_; }

  // The body of a request for an operation ("recordEvent"), if it is JSON and as the schema wants it; else the problem:
  // 415 or 400, or 422 with every field that is wrong. An operation without a body takes an empty one.
  tl::expected<nlohmann::json, Problem> body(std::string_view operation, const Request& request) const;

  // The schema of the JSON that an operation answers with a status, with all that it refers to; nothing where it
  // answers none.
  std::optional<nlohmann::json> answer_schema(std::string_view operation, int status) const;
  // The operation of a method and a pattern ("/api/cases/{number}"), or empty.
  std::string operation_of(std::string_view method, std::string_view pattern) const;

 private:
  std::string text_;
  nlohmann::json value_;
  std::map<std::string, nlohmann::json, std::less<>> operations_;  // by operationId, with method and path
  std::map<std::string, nlohmann::json, std::less<>> bodies_;      // schemas by operationId, whole
};

}  // namespace openimr::server
