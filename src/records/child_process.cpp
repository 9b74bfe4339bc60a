#include "records/child_process.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>

#include <fcntl.h>
#include <fmt/core.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

namespace openimr::records {
namespace {

constexpr int kSocketBytes = 1 << 20;
constexpr std::size_t kBufferBytes = 256U << 10U;

// What the child begins with: its three descriptors, no signal blocked or ignored.
class StartSettings {
 public:
  StartSettings(int input, int output) {
    posix_spawn_file_actions_init(&actions_);
    posix_spawn_file_actions_adddup2(&actions_, input, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions_, output, STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions_, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawnattr_init(&attributes_);
    sigset_t signals;
    sigemptyset(&signals);
    posix_spawnattr_setsigmask(&attributes_, &signals);
    sigfillset(&signals);
    posix_spawnattr_setsigdefault(&attributes_, &signals);
    posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  }
  ~StartSettings() {
    posix_spawn_file_actions_destroy(&actions_);
    posix_spawnattr_destroy(&attributes_);
  }
  StartSettings(const StartSettings&) = delete;
  StartSettings& operator=(const StartSettings&) = delete;

  const posix_spawn_file_actions_t* actions() const { return &actions_; }
  const posix_spawnattr_t* attributes() const { return &attributes_; }

 private:
  posix_spawn_file_actions_t actions_{};
  posix_spawnattr_t attributes_{};
};

Error not_started(const std::filesystem::path& program, int number) {
  return {number == ENOENT ? ErrorCode::not_found : ErrorCode::internal,
          fmt::format("the program that reads documents cannot be started ({})", std::strerror(number)),
          program.string(),
          {},
          0,
          0,
          "Install OpenIMR again: openimr-reader belongs to it."};
}

using Transfer = ChildProcess::Transfer;

// Waits until the socket can be used; a peer that is gone counts, the use will tell.
Transfer wait_for(int socket, short event, ChildProcess::Deadline deadline) {
  while (true) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
    if (left.count() <= 0) return Transfer::late;
    constexpr std::chrono::milliseconds kLongest{60'000};
    pollfd one{socket, event, 0};
    const int ready = poll(&one, 1, static_cast<int>(std::min(left, kLongest).count()));
    if (ready > 0) return Transfer::done;
    if (ready < 0 && errno != EINTR) return Transfer::closed;
  }
}

bool must_wait() {
  return errno == EAGAIN || errno == EWOULDBLOCK;
}

}  // namespace

Descriptor::~Descriptor() {
  if (number_ >= 0) close(number_);
}

Result<ChildProcess> ChildProcess::start(const std::filesystem::path& program, std::vector<std::string> arguments,
                                         int input) {
  std::array<int, 2> ends{};
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) return fail(not_started(program, errno));
  for (const int end : ends) setsockopt(end, SOL_SOCKET, SO_SNDBUF, &kSocketBytes, sizeof kSocketBytes);
  Descriptor ours(ends[0]);
  const Descriptor low(ends[1]);
  // Away from 0 to 2, which the child's own descriptors are put over.
  const Descriptor theirs(fcntl(low.number(), F_DUPFD_CLOEXEC, STDERR_FILENO + 1));
  if (theirs.number() < 0) return fail(not_started(program, errno));

  std::string name = program.string();
  std::vector<char*> words{name.data()};
  for (std::string& argument : arguments) words.push_back(argument.data());
  words.push_back(nullptr);
  // Tesseract's own threads make it several times slower, and the child may make none.
  std::string one_thread = "OMP_THREAD_LIMIT=1";
  std::array<char*, 2> environment = {one_thread.data(), nullptr};
  const StartSettings settings(input < 0 ? theirs.number() : input, theirs.number());
  pid_t pid = 0;
  const int failed =
      posix_spawn(&pid, name.c_str(), settings.actions(), settings.attributes(), words.data(), environment.data());
  if (failed != 0) return fail(not_started(program, failed));
  return ChildProcess(pid, std::move(ours));
}

ChildProcess::~ChildProcess() {
  stop();
}

ChildProcess::ChildProcess(ChildProcess&& other) noexcept
    : pid_(std::exchange(other.pid_, 0)),
      status_(other.status_),
      socket_(std::move(other.socket_)),
      buffer_(std::move(other.buffer_)),
      read_(std::exchange(other.read_, 0)),
      filled_(std::exchange(other.filled_, 0)) {}

ChildProcess& ChildProcess::operator=(ChildProcess&& other) noexcept {
  std::swap(pid_, other.pid_);
  std::swap(status_, other.status_);
  std::swap(socket_, other.socket_);
  std::swap(buffer_, other.buffer_);
  std::swap(read_, other.read_);
  std::swap(filled_, other.filled_);
  return *this;
}

Transfer ChildProcess::send(std::string_view head, std::string_view body, Deadline deadline) {
  while (!head.empty() || !body.empty()) {
    std::array<iovec, 2> parts = {
        {{const_cast<char*>(head.data()), head.size()}, {const_cast<char*>(body.data()), body.size()}}};
    msghdr message{};
    message.msg_iov = parts.data();
    message.msg_iovlen = parts.size();
    const ssize_t sent = sendmsg(socket_.number(), &message, MSG_NOSIGNAL | MSG_DONTWAIT);
    if (sent < 0 && errno == EINTR) continue;
    if (sent < 0) {
      if (!must_wait()) return Transfer::closed;
      if (const auto waited = wait_for(socket_.number(), POLLOUT, deadline); waited != Transfer::done) return waited;
      continue;
    }
    const auto of_head = std::min(static_cast<std::size_t>(sent), head.size());
    head.remove_prefix(of_head);
    body.remove_prefix(static_cast<std::size_t>(sent) - of_head);
  }
  return Transfer::done;
}

Transfer ChildProcess::receive(std::size_t size, std::string_view& bytes, Deadline deadline) {
  if (read_ == filled_) read_ = filled_ = 0;
  if (read_ + size > buffer_.size()) {
    std::copy(buffer_.data() + read_, buffer_.data() + filled_, buffer_.data());
    filled_ -= std::exchange(read_, 0);
    if (buffer_.size() < std::max(kBufferBytes, size)) buffer_.resize(std::max(kBufferBytes, size));
  }
  while (filled_ - read_ < size) {
    const ssize_t got = recv(socket_.number(), buffer_.data() + filled_, buffer_.size() - filled_, MSG_DONTWAIT);
    if (got == 0) return Transfer::closed;
    if (got > 0) {
      filled_ += static_cast<std::size_t>(got);
    } else if (must_wait()) {
      if (const auto waited = wait_for(socket_.number(), POLLIN, deadline); waited != Transfer::done) return waited;
    } else if (errno != EINTR) {
      return Transfer::closed;
    }
  }
  bytes = std::string_view(buffer_).substr(read_, size);
  read_ += size;
  return Transfer::done;
}

bool ChildProcess::has_ended() {
  if (pid_ > 0 && waitpid(pid_, &status_, WNOHANG) != 0) pid_ = 0;
  return pid_ == 0;
}

int ChildProcess::stop() {
  if (pid_ > 0) {
    kill(pid_, SIGKILL);
    while (waitpid(pid_, &status_, 0) < 0 && errno == EINTR) continue;
    pid_ = 0;
  }
  return status_;
}

}  // namespace openimr::records
