// Names of requests, for the log and the person who asks about one.
#pragma once

#include <string>

namespace openimr::server {

// 16 hexadecimal digits, at random.
std::string new_request_id();

}  // namespace openimr::server
