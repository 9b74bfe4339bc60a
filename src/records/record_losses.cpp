#include "records/record_losses.h"

#include <map>
#include <vector>

#include <fmt/core.h>
#include <sys/wait.h>

namespace openimr::records {
namespace {

constexpr std::uint64_t kMegabyte = 1U << 20U;

constexpr const char* kSaveAnew = "Open it yourself; if that works, save it anew and try again, else ask for it again.";
constexpr const char* kHarm = "It may be made to do harm; if you trust it, save it anew or split it and try again.";
constexpr const char* kSplit = "Split it and try again.";
constexpr const char* kReadThem = "Read what is lost yourself or ask for a better copy: no fact was taken from it.";

Error unreadable(std::string message, std::string remedy) {
  return {ErrorCode::unreadable, std::move(message), {}, {}, 0, 0, std::move(remedy)};
}

std::string seconds(const ReaderLimits& limits) {
  return fmt::format("{:g} seconds", std::chrono::duration<double>(limits.time).count());
}

bool ended_with(int status, int code) {
  return WIFEXITED(status) && WEXITSTATUS(status) == code;
}

// "3-5, 7 and 9"
std::string list_of(const std::vector<int>& pages) {
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < pages.size();) {
    std::size_t last = i;
    while (last + 1 < pages.size() && pages[last + 1] == pages[last] + 1) ++last;
    parts.push_back(last == i ? fmt::format("{}", pages[i]) : fmt::format("{}-{}", pages[i], pages[last]));
    i = last + 1;
  }
  std::string out;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    out += i == 0 ? "" : i + 1 == parts.size() ? " and " : ", ";
    out += parts[i];
  }
  return out;
}

}  // namespace

std::string page_loss(ErrorFrame said, const ReaderLimits& limits) {
  switch (said.fault) {
    case ReaderFault::many_pages:
    case ReaderFault::much_text:
      return fmt::format("the pages before it hold more text than the {} MB that are read", limits.text / kMegabyte);
    case ReaderFault::memory:
      return fmt::format("it needs more memory to read than the {} MB that it is given", limits.memory / kMegabyte);
    case ReaderFault::no_font:
      return "a font of it is not in the file, so that it looks different everywhere";
    case ReaderFault::large_picture:
      return fmt::format("its picture is too large: {} million points", said.number);
    default:
      return "it is damaged";
  }
}

std::string page_too_slow(const ReaderLimits& limits) {
  return "it takes longer than " + seconds(limits);
}

std::string page_fell(int status, const ReaderLimits& limits) {
  if (ended_with(status, kExitOutOfMemory)) return page_loss({ReaderFault::memory}, limits);
  if (ended_with(status, kExitNotInstalled)) return "Tesseract has not what it needs to recognise scans";
  if (ended_with(status, kExitNotLocked)) return "openimr-reader cannot give up its rights on this machine";
  return "the program that reads documents fell over it";
}

Error file_loss(ErrorFrame said, const ReaderLimits& limits) {
  switch (said.fault) {
    case ReaderFault::locked:
      return unreadable("it needs a password to open", "Remove the password and try again.");
    case ReaderFault::many_pages:
      return unreadable(fmt::format("it has {} pages or more; at most {} are read", said.number, limits.pages), kSplit);
    case ReaderFault::much_text:
      return unreadable(fmt::format("it holds more text than the {} MB that are read", limits.text / kMegabyte),
                        kSplit);
    case ReaderFault::memory:
      return unreadable(
          fmt::format("it needs more memory to read than the {} MB that it is given", limits.memory / kMegabyte),
          kHarm);
    case ReaderFault::unknown_set:
      return unreadable("it is written in a set of characters that is not read here",
                        "Save it as UTF-8 and try again.");
    default:
      return unreadable("it is damaged, or not what it seems to be", kSaveAnew);
  }
}

Error file_too_large(std::uint64_t bytes, const ReaderLimits& limits) {
  return unreadable(fmt::format("it is {} MB large; at most {} MB are read", (bytes + kMegabyte - 1) / kMegabyte,
                                limits.file / kMegabyte),
                    kSplit);
}

Error file_too_slow(const ReaderLimits& limits) {
  return unreadable("it could not be opened within " + seconds(limits), kHarm);
}

Error file_fell(int status, const ReaderLimits& limits) {
  if (ended_with(status, kExitOutOfMemory)) return file_loss({ReaderFault::memory}, limits);
  if (ended_with(status, kExitNotLocked)) {
    return {ErrorCode::internal,
            "openimr-reader cannot give up its rights on this machine",
            {},
            {},
            0,
            0,
            "Let it use seccomp and setrlimit (a container may forbid them) and try again."};
  }
  if (ended_with(status, kExitWrongUse)) {
    return {ErrorCode::internal, "openimr-reader is of another version", {}, {}, 0, 0, "Install OpenIMR again."};
  }
  return unreadable("the program that reads documents fell over it", kHarm);
}

Error file_of_unknown_kind() {
  return unreadable("it is no text, PDF, HTML, TIFF, PNG, JPEG or zip file",
                    "Save it as PDF or as text and try again.");
}

Error office_document() {
  return unreadable("it is a document of a word processor or a spreadsheet, which is not read",
                    "Save it as PDF and try again.");
}

Error archive_in_archive() {
  return unreadable("it is an archive inside an archive, which is not read", "Unpack it and try again.");
}

Error empty_file() {
  return unreadable("it is empty", "Supply its text or remove the file.");
}

std::vector<Error> losses_of_pages(const RecordFile& file, const std::string& path) {
  struct Lost {
    std::string why;
    std::vector<int> pages;
  };
  std::vector<Lost> all;
  std::map<std::string, std::size_t> known;
  for (std::size_t i = 0; i < file.pages.size(); ++i) {
    const std::string& why = file.pages[i].loss;
    if (why.empty()) continue;
    const auto [at, first] = known.try_emplace(why.substr(0, why.find(':')), all.size());
    if (first) all.push_back({why, {}});
    all[at->second].pages.push_back(static_cast<int>(i) + 1);
  }
  std::vector<Error> out;
  for (const Lost& lost : all) {
    const bool one = lost.pages.size() == 1;
    out.push_back(unreadable(fmt::format("page{} {} could not be read: {}", one ? "" : "s", list_of(lost.pages),
                                         one ? lost.why : lost.why.substr(0, lost.why.find(':'))),
                             kReadThem));
    out.back().file = path;
  }
  return out;
}

}  // namespace openimr::records
