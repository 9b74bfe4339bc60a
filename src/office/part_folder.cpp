#include "office/part_folder.h"

#include <cstdlib>
#include <string>
#include <system_error>

namespace openimr::office {

namespace fs = std::filesystem;

PartFolder::PartFolder(const fs::path& target) {
  std::string name = (target.parent_path() / ("." + target.filename().string() + ".XXXXXX")).string();
  if (mkdtemp(name.data()) != nullptr) path_ = name;
}

PartFolder::~PartFolder() {
  std::error_code ignored;
  if (!path_.empty()) fs::remove_all(path_, ignored);
}

bool PartFolder::keep_as(const fs::path& target) {
  std::error_code failed;
  fs::permissions(path_, fs::perms::owner_all | fs::perms::group_read | fs::perms::group_exec, failed);
  fs::rename(path_, target, failed);
  if (!failed) path_.clear();
  return !failed;
}

}  // namespace openimr::office
