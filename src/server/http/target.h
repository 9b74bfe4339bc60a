// What a request is for: the path and the query of its target (RFC 9112, section 3.2), percent-decoded once.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "server/http/fields.h"

namespace openimr::server {

struct Target {
  std::string path;  // begins with '/'
  Fields query;      // "+" is a space; a name without "=" has an empty value
};

// Reads "/path?query" or "http://host/path?query". Fails with `invalid` where it is neither, a percent sign is not
// followed by two digits, the path decoded has a part "." or "..", a slash or backslash within a part, a control
// character, or where either is no UTF-8, or there are more than 100 values in the query.
Result<Target> read_target(std::string_view raw);

}  // namespace openimr::server
