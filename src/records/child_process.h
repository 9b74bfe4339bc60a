// A child process that is talked to in frames over a socket, and that is never waited for beyond a deadline.
#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <sys/types.h>

#include "base/result.h"

namespace openimr::records {

// A descriptor that is closed with its owner.
class Descriptor {
 public:
  explicit Descriptor(int number = -1) : number_(number) {}
  ~Descriptor();
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  int number() const { return number_; }

 private:
  int number_;
};

class ChildProcess {
 public:
  using Deadline = std::chrono::steady_clock::time_point;
  enum class Transfer { done, late, closed };

  // Starts a program with an environment that holds nothing but OMP_THREAD_LIMIT=1. Its standard output, and its
  // standard input where `input` is no descriptor, are the socket; what it says on standard error is not heard. Nothing
  // of the parent's signals, locks or other descriptors is handed down. Fails where the program cannot be started.
  static Result<ChildProcess> start(const std::filesystem::path& program, std::vector<std::string> arguments,
                                    int input = -1);
  // Ends the child where it still runs.
  ~ChildProcess();
  ChildProcess(ChildProcess&& other) noexcept;
  ChildProcess& operator=(ChildProcess&& other) noexcept;

  // Sends both parts, one after the other. A child that is gone makes it `closed`, never a signal.
  Transfer send(std::string_view head, std::string_view body, Deadline deadline);
  // Takes the next `size` bytes; they stand in `bytes` until the next call.
  Transfer receive(std::size_t size, std::string_view& bytes, Deadline deadline);
  // Whether bytes were sent that nobody has taken yet, as far as they have been received.
  bool has_unread() const { return read_ < filled_; }
  // Whether it has ended by itself.
  bool has_ended();
  // Ends it where it still runs, and gives its status as waitpid() does.
  int stop();

 private:
  ChildProcess(pid_t pid, Descriptor socket) : pid_(pid), socket_(std::move(socket)) {}

  pid_t pid_;  // 0 once it was waited for
  int status_ = 0;
  Descriptor socket_;
  std::string buffer_;
  std::size_t read_ = 0;    // bytes of the buffer that were taken
  std::size_t filled_ = 0;  // bytes of the buffer that were received
};

}  // namespace openimr::records
