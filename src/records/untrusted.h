// Files that nobody vouches for are taken apart in a child process: `openimr-reader`, which has no rights to the
// network or to open or write files, a limit on memory, and a limit on time that is kept from outside. A hostile file
// costs one message. A child reads many files, one after another, and is replaced after any fault.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "records/laid_out_text.h"

namespace openimr::records {

struct ReaderLimits {
  std::uint64_t memory = 512ULL << 20U;    // address space of the child, in bytes; not kept under sanitizers
  std::uint64_t file = 64ULL << 20U;       // a document, in bytes
  std::uint64_t text = 64ULL << 20U;       // what comes out of one document, text and boxes, in bytes
  int pages = 2000;                        // of one document
  std::chrono::milliseconds time{20'000};  // for one document
};

enum class DocumentKind : std::uint8_t { pdf, html };
// What the first bytes of a file (1024 of them are enough) show it to be; nothing for text.
std::optional<DocumentKind> kind_of(std::string_view first_bytes);

// One child. Not for use by two threads at once: give each thread its own.
class UntrustedReader {
 public:
  // `program` is the path of openimr-reader. Nothing is started before the first document.
  explicit UntrustedReader(std::filesystem::path program, ReaderLimits limits = {});
  ~UntrustedReader();
  UntrustedReader(UntrustedReader&&) noexcept;
  UntrustedReader& operator=(UntrustedReader&&) noexcept;

  // The text of a document. `name` is for messages only. Fails with one message: not a readable PDF, needs a password,
  // no text on any page (a scan), too many pages, too much text, too large, too slow, too much memory, a set of
  // characters that is not read (HTML), or the child fell. HTML is one page without boxes.
  Result<LaidOutText> read(DocumentKind kind, std::string_view bytes, const std::string& name);

  // Children started so far: one, and one more after each fault (too slow, too much memory, the child fell).
  int children() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// Every file in a tar archive (plain, gzip, zstd or xz), in its order, read in a child of its own. `each` gets the
// entry's name and bytes, or the error that concerns that entry alone (too large); it returns false to stop. Folders,
// links and empty names are passed over. A name is what the archive says, "../x" and all: for messages and for looking
// things up, never a path to write to. Memory does not grow with the archive. Fails where the archive is damaged, after
// the entries before the damage.
using TarEntry = std::function<bool(std::string name, Result<std::string> bytes)>;
Result<void> read_tar(const std::filesystem::path& program, const std::filesystem::path& archive,
                      const ReaderLimits& limits, const TarEntry& each);
// The same of a zip archive, read by the table at its end.
Result<void> read_zip(const std::filesystem::path& program, const std::filesystem::path& archive,
                      const ReaderLimits& limits, const TarEntry& each);

}  // namespace openimr::records
