// What a client asks, as a handler sees it: whole, decoded and within the limits.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "server/http/fields.h"
#include "server/http/method.h"

namespace openimr::server {

struct Request {
  Method method = Method::get;  // a HEAD comes as HEAD to the handler of GET; its body is left out by the server
  std::string path;             // decoded once: "/api/cases/CM00-0000000"; no "..", no control character, valid UTF-8
  Fields parameters;            // of the path, by the names of the route's pattern: parameters["number"]
  Fields query;                 // decoded, in order
  Headers headers;
  std::string body;
  std::string peer;          // the client's IP address
  std::string id;            // made here, also in the answer's X-Request-Id and in the log
  std::string_view pattern;  // of the route: "/api/cases/{number}"; what logs and metrics may show
  bool secure = false;       // it came by TLS

  // The first cookie of this name.
  std::optional<std::string_view> cookie(std::string_view name) const;
};

}  // namespace openimr::server
