// A zip archive that is written whole or not at all.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "base/result.h"

namespace openimr::cli {

// The archive is a part beside its target ("file.zip.part") until it is kept; one that is not kept is taken away. The
// same files in the same order give the same bytes, on any day and in any time zone: the entries have no times of their
// own, and show the first day that the format knows (1980-01-01). No more than one file is held in memory.
class ZipFile {
 public:
  // Fails (unreadable) where no file can be made there, or where the target is a folder.
  static Result<ZipFile> create(const std::filesystem::path& target);
  ~ZipFile();
  ZipFile(ZipFile&&) noexcept;
  ZipFile& operator=(ZipFile&&) noexcept;

  // Fails (unavailable) where the disk does not take it.
  Result<void> add(const std::string& name, const std::string& bytes);
  // The last call: the part takes the target's place. Fails (unavailable) where the disk does not take it.
  Result<void> keep();

 private:
  struct State;
  explicit ZipFile(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace openimr::cli
