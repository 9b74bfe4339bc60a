#include "cli/reader/channel.h"

#include <cerrno>

#include <unistd.h>

namespace openimr::reader {

using records::FrameHead;
using records::FrameKind;

namespace {

// Frames that are sent together: to wake the parent costs more than to copy a page.
constexpr std::size_t kPiece = 64U << 10U;
std::string waiting;

void write_out(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t sent = write(STDOUT_FILENO, bytes.data(), bytes.size());
    if (sent < 0 && errno == EINTR) continue;
    if (sent <= 0) _exit(0);
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
}

}  // namespace

std::size_t receive(char* to, std::size_t size) {
  std::size_t got = 0;
  while (got < size) {
    const ssize_t now = read(STDIN_FILENO, to + got, size - got);
    if (now < 0 && errno == EINTR) continue;
    if (now <= 0) break;
    got += static_cast<std::size_t>(now);
  }
  return got;
}

void send_whole(std::string_view frame) {
  if (waiting.size() + frame.size() < kPiece) {
    waiting.append(frame);
    return;
  }
  flush();
  write_out(frame);
}

void flush() {
  write_out(waiting);
  waiting.clear();
}

void send(FrameKind kind, std::string_view bytes) {
  send_whole(as_bytes(FrameHead{kind, static_cast<std::uint32_t>(bytes.size())}));
  send_whole(bytes);
}

void send_raster(const records::Raster& raster, std::string_view points) {
  const auto about = as_bytes(raster);
  send_whole(as_bytes(FrameHead{FrameKind::raster, static_cast<std::uint32_t>(about.size() + points.size())}));
  send_whole(about);
  send_whole(points);
}

void send_end(const std::optional<records::ErrorFrame>& error) {
  if (error) {
    send(FrameKind::error, as_bytes(*error));
  } else {
    send(FrameKind::end);
  }
  flush();
}

}  // namespace openimr::reader
