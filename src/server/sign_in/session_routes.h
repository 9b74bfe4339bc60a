// /api/session: signing in and out, one's own session and password, and sign-in by OpenID Connect.
#pragma once

#include "server/api/routes.h"

namespace openimr::server {

void add_session_routes(Routes& routes);

}  // namespace openimr::server
