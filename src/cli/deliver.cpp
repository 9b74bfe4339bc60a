#include "cli/deliver.h"

#include <fstream>
#include <iostream>

namespace openimr::cli {
namespace {

std::filesystem::path part_of(const OutFile& file) {
  return file.path.string() + ".part";
}

bool write_part(const OutFile& file) {
  std::ofstream to(part_of(file), std::ios::binary);
  to << file.text;
  return static_cast<bool>(to.flush());
}

}  // namespace

ExitCode deliver(const std::vector<OutFile>& files) {
  const OutFile* failed = nullptr;
  for (const OutFile& file : files) {
    const bool is_folder = std::filesystem::is_directory(file.path);
    if (failed == nullptr && (is_folder || !write_part(file))) failed = &file;
  }
  std::error_code error;
  for (const OutFile& file : files) {
    if (failed == nullptr) std::filesystem::rename(part_of(file), file.path, error);
    if (failed == nullptr && error) failed = &file;
    std::error_code ignored;
    if (failed != nullptr) std::filesystem::remove(part_of(file), ignored);
  }
  if (failed == nullptr) return ExitCode::done;
  std::cerr << Error{ErrorCode::unreadable,
                     "cannot be written",
                     "",
                     failed->path.string(),
                     0,
                     0,
                     "Check the folder and its rights."}
                   .to_string()
            << '\n';
  return ExitCode::bad_input;
}

ExitCode deliver(const std::string& text, const std::string& file, std::ostream& out) {
  if (!file.empty()) return deliver({{file, text}});
  out << text << std::flush;
  return out ? ExitCode::done : ExitCode::bad_input;
}

}  // namespace openimr::cli
