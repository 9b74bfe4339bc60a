#include "cli/reader/channel.h"

#include <cerrno>

#include <unistd.h>

namespace openimr::reader {

using records::FrameHead;

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
  while (!frame.empty()) {
    const ssize_t sent = write(STDOUT_FILENO, frame.data(), frame.size());
    if (sent < 0 && errno == EINTR) continue;
    if (sent <= 0) _exit(0);
    frame.remove_prefix(static_cast<std::size_t>(sent));
  }
}

void send(records::FrameKind kind, std::string_view bytes) {
  send_whole(as_bytes(FrameHead{kind, static_cast<std::uint32_t>(bytes.size())}));
  send_whole(bytes);
}

void send_error(records::ReaderFault fault, std::size_t number) {
  send(records::FrameKind::error, as_bytes(records::ErrorFrame{fault, static_cast<std::uint32_t>(number)}));
}

}  // namespace openimr::reader
