#include "support/process.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <string_view>
#include <system_error>

#include <fcntl.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#include "base/lost_memory.h"

extern "C" char** environ;

// Where the writer of PDF is in the program, it says so itself (letter/writing/fonts.cpp).
extern "C" __attribute__((weak)) const char* __lsan_default_suppressions();
extern "C" __attribute__((weak)) const char* __lsan_default_suppressions() {
  return openimr::kLostByLibraries;
}

namespace openimr::testing {
namespace {

[[noreturn]] void broken(const char* what) {
  throw std::system_error(errno, std::generic_category(), what);
}

struct Ends {
  int read = -1;
  int write = -1;
};

Ends pipe_ends() {
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) broken("pipe");
  return {ends[0], ends[1]};
}

// A pseudo terminal that passes bytes on as they are.
Ends terminal_ends() {
  const int master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
  std::array<char, 128> name{};
  if (master < 0 || grantpt(master) != 0 || unlockpt(master) != 0 || ptsname_r(master, name.data(), name.size()) != 0)
    broken("pseudo terminal");
  const int slave = open(name.data(), O_RDWR | O_NOCTTY | O_CLOEXEC);
  termios mode{};
  if (slave < 0 || tcgetattr(slave, &mode) != 0) broken("pseudo terminal");
  cfmakeraw(&mode);
  if (tcsetattr(slave, TCSANOW, &mode) != 0) broken("pseudo terminal");
  return {master, slave};
}

std::vector<std::string> environment_of(const Run& what) {
  std::vector<std::string> out;
  for (char** entry = environ; *entry != nullptr; ++entry) {
    const std::string_view text = *entry;
    const std::string name(text.substr(0, text.find('=')));
    if (name.starts_with("OPENIMR_") || name == "NO_COLOR" || what.environment.contains(name)) continue;
    out.emplace_back(text);
  }
  for (const auto& [name, value] : what.environment) {
    out.push_back(name);
    out.back().append("=").append(value);
  }
  return out;
}

std::vector<char*> pointers(std::vector<std::string>& words) {
  std::vector<char*> out;
  for (std::string& word : words) out.push_back(word.data());
  out.push_back(nullptr);
  return out;
}

// Reads both until both are closed.
void collect(int out, int err, Ended& ended) {
  std::array<pollfd, 2> open = {pollfd{out, POLLIN, 0}, pollfd{err, POLLIN, 0}};
  std::array<std::string*, 2> into = {&ended.out, &ended.err};
  std::array<char, 1 << 16> block{};
  while (open[0].fd >= 0 || open[1].fd >= 0) {
    if (poll(open.data(), open.size(), -1) < 0 && errno != EINTR) broken("poll");
    for (std::size_t i = 0; i < open.size(); ++i) {
      if (open[i].fd < 0 || open[i].revents == 0) continue;
      const ssize_t got = read(open[i].fd, block.data(), block.size());
      if (got > 0) {
        into[i]->append(block.data(), static_cast<std::size_t>(got));
      } else if (got == 0 || errno != EINTR) {  // a terminal whose other end closed gives EIO
        open[i].fd = -1;
      }
    }
  }
}

std::vector<std::string> lines(const std::string& text) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    out.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

}  // namespace

std::vector<std::string> Ended::out_lines() const {
  return lines(out);
}

std::vector<std::string> Ended::err_lines() const {
  return lines(err);
}

Ended run(const Run& what) {
  std::vector<std::string> words = {what.program};
  words.insert(words.end(), what.arguments.begin(), what.arguments.end());
  std::vector<std::string> environment = environment_of(what);
  // Under a limit on files the leak check cannot start what it names its suppressions by, and says so.
  if (what.file_bytes >= 0) environment.emplace_back("LSAN_OPTIONS=detect_leaks=0");
  const auto argument_pointers = pointers(words);
  const auto environment_pointers = pointers(environment);
  const Ends out = what.terminal ? terminal_ends() : pipe_ends();
  const Ends err = pipe_ends();
  const auto begin = std::chrono::steady_clock::now();
  const pid_t child = fork();
  if (child < 0) broken("fork");
  if (child == 0) {
    const int nothing = open("/dev/null", O_RDONLY | O_CLOEXEC);
    const bool ready = nothing >= 0 && dup2(nothing, STDIN_FILENO) >= 0 && dup2(out.write, STDOUT_FILENO) >= 0 &&
                       dup2(err.write, STDERR_FILENO) >= 0 && (what.folder.empty() || chdir(what.folder.c_str()) == 0);
    if (what.file_bytes >= 0) {
      const rlimit limit{static_cast<rlim_t>(what.file_bytes), static_cast<rlim_t>(what.file_bytes)};
      if (signal(SIGXFSZ, SIG_IGN) == SIG_ERR || setrlimit(RLIMIT_FSIZE, &limit) != 0) _exit(127);
    }
    if (ready) execve(words[0].c_str(), argument_pointers.data(), environment_pointers.data());
    _exit(127);
  }
  close(out.write);
  close(err.write);
  Ended ended;
  collect(out.read, err.read, ended);
  close(out.read);
  close(err.read);
  int status = 0;
  rusage used{};
  while (wait4(child, &status, 0, &used) < 0) {
    if (errno != EINTR) broken("wait");
  }
  ended.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  ended.peak_kilobytes = used.ru_maxrss;
  ended.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  return ended;
}

Ended openimr(std::vector<std::string> arguments) {
  return run({.arguments = std::move(arguments)});
}

TempFolder::TempFolder() {
  std::string name = (std::filesystem::temp_directory_path() / "openimr-test-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) broken("temporary folder");
  path_ = name;
}

TempFolder::~TempFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

std::filesystem::path TempFolder::write(const std::string& name, const std::string& text) const {
  const auto file = path_ / name;
  std::filesystem::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary) << text;
  return file;
}

std::vector<std::string> TempFolder::names() const {
  std::vector<std::string> out;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(path_))
    out.push_back(std::filesystem::relative(entry.path(), path_).generic_string());
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace openimr::testing
