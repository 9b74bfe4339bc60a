#include "cli/reader/lockdown.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <initializer_list>
#include <new>

#include <fcntl.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <unistd.h>

#include "records/reader_frames.h"

namespace openimr::reader {
namespace {

#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer) || __has_feature(memory_sanitizer)
constexpr bool kSanitized = true;
#else
constexpr bool kSanitized = false;
#endif

bool limit(__rlimit_resource what, std::uint64_t most) {
  const rlimit both{most, most};
  return setrlimit(what, &both) == 0;
}

bool set_limits(std::uint64_t memory) {
  constexpr std::uint64_t kStandardDescriptors = 3;
  return limit(RLIMIT_CORE, 0) && limit(RLIMIT_FSIZE, 0) &&
         limit(RLIMIT_NOFILE, kSanitized ? 64 : kStandardDescriptors) && (kSanitized || limit(RLIMIT_AS, memory));
}

class Filter {
 public:
  // What is not allowed fails with EPERM.
  Filter() : context_(seccomp_init(SCMP_ACT_ERRNO(EPERM))) {}
  ~Filter() { seccomp_release(context_); }
  Filter(const Filter&) = delete;
  Filter& operator=(const Filter&) = delete;

  void allow(std::initializer_list<int> calls) {
    for (const int call : calls) add(SCMP_ACT_ALLOW, call);
  }
  // The call is allowed where its argument, under the mask, has the value.
  void allow_where(int call, unsigned argument, std::uint64_t mask, std::uint64_t value) {
    const scmp_arg_cmp test{argument, SCMP_CMP_MASKED_EQ, mask, value};
    good_ = good_ && context_ != nullptr && seccomp_rule_add_array(context_, SCMP_ACT_ALLOW, call, 1, &test) == 0;
  }
  void end_at(std::initializer_list<int> calls) {
    for (const int call : calls) add(SCMP_ACT_KILL_PROCESS, call);
  }
  bool load() { return good_ && context_ != nullptr && seccomp_load(context_) == 0; }

 private:
  void add(std::uint32_t action, int call) {
    good_ = good_ && context_ != nullptr && seccomp_rule_add_array(context_, action, call, 0, nullptr) == 0;
  }

  scmp_filter_ctx context_;
  bool good_ = true;
};

void allow_streams(Filter& filter) {
  constexpr std::uint64_t kWhole = ~0ULL;
  filter.allow_where(SCMP_SYS(read), 0, kWhole, STDIN_FILENO);
  filter.allow_where(SCMP_SYS(lseek), 0, kWhole, STDIN_FILENO);
  for (const int out : {STDOUT_FILENO, STDERR_FILENO}) {
    filter.allow_where(SCMP_SYS(write), 0, kWhole, static_cast<std::uint64_t>(out));
    filter.allow_where(SCMP_SYS(writev), 0, kWhole, static_cast<std::uint64_t>(out));
  }
}

// Memory that holds data, never code.
void allow_memory(Filter& filter) {
  filter.allow({SCMP_SYS(brk), SCMP_SYS(munmap), SCMP_SYS(mremap), SCMP_SYS(madvise)});
  for (const int call : {SCMP_SYS(mmap), SCMP_SYS(mprotect)}) filter.allow_where(call, 2, PROT_EXEC, 0);
}

// What abort() needs: a signal to itself.
void allow_abort(Filter& filter) {
  filter.allow({SCMP_SYS(rt_sigprocmask), SCMP_SYS(rt_sigreturn), SCMP_SYS(getpid), SCMP_SYS(gettid)});
  filter.allow_where(SCMP_SYS(tgkill), 0, ~0ULL, static_cast<std::uint64_t>(getpid()));
}

// Sanitizers look at the process itself when they report, and run threads of their own.
void allow_sanitizers(Filter& filter) {
  filter.allow({SCMP_SYS(close), SCMP_SYS(readlink), SCMP_SYS(sigaltstack), SCMP_SYS(sched_yield), SCMP_SYS(newfstatat),
                SCMP_SYS(fstat), SCMP_SYS(nanosleep), SCMP_SYS(clock_nanosleep), SCMP_SYS(sched_getaffinity),
                SCMP_SYS(read)});
  filter.allow_where(SCMP_SYS(openat), 2, O_ACCMODE | O_CREAT | O_TRUNC, O_RDONLY);
  filter.allow_where(SCMP_SYS(open), 1, O_ACCMODE | O_CREAT | O_TRUNC, O_RDONLY);
}

bool filter_calls() {
  Filter filter;
  allow_streams(filter);
  allow_memory(filter);
  allow_abort(filter);
  filter.allow({SCMP_SYS(exit), SCMP_SYS(exit_group), SCMP_SYS(futex), SCMP_SYS(restart_syscall), SCMP_SYS(setitimer),
                SCMP_SYS(clock_gettime), SCMP_SYS(gettimeofday), SCMP_SYS(time), SCMP_SYS(getrandom)});
  if (kSanitized) allow_sanitizers(filter);
  filter.end_at({SCMP_SYS(execve), SCMP_SYS(execveat), SCMP_SYS(socket), SCMP_SYS(socketpair), SCMP_SYS(connect),
                 SCMP_SYS(bind), SCMP_SYS(listen), SCMP_SYS(ptrace), SCMP_SYS(process_vm_readv),
                 SCMP_SYS(process_vm_writev), SCMP_SYS(io_uring_setup), SCMP_SYS(bpf), SCMP_SYS(userfaultfd),
                 SCMP_SYS(kexec_load), SCMP_SYS(mount), SCMP_SYS(unshare), SCMP_SYS(setns)});
  // A sanitizer's report may ask for a symbolizer; it is refused, and the report goes on without.
  if (!kSanitized) filter.end_at({SCMP_SYS(fork), SCMP_SYS(vfork), SCMP_SYS(clone), SCMP_SYS(clone3)});
  return filter.load();
}

// poppler ends with abort() when malloc() gives nothing; new ends here too, before it throws.
void end_at_abort(int) {
  if (errno == ENOMEM) _exit(records::kExitOutOfMemory);
}

}  // namespace

bool lock_down(std::uint64_t memory) {
  return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0 && prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && set_limits(memory) &&
         filter_calls();
}

void end_when_out_of_memory() {
  std::set_new_handler([] { _exit(records::kExitOutOfMemory); });
  struct sigaction action{};
  action.sa_handler = end_at_abort;
  sigaction(SIGABRT, &action, nullptr);
}

void limit_work(std::chrono::milliseconds time) {
  constexpr std::chrono::seconds kMore{5};
  itimerval timer{};
  if (time.count() > 0) timer.it_value.tv_sec = (std::chrono::ceil<std::chrono::seconds>(time) + kMore).count();
  setitimer(ITIMER_PROF, &timer, nullptr);
}

void close_others() {
  close_range(STDERR_FILENO + 1, ~0U, 0);
}

}  // namespace openimr::reader
