// Where a request comes from: by a secure connection or not, from our own pages or from another site.
#pragma once

#include <string_view>

#include "server/http/request.h"

namespace openimr::server {

// Whether the browser has a secure connection to us, or to what stands before us. `public_url` is how browsers reach
// the server ("https://imr.example"); empty: as they say themselves.
bool is_secure(const Request& request, std::string_view public_url);

// Whether the browser says that another site asked for this (Sec-Fetch-Site, Origin). Programs say neither.
bool is_from_another_site(const Request& request, std::string_view public_url);

}  // namespace openimr::server
