// `openimr serve` as a process of its own, on a free port.
//
//   Serving serving(store, log);
//   Client client(serving.port());
//   EXPECT_EQ(serving.end(SIGTERM), 0);
#pragma once

#include <array>
#include <csignal>
#include <string>
#include <utility>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include "support/process.h"

namespace openimr::testing {

class Serving {
 public:
  // Waits until it listens. What it logs is added to the file.
  explicit Serving(const std::string& store, const std::string& log = "/dev/null") {
    std::array<int, 2> out{};
    if (::pipe2(out.data(), O_CLOEXEC) != 0) return;
    constexpr mode_t kOwn = 0600;
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, out[1], STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, log.c_str(), O_WRONLY | O_CREAT | O_APPEND, kOwn);
    std::array<std::string, 8> arguments = {OPENIMR_BINARY, "serve", "--port",  "0",
                                            "--stop-time",  "5s",    "--store", store};
    std::array<char*, arguments.size() + 1> argv{};
    for (std::size_t i = 0; i < arguments.size(); ++i) argv[i] = arguments[i].data();
    std::array<char*, 1> none{};
    posix_spawn(&process_, OPENIMR_BINARY, &actions, nullptr, argv.data(), none.data());
    posix_spawn_file_actions_destroy(&actions);
    ::close(out[1]);
    char byte = 0;
    while (::read(out[0], &byte, 1) == 1 && byte != '\n') line_ += byte;
    ::close(out[0]);
  }
  ~Serving() {
    if (process_ > 0) end(SIGKILL);
  }
  Serving(const Serving&) = delete;
  Serving& operator=(const Serving&) = delete;

  // The first that it prints: where it serves.
  const std::string& line() const { return line_; }
  std::uint16_t port() const { return static_cast<std::uint16_t>(std::stoi(line_.substr(line_.rfind(':') + 1))); }

  // Its exit code, after the signal; 128 + signal where that ended it.
  int end(int signal) {
    ::kill(process_, signal);
    int status = 0;
    ::waitpid(std::exchange(process_, 0), &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  }

 private:
  pid_t process_ = 0;
  std::string line_;
};

}  // namespace openimr::testing
