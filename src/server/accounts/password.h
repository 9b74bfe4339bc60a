// Passwords: what may be one, and their hashes (Argon2id by libsodium).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/result.h"

namespace openimr::server {

// What a hash costs whoever makes or checks one. A check costs what the hash was made with.
struct PasswordCost {
  unsigned long long passes = 3;
  std::size_t bytes = 64U << 20U;
  static PasswordCost for_tests() { return {1, 64U << 10U}; }
};

inline constexpr std::size_t kShortestPassword = 12;  // characters
inline constexpr std::size_t kLongestPassword = 200;

// Fails with wrong_use where it is too short, too long, none of Unicode's text, the account's id or name, or very
// common. The message never holds it.
Result<void> check_password(std::string_view password, std::string_view account, std::string_view name);

// Fails with unavailable where the memory is not to be had.
Result<std::string> hash_password(std::string_view password, PasswordCost cost);
// Takes the same time whether it fits or not; an empty hash (no such account, no password) is never fitting, and costs
// what one of `cost` does.
bool password_fits(std::string_view password, const std::string& hash, PasswordCost cost);

}  // namespace openimr::server
