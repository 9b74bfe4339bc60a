#include "server/api/wrong_fields.h"

#include <fmt/format.h>

namespace openimr::server {
namespace {

constexpr std::string_view kMissing = "missing: '";

}  // namespace

void WrongFields::add(const Error& error) {
  std::string field;
  std::string message = error.message;
  const auto colon = message.find(": ");
  if (colon != std::string::npos && !message.starts_with(kMissing)) {
    field = message.substr(0, colon);
    message.erase(0, colon + 2);
  }
  if (message.starts_with(kMissing)) {
    message = message.substr(kMissing.size(), message.find('\'', kMissing.size()) - kMissing.size());
    return add(field.empty() ? message : fmt::format("{}/{}", field, message), "This is missing.");
  }
  add(field, error.remedy.empty() ? message : fmt::format("{}. {}", message, error.remedy));
}

Problem WrongFields::problem() const {
  Problem out = unprocessable("fields", "Some fields are not as they must be.");
  out.more["fields"] = fields_;
  return out;
}

}  // namespace openimr::server
