// ID tokens of OpenID Connect, verified by libcjose.
#pragma once

#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "base/result.h"
#include "store/ids.h"

namespace openimr::server {

struct IdTokenWanted {
  std::string issuer;
  std::string client;
  std::string nonce;
};

// The claims of a token that one of the issuer's keys signed (RS256 or ES256, and nothing else), for us, for this
// question, and now: iss, aud (and azp), nonce, exp, iat. Clocks may differ by a minute. Fails with wrong_use and which
// of them does not hold, never with what the token says; with not_found where no key fits, since keys change.
Result<nlohmann::json> claims_of(std::string_view token, std::string_view keys, const IdTokenWanted& wanted,
                                 store::Instant now);

}  // namespace openimr::server
