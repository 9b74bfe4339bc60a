// The cookies of signing in. No script sees them, no other site's request carries the session's, and where the
// connection is secure they are bound to this host (prefix __Host-).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "server/http/request.h"

namespace openimr::server {

struct Cookie {
  std::string_view name;
  bool from_other_sites;  // sent when another site's link leads here: only while the issuer sends the browser back
  int seconds;            // kept so long; 0: until the browser is closed
};
inline constexpr Cookie kSessionCookie{"openimr_session", false, 0};
inline constexpr Cookie kOpenIdCookie{"openimr_openid", true, 600};

// Values of Set-Cookie. The value must be of letters, digits, '-' and '_'.
std::string set_cookie(const Cookie& cookie, std::string_view value, bool secure);
std::string clear_cookie(const Cookie& cookie, bool secure);
// What the request brought; empty: nothing.
std::string_view value_of(const Cookie& cookie, const Request& request, bool secure);

}  // namespace openimr::server
