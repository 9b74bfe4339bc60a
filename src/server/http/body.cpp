#include "server/http/body.h"

#include <algorithm>
#include <cassert>
#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace openimr::server {

Body::Body(std::shared_ptr<const std::string> shared) : bytes_(std::move(shared)) {
  size_ = std::get<std::shared_ptr<const std::string>>(bytes_)->size();
}

Result<Body> Body::file(const std::filesystem::path& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (descriptor < 0) {
    const auto code = errno == ENOENT ? ErrorCode::not_found : ErrorCode::unreadable;
    return fail(
        {code, "a file that cannot be opened", "", path.string(), 0, 0, "Check that it is there, and its rights."});
  }
  const File file(new int(descriptor), [](const int* open) {
    ::close(*open);
    delete open;
  });
  struct stat about{};
  if (::fstat(descriptor, &about) != 0 || !S_ISREG(about.st_mode))
    return fail({ErrorCode::unreadable, "not a plain file", "", path.string(), 0, 0, "Name a file."});
  Body body;
  body.bytes_ = file;
  body.size_ = static_cast<std::uint64_t>(about.st_size);
  return body;
}

std::string_view Body::view() const {
  assert(in_memory());
  const auto* own = std::get_if<std::string>(&bytes_);
  const std::string_view whole = own != nullptr ? *own : *std::get<std::shared_ptr<const std::string>>(bytes_);
  return whole.substr(first_, size_);
}

void Body::narrow(std::uint64_t first, std::uint64_t size) {
  assert(first <= size_ && size <= size_ - first);
  first_ += first;
  size_ = size;
}

std::size_t Body::read(std::uint64_t at, std::span<char> into) const {
  if (at >= size_) return 0;
  const std::span<char> wanted = into.first(static_cast<std::size_t>(std::min<std::uint64_t>(into.size(), size_ - at)));
  if (in_memory()) return view().copy(wanted.data(), wanted.size(), at);
  std::size_t done = 0;
  while (done < wanted.size()) {
    const auto got = ::pread(*std::get<File>(bytes_), wanted.data() + done, wanted.size() - done,
                             static_cast<off_t>(first_ + at + done));
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) break;
    done += static_cast<std::size_t>(got);
  }
  return done;
}

}  // namespace openimr::server
