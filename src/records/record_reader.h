// The files of a case as text with pages, whatever they are: text in any usual set of characters, PDF with its own text
// or scanned (page by page), TIFF, PNG and JPEG, HTML, and zip archives of these. Foreign files are taken apart in
// child processes (records/untrusted.h); scans are recognised on every core.
//
// What cannot be read is lost, never in silence and never the case: a page has its loss, a file that is lost whole has
// one page that is, and each loss is one error with file, reason and remedy.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "records/record_file.h"
#include "records/untrusted.h"

namespace openimr::records {

// A file to read, and what it is called: "records/pr2.pdf".
struct RecordSource {
  std::string name;
  std::filesystem::path path;
};

struct ReadRecords {
  std::vector<std::shared_ptr<RecordFile>> files;  // by name; an entry of an archive is "records/all.zip/pr2.pdf"
  std::vector<Error> losses;                       // by file
};

struct ReadingProgress {
  int pages = 0;  // done
  int of = 0;     // of those known so far
};

// 512 MB a file, 16 MB a text file; 5,000 pages and 256 MB of text and boxes a file; 20 seconds and 1 GB of memory for
// a page (and for opening a file).
ReaderLimits record_limits();
// 60 seconds and 1 GB for a page.
ReaderLimits scan_limits();

struct RecordReaderOptions {
  std::filesystem::path program;         // openimr-reader
  unsigned jobs = 0;                     // pages recognised at once; 0: one for each core
  std::filesystem::path cache = {};      // folder of what was read before (records/record_cache.h); empty: none
  std::filesystem::path cache_key = {};  // file of the key that its entries are sealed with
  ReaderLimits limits = record_limits();
  ReaderLimits scans = scan_limits();
  std::function<void(ReadingProgress)> progress{};  // told after each page of a PDF or picture
};

// Bounds of an archive: its files count for no more together than one file of their size, 2,000 files, and 200 times
// the size of the archive once they are more than 64 MB; an archive in it is not read.
class RecordReader {
 public:
  explicit RecordReader(RecordReaderOptions options);
  ~RecordReader();
  RecordReader(const RecordReader&) = delete;
  RecordReader& operator=(const RecordReader&) = delete;

  // The files, each read whole or with losses. `where` stands before their names in the losses: the case folder.
  ReadRecords read(const std::vector<RecordSource>& sources, const std::filesystem::path& where);

  // Child processes started so far; none where all was text or stood in the cache.
  int children() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace openimr::records
