#include "cli/result_stream.h"

#include <cerrno>
#include <cstring>
#include <ostream>
#include <utility>

namespace openimr::cli {
namespace {

constexpr std::size_t kMuch = 256U << 10U;
constexpr std::chrono::milliseconds kOld{100};

}  // namespace

ResultStream::ResultStream(std::ostream& out, std::filesystem::path file) : file_(std::move(file)), out_(&out) {
  if (file_.empty()) return;
  errno = 0;
  out_ = &part_stream_;
  if (std::filesystem::is_directory(file_)) {
    fail_with(EISDIR);
  } else if (part_stream_.open(part(), std::ios::binary); !part_stream_) {
    fail_with(errno);
  }
}

ResultStream::~ResultStream() {
  discard();
}

bool ResultStream::is_due() const {
  return buffer_.size() >= kMuch || (!buffer_.empty() && std::chrono::steady_clock::now() - flushed_ >= kOld);
}

void ResultStream::flush() {
  if (closed_ || failure_) return;
  errno = 0;
  out_->write(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
  out_->flush();
  const int number = errno;
  buffer_.clear();
  flushed_ = std::chrono::steady_clock::now();
  if (!*out_) fail_with(number);
}

void ResultStream::commit() {
  flush();
  if (file_.empty() || failure_) return;
  part_stream_.close();
  std::error_code failed;
  if (part_stream_) std::filesystem::rename(part(), file_, failed);
  if (!part_stream_ || failed) {
    fail_with(part_stream_ ? failed.value() : errno);
  } else {
    file_.clear();
  }
}

void ResultStream::discard() {
  if (file_.empty()) return;
  std::error_code ignored;
  std::filesystem::remove(part(), ignored);
  file_.clear();
}

void ResultStream::fail_with(int number) {
  if (file_.empty() && number == EPIPE) {
    closed_ = true;
    return;
  }
  failure_ =
      Error{ErrorCode::unreadable,
            "cannot be written" + (number == 0 ? "" : std::string(": ") + std::strerror(number)),
            "",
            file_.empty() ? "standard output" : file_.string(),
            0,
            0,
            file_.empty() ? "What was printed so far is not all." : "Check the folder, its rights and its room."};
}

}  // namespace openimr::cli
