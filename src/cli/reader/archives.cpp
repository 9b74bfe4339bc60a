#include "cli/reader/archives.h"

#include <algorithm>
#include <cerrno>
#include <clocale>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <archive.h>
#include <archive_entry.h>
#include <unistd.h>

#include "cli/reader/channel.h"
#include "cli/reader/lockdown.h"

namespace openimr::reader {
namespace {

using records::ErrorFrame;
using records::FrameKind;
using records::ReaderFault;

constexpr std::size_t kPiece = 64U << 10U;
constexpr std::size_t kLongestName = 4096;

using Archive = std::unique_ptr<archive, decltype(&archive_read_free)>;

la_ssize_t read_piece(archive*, void* data, const void** piece) {
  auto& buffer = *static_cast<std::vector<char>*>(data);
  *piece = buffer.data();
  ssize_t got = 0;
  do {
    got = read(STDIN_FILENO, buffer.data(), buffer.size());
  } while (got < 0 && errno == EINTR);
  return got;
}

la_int64_t skip_bytes(archive*, void*, la_int64_t bytes) {
  const off_t before = lseek(STDIN_FILENO, 0, SEEK_CUR);
  const off_t end = lseek(STDIN_FILENO, 0, SEEK_END);
  if (before < 0 || end < 0) return 0;
  const off_t after = std::min<off_t>(end - before, bytes) + before;
  return lseek(STDIN_FILENO, after, SEEK_SET) < 0 ? ARCHIVE_FATAL : after - before;
}

// With the filters that are built in: others are programs that libarchive would start.
bool expect_tar(archive* tar) {
  return archive_read_support_format_tar(tar) == ARCHIVE_OK && archive_read_support_filter_gzip(tar) == ARCHIVE_OK &&
         archive_read_support_filter_zstd(tar) == ARCHIVE_OK && archive_read_support_filter_xz(tar) == ARCHIVE_OK;
}

la_int64_t seek(archive*, void*, la_int64_t offset, int whence) {
  const off_t now = lseek(STDIN_FILENO, offset, whence);
  return now < 0 ? ARCHIVE_FATAL : now;
}

// By the table at its end, which is what every other program shows of a zip.
bool expect_zip(archive* zip) {
  return archive_read_support_format_zip_seekable(zip) == ARCHIVE_OK &&
         archive_read_set_seek_callback(zip, seek) == ARCHIVE_OK;
}

bool open_archive(archive* opened, std::vector<char>& buffer) {
  return archive_read_set_read_callback(opened, read_piece) == ARCHIVE_OK &&
         archive_read_set_skip_callback(opened, skip_bytes) == ARCHIVE_OK &&
         archive_read_set_callback_data(opened, &buffer) == ARCHIVE_OK && archive_read_open1(opened) == ARCHIVE_OK;
}

ErrorFrame failure(archive* tar) {
  return {archive_errno(tar) == ENOMEM ? ReaderFault::memory : ReaderFault::damaged};
}

std::string name_of(archive_entry* entry) {
  const char* name = archive_entry_pathname(entry);
  if (name == nullptr) name = archive_entry_pathname_utf8(entry);
  return name == nullptr ? std::string() : std::string(name).substr(0, kLongestName);
}

bool is_file(archive_entry* entry) {
  return archive_entry_filetype(entry) == AE_IFREG && archive_entry_hardlink(entry) == nullptr;
}

// The bytes of an entry. False where the archive is damaged; an entry that turns out larger than its header says, and
// than the limit, is cut off there, which the parent takes for the child's fault.
bool send_bytes(archive* from, std::vector<char>& piece) {
  while (true) {
    const la_ssize_t got = archive_read_data(from, piece.data(), piece.size());
    if (got < 0) return false;
    if (got == 0) break;
    send(FrameKind::entry_bytes, {piece.data(), static_cast<std::size_t>(got)});
  }
  send(FrameKind::entry_end);
  flush();
  return true;
}

std::optional<ErrorFrame> send_entries(archive* from, const records::ReaderLimits& limits) {
  std::vector<char> piece(kPiece);
  while (true) {
    limit_work(limits.time);
    archive_entry* entry = nullptr;
    const int got = archive_read_next_header(from, &entry);
    if (got == ARCHIVE_EOF) return std::nullopt;
    if (got != ARCHIVE_OK && got != ARCHIVE_WARN) return failure(from);
    const std::string name = name_of(entry);
    if (!is_file(entry) || name.empty()) continue;
    if (archive_entry_size(entry) < 0 || std::cmp_greater(archive_entry_size(entry), limits.file)) {
      send(FrameKind::entry_too_large, name);
      flush();  // to pass over its bytes may take long
      continue;
    }
    send(FrameKind::entry, name);
    if (!send_bytes(from, piece)) return failure(from);
  }
}

using Expect = bool(archive*);

std::optional<ErrorFrame> read_archive(Expect expect, const records::ReaderLimits& limits) {
  std::vector<char> buffer(kPiece);
  const Archive opened(archive_read_new(), archive_read_free);
  if (!opened) return ErrorFrame{ReaderFault::memory};
  if (!expect(opened.get()) || !open_archive(opened.get(), buffer)) return failure(opened.get());
  return send_entries(opened.get(), limits);
}

}  // namespace

void warm_up_archives() {
  std::setlocale(LC_CTYPE, "C.UTF-8");
}

std::optional<ErrorFrame> read_tar(const records::ReaderLimits& limits) {
  return read_archive(expect_tar, limits);
}

std::optional<ErrorFrame> read_zip(const records::ReaderLimits& limits) {
  return read_archive(expect_zip, limits);
}

}  // namespace openimr::reader
