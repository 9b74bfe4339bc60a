// A file of the case as it was read: its text, its pages, and what was lost on the way.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "records/laid_out_text.h"

namespace openimr::records {

// How the words of a page were had.
enum class PageSource : std::uint8_t {
  text,        // a text file
  text_layer,  // the text of a PDF page
  scan,        // a picture that was recognised
};

// A page of some file of the case.
struct PageOfFile {
  std::string file;
  int page = 1;
  auto operator<=>(const PageOfFile&) const = default;
};

struct ReadPage {
  PageSource source = PageSource::text;
  bool blank = false;                   // nothing is printed on it
  std::string loss;                     // why it could not be read, as people are told; empty where it was
  float confidence = 100;               // of a scan: mean over its words, 0 to 100
  std::optional<PageOfFile> same_as{};  // the earlier page that this one repeats, wholly or nearly

  // Whether its words count: a page that could not be read has none, and one that repeats another none of its own.
  bool counts() const { return loss.empty() && !same_as; }
};

struct RecordFile {
  std::string name;  // path below the case folder; an entry of an archive: "records/all.zip/pr2.pdf"
  LaidOutText text;
  std::vector<ReadPage> pages;  // one for each of text.page_begins
};

// A text file: pages are what form feeds part.
RecordFile text_file(std::string name, std::string text);

}  // namespace openimr::records
