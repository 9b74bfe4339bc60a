// The lines of a backup (store/backup.h), one way and the other.
#pragma once

#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <variant>

#include "store/document_table.h"
#include "store/event_table.h"

namespace openimr::store {

struct BackupEnd {
  std::int64_t events = 0;
  std::int64_t documents = 0;
  Hash hash;
};

std::string first_line();
std::string line_of(const EventRow& row);
std::string line_of(const DocumentRow& row);
std::string line_of(const BackupEnd& end);

// Reads a backup line by line, and keeps the hash of all lines before the last one.
class BackupReader {
 public:
  using Line = std::variant<EventRow, DocumentRow, BackupEnd>;

  // Fails with not_found, unreadable, or invalid where the first line is not that of a backup.
  static Result<BackupReader> open(const std::filesystem::path& file);

  // Fails with invalid where a line is none, or the file ends before its last line.
  Result<Line> next();
  // The hash of the lines before the one that next() gave.
  Hash before() const { return Hasher(hasher_before_).finish(); }
  bool at_end() { return in_.peek() == std::ifstream::traits_type::eof(); }
  // An error at the line that next() gave.
  Error wrong(std::string message, std::string offending = "") const;

 private:
  explicit BackupReader(const std::filesystem::path& file) : file_(file.string()), in_(file, std::ios::binary) {}

  std::string file_;
  std::ifstream in_;
  int number_ = 0;
  Hasher hasher_, hasher_before_;
};

}  // namespace openimr::store
