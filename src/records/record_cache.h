// What was read of files before, so that a second look at a case reads nothing again.
//
// One file for each content of a file: its name is the hash (BLAKE2b) of the bytes and of the version of the reader, so
// a changed file or a newer reader finds nothing. Records are personal data: the folder is for its owner alone (0700),
// and stands in the case folder, where the records are. Entries are sealed with a key that stays with the user, so that
// one that came with a foreign case folder, or was damaged, is passed over and made anew.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "records/record_file.h"

namespace openimr::records {

// What came of a file: itself, or the files of an archive. Names and places of errors are what follows the name of the
// file: "" or "/pr2.pdf".
struct ReadContent {
  std::vector<RecordFile> files;
  std::vector<Error> losses;
};

std::string encode(const ReadContent& content);
// Nothing where the bytes do not hold what they say, or what they say is no text with pages.
std::optional<ReadContent> decode(std::string_view bytes);

class RecordCache {
 public:
  // Makes neither folder nor key before something is kept. Where the key cannot be read or made, or the folder is a
  // link, nothing is found and nothing kept: a cache is never an error.
  RecordCache(std::filesystem::path folder, std::filesystem::path key_file);

  static std::string name_of(std::string_view bytes);
  std::optional<ReadContent> find(const std::string& name) const;
  void keep(const std::string& name, const ReadContent& content);

 private:
  std::filesystem::path folder_;
  std::filesystem::path key_file_;
};

}  // namespace openimr::records
