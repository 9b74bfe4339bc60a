// The command lines of `openimr corpus`, `openimr search` and `openimr statistics`.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <string>
#include <vector>

#include "cli/commands.h"

namespace CLI {
class App;
}

namespace openimr::cli {

struct CorpusOptions {
  std::string folder;               // of the collection
  std::vector<std::string> inputs;  // of add
  bool anew = false;                // of index
  bool quiet = false;
  unsigned jobs = 0;               // files read at once; 0: as many as the processor has threads
  std::string case_folder;         // of precedents
  std::string id;                  // of show
  std::string words;               // of search
  std::vector<std::string> where;  // FACET=VALUE
  std::string from, until;         // ISO
  std::string sort = "relevance";  // relevance, newest or oldest
  int skip = 0;
  int most = 10;
  bool facets = false;
  std::int64_t letters = 1000;    // of simulate
  std::uint64_t seed = 1;         // of it
  int at_least = 70;              // of consistency: percent alike
  std::string by = "category";    // of statistics: a facet
  std::vector<std::string> than;  // of statistics: two periods, YYYY-MM..YYYY-MM
  std::string format;             // by command
  std::string out;                // file to write, whole or not at all
};

// Adds the commands; what they come to goes to `code`. All must live as long as the command line is read.
void add_corpus_commands(CLI::App& app, const Common& common, CorpusOptions& options, ExitCode& code);

// Letters, JSON lines and rows of the DMHC into the collection; what cannot be read is skipped with a message.
ExitCode corpus_add(const Common& common, const CorpusOptions& options, std::ostream& out);
// The index catches up with the letters, or is made anew.
ExitCode corpus_index(const Common& common, const CorpusOptions& options, std::ostream& out);
ExitCode corpus_export(const Common& common, const CorpusOptions& options, std::ostream& out);
ExitCode corpus_show(const Common& common, const CorpusOptions& options, std::ostream& out);
// Invented letters in files of a thousand, and what they say (key.jsonl).
ExitCode corpus_simulate(const Common& common, const CorpusOptions& options, std::ostream& out);
// How items like those of a case were decided before; for information alone.
ExitCode corpus_precedents(const Common& common, const CorpusOptions& options, std::ostream& out);
// Items that are nearly the same and were decided differently, with what differs.
ExitCode corpus_consistency(const Common& common, const CorpusOptions& options, std::ostream& out);
ExitCode search(const Common& common, const CorpusOptions& options, std::ostream& out);
ExitCode statistics(const Common& common, const CorpusOptions& options, std::ostream& out);

}  // namespace openimr::cli
