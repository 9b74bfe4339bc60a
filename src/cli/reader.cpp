// openimr-reader: takes foreign documents apart without rights to do anything else. It is started by the other programs
// of the project (records/untrusted.h), not by people.
#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <exception>
#include <span>
#include <string>
#include <string_view>

#include <malloc.h>
#include <unistd.h>

#include "cli/reader/archives.h"
#include "cli/reader/channel.h"
#include "cli/reader/html.h"
#include "cli/reader/lockdown.h"
#include "cli/reader/pdf.h"
#include "cli/reader/pdf_drawing.h"
#include "cli/reader/pdf_finished.h"
#include "cli/reader/pdf_record.h"
#include "cli/reader/pictures.h"
#include "cli/reader/scans.h"
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

// Answers one request; false where it is none that this child was started for.
bool answer(records::ReaderTask task, FrameKind kind, std::string_view bytes, const records::ReaderLimits& limits) {
  constexpr std::size_t kPage = sizeof(std::uint32_t);
  if ((task == records::ReaderTask::scans) != (kind == FrameKind::scan)) return false;
  switch (kind) {
    case FrameKind::pdf:
      reader::send_end(reader::read_pdf(bytes, limits));
      return true;
    case FrameKind::html:
      reader::send_end(reader::read_html(bytes, limits));
      return true;
    case FrameKind::scan:
      reader::send_end(reader::read_scan(bytes));
      return true;
    case FrameKind::pdf_record:
    case FrameKind::picture_record:
    case FrameKind::finished_pdf:
      break;
    default:
      return false;
  }
  const auto first = records::read_number(bytes.substr(0, kPage));
  if (!first || *first == 0) return false;
  bytes.remove_prefix(kPage);
  reader::send_end(kind == FrameKind::pdf_record     ? reader::read_pdf_record(bytes, *first, limits)
                   : kind == FrameKind::finished_pdf ? reader::read_finished_pdf(bytes, *first, limits)
                                                     : reader::read_pictures(bytes, *first, limits));
  return true;
}

// False where nothing more comes, or what comes is no document.
bool read_next(std::string& bytes, const records::ReaderArguments& arguments) {
  const records::ReaderLimits& limits = arguments.limits;
  char start[sizeof(FrameHead)];
  if (reader::receive(start, sizeof start) != sizeof start) return false;
  const FrameHead head = records::read_head({start, sizeof start});
  if (head.length > limits.file + sizeof(std::uint32_t) || head.length > records::kMostBytes) return false;
  reader::limit_work(limits.time);
  bytes.resize(head.length);
  if (reader::receive(bytes.data(), head.length) != head.length) return false;
  errno = 0;
  if (!answer(arguments.task, head.kind, bytes, limits)) return false;
  reader::limit_work({});
  return true;
}

// What is to be loaded is loaded before the rights to load it are given up.
bool warm_up(records::ReaderTask task) {
  switch (task) {
    case records::ReaderTask::documents:
      reader::warm_up_pdf();
      reader::warm_up_html();
      return true;
    case records::ReaderTask::records:
      reader::warm_up_pdf();
      reader::warm_up_drawing();
      reader::warm_up_pictures();
      return true;
    case records::ReaderTask::scans:
      reader::warm_up_pictures();
      return reader::warm_up_scans();
    case records::ReaderTask::tar:
    case records::ReaderTask::zip:
      reader::warm_up_archives();
      return true;
  }
  return false;
}

int run(const records::ReaderArguments& arguments) {
  reader::close_others();
  keep_memory();
  if (!warm_up(arguments.task)) return records::kExitNotInstalled;
  reader::end_when_out_of_memory();
  if (!reader::lock_down(arguments.limits.memory)) return records::kExitNotLocked;
  if (arguments.task == records::ReaderTask::tar || arguments.task == records::ReaderTask::zip) {
    reader::send_end(arguments.task == records::ReaderTask::tar ? reader::read_tar(arguments.limits)
                                                                : reader::read_zip(arguments.limits));
    return 0;
  }
  std::string bytes;
  while (read_next(bytes, arguments)) continue;
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
