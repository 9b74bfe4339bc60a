// The media type of a file by the end of its name.
#pragma once

#include <string_view>

namespace openimr::server {

// ".css" -> "text/css; charset=utf-8"; "application/octet-stream" where it is not known.
std::string_view media_type_of(std::string_view extension);

}  // namespace openimr::server
