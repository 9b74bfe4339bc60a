// A made-up case file of 1,000 pages, as a claims administrator would send it: progress reports, operative and imaging
// reports, drug tests, therapy notes, denials and forms in three PDFs; 100 pages of it are scans, 150 repeat others,
// and what decides the case stands on one page only. All people in it are invented.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace openimr::testing {

struct MadeDocument {
  std::string file;  // "records/part-1.pdf"
  int first_page = 1;
  int last_page = 1;
  std::string kind;
  std::string date;  // ISO
  std::string author;
  bool scanned = false;
  bool repeats = false;  // every page of it was sent before
};

struct MadeCase {
  std::vector<MadeDocument> documents;  // in the order of the files and their pages
  int pages = 0;
  int scanned_pages = 0;
  int repeated_pages = 0;
  std::string decisive;       // the words that decide the case
  std::string decisive_file;  // and where they stand
  int decisive_page = 0;
};

// Writes case.yaml and the records into a folder. The same every time.
MadeCase make_thousand_pages(const std::filesystem::path& folder);

}  // namespace openimr::testing
