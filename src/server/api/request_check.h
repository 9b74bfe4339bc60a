// checkRequest: what a request still lacks under the guideline, for whoever prepares it. Nothing of it is kept.
#pragma once

#include "server/api/routes.h"

namespace openimr::server {

// Anybody may ask, without signing in: so often a minute from one address of the network.
inline constexpr std::size_t kChecksAMinute = 30;

void add_check_route(Routes& routes);

}  // namespace openimr::server
