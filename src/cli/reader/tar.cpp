#include "cli/reader/tar.h"

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

// Tar and nothing else, with the filters that are built in: others are programs that libarchive would start.
bool open_tar(archive* tar, std::vector<char>& buffer) {
  return tar != nullptr && archive_read_support_format_tar(tar) == ARCHIVE_OK &&
         archive_read_support_filter_gzip(tar) == ARCHIVE_OK && archive_read_support_filter_zstd(tar) == ARCHIVE_OK &&
         archive_read_support_filter_xz(tar) == ARCHIVE_OK &&
         archive_read_set_read_callback(tar, read_piece) == ARCHIVE_OK &&
         archive_read_set_skip_callback(tar, skip_bytes) == ARCHIVE_OK &&
         archive_read_set_callback_data(tar, &buffer) == ARCHIVE_OK && archive_read_open1(tar) == ARCHIVE_OK;
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

// The bytes of an entry, of which the header says no more than the limit. False where the archive is damaged.
bool send_bytes(archive* tar, std::vector<char>& piece) {
  while (true) {
    const la_ssize_t got = archive_read_data(tar, piece.data(), piece.size());
    if (got < 0) return false;
    if (got == 0) break;
    send(FrameKind::entry_bytes, {piece.data(), static_cast<std::size_t>(got)});
  }
  send(FrameKind::entry_end);
  flush();
  return true;
}

}  // namespace

void warm_up_tar() {
  std::setlocale(LC_CTYPE, "C.UTF-8");
}

std::optional<ErrorFrame> read_archive(const records::ReaderLimits& limits) {
  std::vector<char> buffer(kPiece);
  std::vector<char> piece(kPiece);
  const Archive tar(archive_read_new(), archive_read_free);
  if (!open_tar(tar.get(), buffer)) return failure(tar.get());
  while (true) {
    limit_work(limits.time);
    archive_entry* entry = nullptr;
    const int got = archive_read_next_header(tar.get(), &entry);
    if (got == ARCHIVE_EOF) return std::nullopt;
    if (got != ARCHIVE_OK && got != ARCHIVE_WARN) return failure(tar.get());
    const std::string name = name_of(entry);
    if (!is_file(entry) || name.empty()) continue;
    if (archive_entry_size(entry) < 0 || std::cmp_greater(archive_entry_size(entry), limits.file)) {
      send(FrameKind::entry_too_large, name);
      flush();  // to pass over its bytes may take long
      continue;
    }
    send(FrameKind::entry, name);
    if (!send_bytes(tar.get(), piece)) return failure(tar.get());
  }
}

}  // namespace openimr::reader
