// Files that are there whole or not at all.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.h"

namespace openimr::store {

// A file that takes its name only when it is complete and on disk; until then it stands beside it as NAME.part, which
// goes away unless keep() succeeded.
class WholeFile {
 public:
  enum class Readers : std::uint8_t { all, owner };
  static Result<WholeFile> beside(std::filesystem::path path, Readers readers);
  WholeFile(WholeFile&& other) noexcept;
  WholeFile& operator=(WholeFile&&) = delete;
  ~WholeFile();

  // Fails with unavailable where the disk does not take it.
  Result<void> write(std::string_view bytes);
  Result<void> keep();

 private:
  WholeFile(std::filesystem::path path, std::filesystem::path part, int file);
  Error refused() const;

  std::filesystem::path path_, part_;
  int file_ = -1;
  std::string waiting_;
};

}  // namespace openimr::store
