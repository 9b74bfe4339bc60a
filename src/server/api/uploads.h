// Files on their way in, piece by piece: what was acknowledged is on disk, and goes on where it stopped after a lost
// connection or a killed server.
//
// An upload is a folder of files beside the store: what it is (JSON), and the bytes so far. It belongs to the account
// that began it, and is forgotten after two days.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "server/accounts/accounts.h"

namespace openimr::server {

struct Upload {
  std::string id;
  std::string account, case_number;
  std::string name;  // as the sender calls it, made harmless
  std::string from;  // the party, by its role
  std::uint64_t size = 0;
  std::uint64_t offset = 0;  // bytes that are kept
};

class Uploads {
 public:
  explicit Uploads(std::filesystem::path folder);

  Result<Upload> begin(const Upload& upload, const std::string& key, Instant now);
  // Fails with not_found where there is none of this account and case.
  Result<Upload> find(std::string_view id, std::string_view account, std::string_view case_number) const;
  // Adds bytes at the offset, and syncs them. Fails with wrong_use where the offset is another or they are too many.
  Result<Upload> add(const Upload& upload, std::uint64_t offset, std::string_view bytes);
  Result<void> remove(const Upload& upload);
  std::filesystem::path file_of(const Upload& upload) const;
  // Those begun more than two days ago are removed.
  void forget_old(Instant now);

 private:
  std::filesystem::path folder_;
};

}  // namespace openimr::server
