// Files of keys: a key a line, "KIND ID HEX", and comments behind '#'. A file of secret keys is for its owner alone
// (mode 0600); one that others can read is refused.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "store/ids.h"

namespace openimr::store {

// 32 bytes that only their owner knows; wiped when they go.
struct Secret {
  std::array<unsigned char, Hash::kSize> bytes{};
  static Secret fresh();
  Secret() = default;
  Secret(const Secret&) = default;
  Secret& operator=(const Secret&) = default;
  ~Secret() { sodium_memzero(bytes.data(), bytes.size()); }
};

struct NamedKey {
  std::string id;  // the first 16 digits of the hash of kind and key: a mistyped key is found
  Secret key;
};

std::string key_id(std::string_view kind, const Secret& key);

// Fails with not_found, unreadable (rights), or invalid with the line that is wrong; never shows a key.
Result<std::vector<NamedKey>> read_keys(const std::filesystem::path& file, std::string_view kind, bool secret);

// Writes the file whole or not at all, mode 0600 where secret. With `fresh` a file that is there stays, and is an
// error.
Result<void> write_keys(const std::filesystem::path& file, std::string_view kind, const std::vector<NamedKey>& keys,
                        bool secret, bool fresh);

}  // namespace openimr::store
