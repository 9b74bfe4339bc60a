#include "records/reader_errors.h"

#include <fmt/core.h>
#include <sys/wait.h>

#include "records/visible_text.h"

namespace openimr::records {
namespace {

constexpr std::uint64_t kMegabyte = 1U << 20U;

// "64 MB"; below one, in bytes.
std::string size(std::uint64_t bytes) {
  if (bytes < kMegabyte) return fmt::format("{} bytes", bytes);
  if (bytes % kMegabyte == 0) return fmt::format("{} MB", bytes / kMegabyte);
  return fmt::format("{:.1f} MB", static_cast<double>(bytes) / static_cast<double>(kMegabyte));
}

Error made(ErrorCode code, std::string message, std::string remedy) {
  return {code, std::move(message), {}, {}, 0, 0, std::move(remedy)};
}

// A name in quotes, which may come from an archive: nothing in it moves the cursor of a terminal.
std::string quoted(const std::string& name) {
  std::string out = "'";
  append_visible(out, name);
  return out + "'";
}

Error unreadable(std::string message, std::string remedy) {
  return made(ErrorCode::unreadable, std::move(message), std::move(remedy));
}

std::string kind_name(std::optional<DocumentKind> kind) {
  if (!kind) return "tar archive";
  return *kind == DocumentKind::pdf ? "PDF" : "HTML page";
}

}  // namespace

Error said_of(const std::string& name, std::optional<DocumentKind> kind, ErrorFrame said, const ReaderLimits& limits) {
  switch (said.fault) {
    case ReaderFault::no_font:  // of finished PDFs, which are not read here
    case ReaderFault::damaged:
      return unreadable(fmt::format("{} is not a {} that can be read: it is damaged or something else", quoted(name),
                                    kind_name(kind)),
                        "Open it yourself; if that works, save it anew and try again, else ask for it again.");
    case ReaderFault::locked:
      return unreadable(fmt::format("{} needs a password to open", quoted(name)), "Remove the password and try again.");
    case ReaderFault::no_text:
      return unreadable(said.number == 1 ? fmt::format("{} has no text on its one page: it is a scan", quoted(name))
                                         : fmt::format("{} has no text on any of its {} pages: it is a scan",
                                                       quoted(name), said.number),
                        "Run it through OCR, which adds the text, and try again.");
    case ReaderFault::many_pages:
      return unreadable(fmt::format("{} has {} pages; at most {} are read", quoted(name), said.number, limits.pages),
                        "Split it and try again.");
    case ReaderFault::much_text:
      return unreadable(fmt::format("{} holds more text than the {} that are read", quoted(name), size(limits.text)),
                        "Split it and try again.");
    case ReaderFault::memory:
      return unreadable(
          fmt::format("{} needs more memory to read than the {} that it is given", quoted(name), size(limits.memory)),
          "It may be made to do harm; if you trust it, save it anew or split it and try again.");
    case ReaderFault::unknown_set:
      return unreadable(fmt::format("{} is written in a set of characters that is not read here", quoted(name)),
                        "Save it as UTF-8 and try again.");
    case ReaderFault::large_picture:
      return unreadable(
          fmt::format("{} is a picture of {} million points, more than are read", quoted(name), said.number),
          "Scan it again with 300 points per inch.");
  }
  return unreadable(fmt::format("{} cannot be read", quoted(name)), "Save it anew and try again.");
}

Error too_large(const std::string& name, std::uint64_t bytes, const ReaderLimits& limits) {
  return unreadable(fmt::format("{} is {} large; at most {} are read", quoted(name), size(bytes), size(limits.file)),
                    "Split it and try again.");
}

Error entry_too_large(const std::string& name, const ReaderLimits& limits) {
  return unreadable(
      fmt::format("{} in the archive is larger than the {} that are read", quoted(name), size(limits.file)),
      "Split it and try again.");
}

Error too_slow(const std::string& name, const ReaderLimits& limits) {
  return unreadable(fmt::format("{} could not be read within {:g} seconds", quoted(name),
                                std::chrono::duration<double>(limits.time).count()),
                    "It may be made to do harm; if you trust it, save it anew or split it and try again.");
}

Error child_fell(const std::string& name, int status, const ReaderLimits& limits) {
  if (WIFEXITED(status) && WEXITSTATUS(status) == kExitOutOfMemory) {
    return said_of(name, std::nullopt, {ReaderFault::memory, 0}, limits);
  }
  if (WIFEXITED(status) && WEXITSTATUS(status) == kExitNotLocked) {
    return made(ErrorCode::internal,
                fmt::format("{} was not read: openimr-reader cannot give up its rights on this machine", quoted(name)),
                "Let it use seccomp and setrlimit (a container may forbid them) and try again.");
  }
  if (WIFEXITED(status) && WEXITSTATUS(status) == kExitWrongUse) {
    return made(ErrorCode::internal, fmt::format("{} was not read: openimr-reader is of another version", quoted(name)),
                "Install OpenIMR again.");
  }
  return unreadable(fmt::format("{} could not be read: the program that reads documents fell over it", quoted(name)),
                    "It may be damaged or made to do harm; if you trust it, save it anew and try again.");
}

}  // namespace openimr::records
