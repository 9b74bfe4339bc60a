#include "support/store_writer.h"

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>
#include <stdexcept>
#include <thread>

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store/store.h"

namespace openimr::testing {
namespace {

using namespace std::chrono_literals;
using store::Appended;
using store::Entry;
using store::EventKey;
using store::Instant;
using store::NewEvent;
using store::Store;
using store::StreamId;
using store::Version;

constexpr int kCannotOpen = 3;
constexpr int kCannotAppend = 4;
constexpr auto kPatience = 60s;

std::vector<NewEvent> events_of(const WriterTask& task, int number) {
  std::vector<NewEvent> out;
  out.reserve(static_cast<std::size_t>(task.batch));
  for (int i = 0; i < task.batch; ++i)
    out.push_back({"noted", Instant(std::chrono::milliseconds(number)), "writer", payload_of(task.writer, number + i)});
  return out;
}

// Appends until it is kept, whoever else writes to the stream.
std::optional<Appended> append(Store& store, const WriterTask& task, int number, Version& expected) {
  const StreamId stream = StreamId::of(task.stream).value();
  const EventKey key = EventKey::of("w" + std::to_string(task.writer) + "-" + std::to_string(number)).value();
  const auto end = std::chrono::steady_clock::now() + kPatience;
  for (;;) {
    const std::vector<Entry> entries = {{"written", std::to_string(expected.number + task.batch)}};
    const auto done = store.append(stream, expected, events_of(task, number), key, task.lists ? &entries : nullptr);
    if (done && done->outcome != Appended::Outcome::conflict) {
      expected = done->version;
      return *done;
    }
    if (done) {
      expected = done->version;
    } else if (!task.through_faults || done.error().code != ErrorCode::unavailable ||
               std::chrono::steady_clock::now() > end) {
      const std::string message = done.error().to_string() + "\n";
      if (write(STDERR_FILENO, message.data(), message.size()) < 0) return std::nullopt;
      return std::nullopt;
    } else {
      std::this_thread::sleep_for(5ms);
    }
  }
}

int work(const WriterTask& task, int out) {
  auto store = Store::open(task.address);
  for (const auto end = std::chrono::steady_clock::now() + kPatience;
       !store && task.through_faults && std::chrono::steady_clock::now() < end; store = Store::open(task.address))
    std::this_thread::sleep_for(5ms);
  if (!store) {
    const std::string message = store.error().to_string() + "\n";
    return write(STDERR_FILENO, message.data(), message.size()) < 0 ? 1 : kCannotOpen;
  }
  Version expected;
  for (int number = task.first; number - task.first < task.count; number += task.batch) {
    const auto done = append(*store, task, number, expected);
    if (!done) return kCannotAppend;
    const Acknowledged said{number, done->version.number - task.batch + 1};
    if (write(out, &said, sizeof said) != sizeof said) return 1;
  }
  return 0;
}

}  // namespace

std::string payload_of(int writer, int number) {
  return "[" + std::to_string(writer) + "," + std::to_string(number) + "]";
}

StoreWriter::StoreWriter(const WriterTask& task) {
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
  process_ = fork();
  if (process_ < 0) throw std::runtime_error("no process");
  if (process_ == 0) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    close(ends[0]);
    _exit(work(task, ends[1]));
  }
  close(ends[1]);
  pipe_ = ends[0];
  fcntl(pipe_, F_SETFL, O_NONBLOCK);
  fcntl(pipe_, F_SETPIPE_SZ, 1 << 20);
}

StoreWriter::~StoreWriter() {
  if (process_ > 0) kill();
  close(pipe_);
}

void StoreWriter::kill() {
  ::kill(process_, SIGKILL);
  wait();
}

int StoreWriter::wait() {
  int status = 0;
  for (;;) {
    const pid_t ended = waitpid(process_, &status, WNOHANG);
    if (ended == process_) break;
    if (ended < 0 && errno != EINTR) break;
    acknowledged();  // so that the pipe never fills
    std::this_thread::sleep_for(1ms);
  }
  process_ = -1;
  acknowledged();
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

const std::vector<Acknowledged>& StoreWriter::acknowledged() {
  std::array<char, 4096> block{};
  for (ssize_t got = 0; (got = read(pipe_, block.data(), block.size())) > 0;)
    left_.append(block.data(), static_cast<std::size_t>(got));
  std::size_t at = 0;
  for (; at + sizeof(Acknowledged) <= left_.size(); at += sizeof(Acknowledged)) {
    Acknowledged one;
    std::memcpy(&one, left_.data() + at, sizeof one);
    acknowledged_.push_back(one);
  }
  left_.erase(0, at);
  return acknowledged_;
}

}  // namespace openimr::testing
