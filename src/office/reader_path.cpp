#include "office/reader_path.h"

#include <cstdlib>
#include <system_error>

namespace openimr::office {

std::filesystem::path reader_path() {
  if (const char* set = std::getenv("OPENIMR_READER"); set != nullptr && *set != '\0') return set;
  std::error_code failed;
  const auto folder = std::filesystem::read_symlink("/proc/self/exe", failed).parent_path();
  auto beside = folder / "openimr-reader";
  if (std::filesystem::exists(beside, failed)) return beside;
  return folder.parent_path() / "libexec" / "openimr" / "openimr-reader";
}

}  // namespace openimr::office
