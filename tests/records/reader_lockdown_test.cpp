// What openimr-reader can no longer do once it is locked down. Each is tried in a process of its own.
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cli/reader/lockdown.h"

namespace openimr::reader {
namespace {

constexpr int kAllowed = 0;
constexpr int kRefused = 1;
constexpr int kNotLocked = 2;

// The status of a process that locks itself down and then tries a call, which gives -1 where it is refused.
int status_of(long (*call)()) {
  const pid_t child = fork();
  if (child == 0) {
    if (!lock_down(1ULL << 32U)) _exit(kNotLocked);
    _exit(call() == -1 ? kRefused : kAllowed);
  }
  int status = 0;
  EXPECT_EQ(waitpid(child, &status, 0), child);
  return status;
}

struct Try {
  const char* name;
  long (*call)();
};

class Forbidden : public ::testing::TestWithParam<Try> {};

TEST_P(Forbidden, IsRefusedOrEndsTheProcess) {
  const int status = status_of(GetParam().call);
  const bool ended = WIFSIGNALED(status) && WTERMSIG(status) == SIGSYS;
  const bool refused = WIFEXITED(status) && WEXITSTATUS(status) == kRefused;
  EXPECT_TRUE(ended || refused) << status;
}

const std::vector<Try> kForbidden = {
    {"a_socket", [] { return syscall(SYS_socket, AF_INET, SOCK_STREAM, 0); }},
    {"a_socket_of_this_machine", [] { return syscall(SYS_socket, AF_UNIX, SOCK_STREAM, 0); }},
    {"to_write_a_file", [] { return syscall(SYS_openat, AT_FDCWD, "/tmp/openimr-written", O_WRONLY | O_CREAT, 0600); }},
    {"to_change_a_file", [] { return syscall(SYS_openat, AT_FDCWD, "/dev/null", O_RDWR, 0); }},
    {"to_remove_a_file", [] { return syscall(SYS_unlink, "/tmp/openimr-not-there"); }},
    {"to_rename_a_file", [] { return syscall(SYS_rename, "/tmp/openimr-not-there", "/tmp/openimr-neither"); }},
    {"a_folder", [] { return syscall(SYS_mkdir, "/tmp/openimr-not-there/x", 0700); }},
    {"a_process", [] { return syscall(SYS_fork); }},
    {"a_process_by_clone", [] { return syscall(SYS_clone, SIGCHLD, 0, 0, 0, 0); }},
    {"another_program",
     [] {
       std::array<const char*, 2> words = {"/bin/true", nullptr};
       return syscall(SYS_execve, "/bin/true", words.data(), words.data() + 1);
     }},
    {"to_trace", [] { return syscall(SYS_ptrace, PTRACE_TRACEME, 0, 0, 0); }},
    {"to_signal_another", [] { return syscall(SYS_kill, getppid(), 0); }},
    {"code_in_memory",
     [] {
       return syscall(SYS_mmap, nullptr, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
     }},
    {"more_limits", [] { return syscall(SYS_prlimit64, 0, 0, nullptr, nullptr); }},
    {"another_descriptor", [] { return syscall(SYS_write, 7, "x", 1); }},
};

INSTANTIATE_TEST_SUITE_P(Calls, Forbidden, ::testing::ValuesIn(kForbidden),
                         [](const auto& test) { return test.param.name; });

TEST(LockDown, LeavesWhatReadingNeeds) {
  const int status = status_of([]() -> long {
    void* memory = mmap(nullptr, 1U << 20U, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED || munmap(memory, 1U << 20U) != 0) return -1;
    return write(STDERR_FILENO, "", 0);
  });
  ASSERT_TRUE(WIFEXITED(status));
  EXPECT_EQ(WEXITSTATUS(status), kAllowed);
}

#if !__has_feature(address_sanitizer) && !__has_feature(thread_sanitizer)
TEST(LockDown, RefusesToReadFilesToo) {
  const int status = status_of([] { return syscall(SYS_openat, AT_FDCWD, "/etc/passwd", O_RDONLY, 0); });
  ASSERT_TRUE(WIFEXITED(status));
  EXPECT_EQ(WEXITSTATUS(status), kRefused);
}

TEST(LockDown, LimitsMemory) {
  const int status = status_of([]() -> long {
    void* memory = mmap(nullptr, 1ULL << 33U, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    return memory == MAP_FAILED ? -1 : 0;
  });
  ASSERT_TRUE(WIFEXITED(status));
  EXPECT_EQ(WEXITSTATUS(status), kRefused);
}
#endif

}  // namespace
}  // namespace openimr::reader
