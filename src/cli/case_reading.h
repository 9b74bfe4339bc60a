// A case folder opened by a command: its records read through openimr-reader, with a line of progress at a terminal,
// and what could not be read named on stderr.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "cli/commands.h"
#include "cli/exit_code.h"
#include "office/engine.h"
#include "records/case_file.h"
#include "records/record_reader.h"

namespace openimr::cli {

// Where what was read of a case is kept: DIR/.openimr.
std::filesystem::path record_cache_of(const std::filesystem::path& folder);
// The key that it is sealed with, which stays with the user: openimr/records.key in $XDG_STATE_HOME, else
// ~/.local/state. Empty where there is neither; then nothing is kept.
std::filesystem::path record_cache_key();

// A reader of records for a command, with its line of progress. `cache` may be empty.
class PageProgress;
class ReadingAtCommand {
 public:
  ReadingAtCommand(const Common& common, const std::filesystem::path& cache);
  ~ReadingAtCommand();
  ReadingAtCommand(const ReadingAtCommand&) = delete;
  ReadingAtCommand& operator=(const ReadingAtCommand&) = delete;
  records::RecordReader& reader() { return reader_; }

 private:
  std::unique_ptr<PageProgress> progress_;
  records::RecordReader reader_;
};

// Prints a line on stderr for each thing that could not be read.
void tell_losses(const records::CaseFile& file);

Result<records::CaseFile> open_case(const office::Engine& engine, const Common& common, const std::string& folder,
                                    std::vector<Error>& problems);
// Records without a form: a case file of these files and of those below these folders, with no item and no date.
// Nothing of it is kept.
Result<records::CaseFile> open_records(const office::Engine& engine, const Common& common,
                                       const std::vector<std::string>& paths, std::vector<Error>& problems);
// ExitCode::skipped where the command was done and something of the case was lost.
ExitCode with_losses(ExitCode code, const records::CaseFile& file);

}  // namespace openimr::cli
