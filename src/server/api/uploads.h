// Files on their way in, piece by piece: what was acknowledged is on disk, and goes on where it stopped after a lost
// connection or a killed server.
//
// An upload is two files in a folder beside the store: ID.json, what it is and how many bytes are kept, and ID.part,
// the bytes. ID.json is only ever replaced whole, after the bytes it counts are on disk; what stands in ID.part beyond
// them came with a piece that was never acknowledged, and is written over by the next. An upload belongs to the account
// that began it, and is forgotten after two days. Several processes may work on one folder.
//
// Every function may fail with unavailable, where the disk does not do it now.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <mutex>
#include <string>
#include <string_view>

#include "server/accounts/accounts.h"

namespace openimr::server {

struct Upload {
  std::string id{};  // 256 random bits, as letters
  std::string account, case_number;
  std::string name;  // as the sender calls it, made harmless
  std::string from;  // the party, by its role; empty: not said yet
  std::uint64_t size = 0;
  std::uint64_t offset = 0;  // bytes that are kept
  Instant begun{};

  bool is_whole() const { return offset == size; }
};

inline constexpr std::chrono::hours kUploadKept{48};

struct UploadLimits {
  int open = 50;                                 // uploads of an account
  std::uint64_t bytes_of_account = 8ULL << 30U;  // that its open uploads may come to
  std::uint64_t bytes = 64ULL << 30U;            // and those of all accounts
};

class Uploads {
 public:
  explicit Uploads(std::filesystem::path folder, UploadLimits limits = {});

  // A new upload without bytes, with an id. With a key that was used for one of this account and case which is still
  // there: that one. Fails with wrong_use where the account has too many open, or the key is that of another file; with
  // unavailable where all uploads together are too many bytes.
  Result<Upload> begin(Upload upload, const std::string& key, Instant now);
  // Fails with not_found where there is none of this account and case.
  Result<Upload> find(std::string_view id, std::string_view account, std::string_view case_number) const;
  // Adds bytes at the offset, and has them on disk. Fails with wrong_use where it has to go on elsewhere, which is the
  // offending text; with invalid where there are more bytes than the upload lacks.
  Result<Upload> add(const Upload& upload, std::uint64_t offset, std::string_view bytes);
  Result<void> remove(const Upload& upload);
  std::filesystem::path file_of(const Upload& upload) const;
  // Those begun more than two days ago are removed, and files that belong to none.
  void forget_old(Instant now);

 private:
  std::filesystem::path meta_of(std::string_view id) const;

  const std::filesystem::path folder_;
  const UploadLimits limits_;
  std::mutex beginning_;
};

}  // namespace openimr::server
