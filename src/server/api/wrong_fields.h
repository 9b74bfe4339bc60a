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
  // What check_schema() or a reader of data found: its message begins with the field. Where one is missing, it is named
  // and not the object that lacks it.
  void add(const Error& error);
  bool empty() const { return fields_.empty(); }
  // 422 fields.
  Problem problem() const;

 private:
  nlohmann::json fields_ = nlohmann::json::array();
};

// 422 fields, of one field.
inline Problem wrong_field(const std::string& field, const std::string& message) {
  WrongFields out;
  out.add(field, message);
  return out.problem();
}

}  // namespace openimr::server
