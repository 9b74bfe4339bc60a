// A folder that is written whole or not at all.
#pragma once

#include <filesystem>

namespace openimr::office {

// Beside its target, hidden; gone again unless it is kept.
class PartFolder {
 public:
  // The path is empty where no folder can be made there.
  explicit PartFolder(const std::filesystem::path& target);
  ~PartFolder();
  PartFolder(const PartFolder&) = delete;
  PartFolder& operator=(const PartFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }
  // Takes the target's place, which must not be there or be empty. False where it cannot.
  bool keep_as(const std::filesystem::path& target);

 private:
  std::filesystem::path path_;
};

}  // namespace openimr::office
