// What the command was given to read, one letter file after another: files, folders, tar archives, lists of paths.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "records/untrusted.h"

namespace openimr::cli {

struct LetterSource {
  std::string name;                  // the path as given, or "archive.tar:entry"
  std::optional<std::string> bytes;  // of an archive's entry; a file is opened by whoever reads it
};

// Who takes the sources. What cannot be opened stands in its place among them as an error that names it.
struct SourceTaker {
  std::function<bool(Result<LetterSource>)> take;  // false: no more is wanted
  std::function<bool()> wanted;                    // asked while waiting for input
};

class LetterSources {
 public:
  // `reader` is the path of openimr-reader, in which archives are opened.
  LetterSources(std::filesystem::path reader, records::ReaderLimits limits, SourceTaker taker);

  // Gives the letters of every input, in order. A file is a letter whatever its name, unless it is an archive (by its
  // ending or the mark of a tar); of a folder or an archive those are, that are named as letters (cli/letter_folder.h),
  // and one without any is an error. "-" is the list of paths on standard input, one a line; blank lines are passed
  // over.
  void give(const std::vector<std::string>& inputs);

  // Files of folders and archives that are not named as letters, hidden ones apart.
  std::uint64_t passed_over() const { return passed_over_; }

 private:
  bool take(Result<LetterSource> source);
  bool give_input(const std::string& input);
  bool give_folder(const std::string& folder);
  bool give_archive(const std::string& archive);
  bool give_entry(const std::string& archive, const std::string& entry, Result<std::string> bytes);
  bool give_list();
  bool refuse_empty(const std::string& name);

  std::filesystem::path reader_;
  records::ReaderLimits limits_;
  SourceTaker taker_;
  std::uint64_t given_ = 0;
  std::uint64_t passed_over_ = 0;
};

// The bytes of all inputs as share_of() counts them; nothing where they cannot be known beforehand: a list, or an
// archive that is packed. Looks at every file, and opens none.
std::optional<std::uint64_t> total_bytes(const std::vector<std::string>& inputs);

// What a source of so many bytes is of that total: in an archive it has a head, and is filled up to whole blocks.
std::uint64_t share_of(const LetterSource& source, std::uint64_t bytes);

}  // namespace openimr::cli
