#include "cli/input_lines.h"

#include <algorithm>
#include <cerrno>

#include <poll.h>
#include <unistd.h>

namespace openimr::cli {
namespace {

constexpr std::size_t kPiece = 64U << 10U;
constexpr int kAskEvery = 100;  // ms

}  // namespace

// False at the end.
bool InputLines::fill() {
  if (ended_) return false;
  while (wanted_()) {
    pollfd one{descriptor_, POLLIN, 0};
    if (poll(&one, 1, kAskEvery) <= 0) continue;
    buffer_.resize(kPiece);
    at_ = 0;
    const ssize_t got = ::read(descriptor_, buffer_.data(), buffer_.size());
    if (got < 0 && (errno == EINTR || errno == EAGAIN)) continue;
    buffer_.resize(static_cast<std::size_t>(std::max<ssize_t>(0, got)));
    ended_ = got <= 0;
    return !ended_;
  }
  buffer_.clear();
  at_ = 0;
  return false;
}

std::optional<std::string> InputLines::next() {
  std::string line;
  bool any = false;
  while (at_ < buffer_.size() || fill()) {
    any = true;
    const std::size_t end = std::min(buffer_.find('\n', at_), buffer_.size());
    line.append(buffer_, at_, std::min(end - at_, kLongest - std::min(line.size(), kLongest)));
    at_ = end + 1;
    if (end < buffer_.size()) break;
  }
  if (!any || !wanted_()) return std::nullopt;
  if (line.ends_with('\r')) line.pop_back();
  return line;
}

}  // namespace openimr::cli
