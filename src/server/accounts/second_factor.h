// The second factor: codes of six digits that change every 30 seconds (TOTP, RFC 6238, by liboath), as authenticator
// apps show them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "store/ids.h"

namespace openimr::server {

// A new key: 160 bits in base 32.
std::string new_second_factor();
// What authenticator apps read: "otpauth://totp/OpenIMR:iris?secret=...".
std::string otpauth_url(std::string_view account, std::string_view key);

// The step of 30 seconds that the moment lies in.
std::int64_t step_of(store::Instant now);
// The code of a step; empty where the key is none.
std::string code_of(std::string_view key, std::int64_t step, unsigned digits = 6);

// The step of which this is the code: the one of now, the one before or the one behind, for clocks that differ, and
// only one later than `last`, so that no code is used twice. Nothing where there is none.
std::optional<std::int64_t> step_of_code(std::string_view key, std::string_view code, store::Instant now,
                                         std::int64_t last);

}  // namespace openimr::server
