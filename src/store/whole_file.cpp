#include "store/whole_file.h"

#include <cerrno>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace openimr::store {
namespace {

constexpr std::size_t kBlock = 1U << 20U;
constexpr mode_t kForAll = S_IRUSR | S_IWUSR | S_IRGRP | S_IROTH;
constexpr mode_t kForOwner = S_IRUSR | S_IWUSR;

bool write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

}  // namespace

WholeFile::WholeFile(std::filesystem::path path, std::filesystem::path part, int file)
    : path_(std::move(path)), part_(std::move(part)), file_(file) {}

WholeFile::WholeFile(WholeFile&& other) noexcept
    : path_(std::move(other.path_)),
      part_(std::move(other.part_)),
      file_(std::exchange(other.file_, -1)),
      waiting_(std::move(other.waiting_)) {}

WholeFile::~WholeFile() {
  if (file_ < 0) return;
  close(file_);
  unlink(part_.c_str());
}

Error WholeFile::refused() const {
  return {ErrorCode::unavailable,
          "the file could not be written",
          std::strerror(errno),
          path_.string(),
          0,
          0,
          "Look at the disk and the rights of its folder, then do it again."};
}

Result<WholeFile> WholeFile::beside(std::filesystem::path path, Readers readers) {
  auto part = path;
  part += ".part";
  unlink(part.c_str());
  const int file = open(part.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW,
                        readers == Readers::owner ? kForOwner : kForAll);
  WholeFile out(std::move(path), std::move(part), file);
  if (file < 0) return fail(out.refused());
  return out;
}

Result<void> WholeFile::write(std::string_view bytes) {
  waiting_ += bytes;
  if (waiting_.size() < kBlock) return {};
  if (!write_all(file_, waiting_)) return fail(refused());
  waiting_.clear();
  return {};
}

Result<void> WholeFile::keep() {
  if (!write_all(file_, waiting_) || fsync(file_) != 0 || rename(part_.c_str(), path_.c_str()) != 0)
    return fail(refused());
  close(std::exchange(file_, -1));
  const auto folder = path_.parent_path();
  const int parent = open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (parent >= 0) {
    fsync(parent);
    close(parent);
  }
  return {};
}

}  // namespace openimr::store
