// openimr-reader: takes foreign documents apart without rights to do anything else. It is started by the other programs
// of the project (records/untrusted.h), not by people.
#include <cerrno>
#include <cstdio>
#include <exception>
#include <span>
#include <string>

#include <malloc.h>
#include <unistd.h>

#include "cli/reader/channel.h"
#include "cli/reader/html.h"
#include "cli/reader/lockdown.h"
#include "cli/reader/pdf.h"
#include "cli/reader/tar.h"
#include "records/reader_arguments.h"

namespace {

using namespace openimr;
using records::FrameHead;
using records::FrameKind;

// Keeps freed memory for the next document instead of handing it back and asking for it again.
void keep_memory() {
  constexpr int kKept = 32 << 20;
  mallopt(M_TRIM_THRESHOLD, kKept);
  mallopt(M_MMAP_THRESHOLD, kKept);
}

// False where nothing more comes, or what comes is no document.
bool read_next(std::string& bytes, const records::ReaderLimits& limits) {
  char start[sizeof(FrameHead)];
  if (reader::receive(start, sizeof start) != sizeof start) return false;
  const FrameHead head = records::read_head({start, sizeof start});
  if (head.length > limits.file || head.length > records::kMostBytes) return false;
  reader::limit_work(limits.time);
  bytes.resize(head.length);
  if (reader::receive(bytes.data(), head.length) != head.length) return false;
  errno = 0;
  if (head.kind == FrameKind::pdf) {
    reader::send_end(reader::read_pdf(bytes, limits));
  } else if (head.kind == FrameKind::html) {
    reader::send_end(reader::read_html(bytes, limits));
  } else {
    return false;
  }
  reader::limit_work({});
  return true;
}

int run(const records::ReaderArguments& arguments) {
  reader::close_others();
  keep_memory();
  if (arguments.task == records::ReaderTask::tar) {
    reader::warm_up_tar();
  } else {
    reader::warm_up_pdf();
    reader::warm_up_html();
  }
  reader::end_when_out_of_memory();
  if (!reader::lock_down(arguments.limits.memory)) return records::kExitNotLocked;
  if (arguments.task == records::ReaderTask::tar) {
    reader::send_end(reader::read_archive(arguments.limits));
    return 0;
  }
  std::string bytes;
  while (read_next(bytes, arguments.limits)) continue;
  return 0;
}

}  // namespace

int main(int count, char** words) {
  const auto arguments =
      records::from_words(std::span<const char* const>(words, static_cast<std::size_t>(count)).subspan(1));
  if (!arguments) {
    std::fprintf(stderr, "openimr-reader is started by openimr, which reads documents through it.\n");
    return records::kExitWrongUse;
  }
  // Without the work that an exit does: what a foreign document left behind is not to be run.
  try {
    _exit(run(*arguments));
  } catch (const std::exception&) {
    _exit(70);
  }
}
