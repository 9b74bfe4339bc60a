// Fields of a body that are not as they must be, all told at once, each by its place: "parties/0/role".
#pragma once

#include <string>

#include <nlohmann/json.hpp>

#include "server/http/problem.h"

namespace openimr::server {

class WrongFields {
 public:
  void add(const std::string& field, const std::string& message) {
    fields_.push_back({{"field", field}, {"message", message}});
  }
  bool empty() const { return fields_.empty(); }
  // 422 fields, as a body that breaks its schema is answered.
  Problem problem() const {
    Problem out = unprocessable("fields", "Some fields are not as they must be.");
    out.more["fields"] = fields_;
    return out;
  }

 private:
  nlohmann::json fields_ = nlohmann::json::array();
};

}  // namespace openimr::server
