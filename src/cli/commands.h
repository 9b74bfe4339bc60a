// The commands, each with what the command line gave it. Results go to `out`, messages to stderr.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "cli/exit_code.h"

namespace openimr::cli {

struct Common {
  std::string packs;  // folder of packs instead of the snapshot
  bool colour = false;
};

struct CaseOptions {
  std::string folder;
  std::string format;
  std::string out;       // file to write instead of stdout; written whole or not at all
  std::string document;  // records --text
  int mme_year = 2016;
};

struct ReadOptions {
  std::vector<std::string> inputs;  // files, folders, tar archives; "-": a list of paths on standard input
  std::string format;               // jsonl, json, tsv or table; empty: table at a terminal, else jsonl
  std::string out;                  // file to write instead of stdout; written whole or not at all
  bool strict = false;              // stop at the first letter that cannot be read
  bool quiet = false;               // say only what was skipped
  unsigned jobs = 0;                // letters read at once; 0: as many as the processor has threads
};

struct WriteOptions {
  std::string file;    // JSON of a determination, or one a line; "-": standard input
  std::string format;  // text, html, pdf or json; empty: as `out` ends, else text
  std::string out;     // file to write instead of stdout, or folder for a file per case number
  std::string organisation;
  bool terminal = false;  // stdout is one
};

ExitCode review(const Common& common, const CaseOptions& options, std::ostream& out);
ExitCode facts(const Common& common, const CaseOptions& options, std::ostream& out);
ExitCode records(const Common& common, const CaseOptions& options, std::ostream& out);
ExitCode case_check(const Common& common, const CaseOptions& options, std::ostream& out);
// Published letters as data, in the order given. A letter that cannot be read is skipped with a message.
ExitCode read(const Common& common, const ReadOptions& options, std::ostream& out);
// The letter of a determination, or the letters of several.
ExitCode write(const Common& common, const WriteOptions& options, std::ostream& out);
ExitCode guideline_show(const Common& common, const std::string& topic, const std::string& on, std::ostream& out);
ExitCode guideline_check(const Common& common, std::ostream& out);

}  // namespace openimr::cli
