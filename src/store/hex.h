// Bytes as hexadecimal digits, in small letters.
#pragma once

#include <span>
#include <string>

#include <sodium.h>

namespace openimr::store {

inline std::string to_hex(std::span<const unsigned char> bytes) {
  std::string out(2 * bytes.size() + 1, '\0');
  sodium_bin2hex(out.data(), out.size(), bytes.data(), bytes.size());
  out.pop_back();
  return out;
}

}  // namespace openimr::store
