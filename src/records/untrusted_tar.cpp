#include <cerrno>
#include <cstring>
#include <optional>
#include <utility>

#include <fcntl.h>
#include <fmt/core.h>
#include <sys/stat.h>

#include "records/child_process.h"
#include "records/reader_arguments.h"
#include "records/reader_errors.h"
#include "records/reader_frames.h"
#include "records/untrusted.h"

namespace openimr::records {
namespace {

constexpr std::size_t kLongestFrame = 64U << 10U;

Result<Descriptor> open_archive(const std::filesystem::path& path) {
  Descriptor file(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK));
  const int number = errno;
  struct stat about{};
  if (file.number() < 0) {
    return fail({number == ENOENT ? ErrorCode::not_found : ErrorCode::unreadable,
                 fmt::format("the archive cannot be opened ({})", std::strerror(number)),
                 path.string(),
                 {},
                 0,
                 0,
                 "Check its name and its rights."});
  }
  if (fstat(file.number(), &about) != 0 || !S_ISREG(about.st_mode)) {
    return fail({ErrorCode::unreadable, "the archive is no file", path.string(), {}, 0, 0, "Name a tar file."});
  }
  return file;
}

// The entries as they come in, given on one by one.
class Entries {
 public:
  enum class Next : std::uint8_t { more, end, stopped, refused, fell };

  Entries(const ReaderLimits& limits, const TarEntry& each) : limits_(limits), each_(each) {}

  Next take(FrameKind kind, std::string_view bytes) {
    switch (kind) {
      case FrameKind::entry:
        if (name_ || bytes.empty()) return Next::fell;
        name_ = bytes;
        bytes_.clear();
        return Next::more;
      case FrameKind::entry_bytes:
        if (!name_ || bytes_.size() + bytes.size() > limits_.file) return Next::fell;
        bytes_ += bytes;
        return Next::more;
      case FrameKind::entry_end:
        if (!name_) return Next::fell;
        return give(std::move(bytes_));
      case FrameKind::entry_too_large:
        if (name_ || bytes.empty()) return Next::fell;
        name_ = bytes;
        return give(fail(entry_too_large(std::string(bytes), limits_)));
      case FrameKind::end:
        return name_ ? Next::fell : Next::end;
      case FrameKind::error:
        return Next::refused;
      default:
        return Next::fell;
    }
  }

 private:
  Next give(Result<std::string> bytes) {
    std::string name = name_.value_or("");
    name_.reset();
    const bool more = each_(std::move(name), std::move(bytes));
    bytes_.clear();
    return more ? Next::more : Next::stopped;
  }

  const ReaderLimits& limits_;
  const TarEntry& each_;
  std::optional<std::string> name_;  // of the entry whose bytes come in
  std::string bytes_;
};

Result<void> take_entries(ChildProcess& child, const std::string& name, const ReaderLimits& limits,
                          const TarEntry& each) {
  Entries entries(limits, each);
  auto deadline = std::chrono::steady_clock::now() + limits.time;
  while (true) {
    std::string_view bytes;
    auto got = child.receive(sizeof(FrameHead), bytes, deadline);
    FrameHead head{FrameKind::end, 0};
    if (got == ChildProcess::Transfer::done) {
      head = read_head(bytes);
      if (head.length > kLongestFrame) return fail(child_fell(name, child.stop(), limits));
      got = child.receive(head.length, bytes, deadline);
    }
    if (got == ChildProcess::Transfer::late) return fail(too_slow(name, limits));
    if (got == ChildProcess::Transfer::closed) return fail(child_fell(name, child.stop(), limits));
    switch (entries.take(head.kind, bytes)) {
      case Entries::Next::more:
        // The time is for one entry, and not for what is done with it.
        if (head.kind != FrameKind::entry_bytes) deadline = std::chrono::steady_clock::now() + limits.time;
        break;
      case Entries::Next::end:
      case Entries::Next::stopped:
        return {};
      case Entries::Next::refused:
        if (const auto said = read_error(bytes)) return fail(said_of(name, std::nullopt, *said, limits));
        [[fallthrough]];
      case Entries::Next::fell:
        return fail(child_fell(name, child.stop(), limits));
    }
  }
}

Result<void> read_archive(ReaderTask task, const std::filesystem::path& program, const std::filesystem::path& archive,
                          const ReaderLimits& limits, const TarEntry& each) {
  const auto file = open_archive(archive);
  if (!file) return fail(file.error());
  auto child = ChildProcess::start(program, to_words({task, limits}), file->number());
  if (!child) return fail(std::move(child.error()));
  return take_entries(*child, archive.filename().string(), limits, each);
}

}  // namespace

Result<void> read_tar(const std::filesystem::path& program, const std::filesystem::path& archive,
                      const ReaderLimits& limits, const TarEntry& each) {
  return read_archive(ReaderTask::tar, program, archive, limits, each);
}

Result<void> read_zip(const std::filesystem::path& program, const std::filesystem::path& archive,
                      const ReaderLimits& limits, const TarEntry& each) {
  return read_archive(ReaderTask::zip, program, archive, limits, each);
}

}  // namespace openimr::records
