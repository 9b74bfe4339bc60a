// A finished PDF as whoever gets it can read it: the words of its text layer, the words that its pages show as
// pictures, and what it holds beside its pages. For the check before a letter is published (corpus/deidentify/check.h).
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "records/reader_frames.h"
#include "records/record_reader.h"
#include "records/unseen_words.h"

namespace openimr::records {

struct HiddenWord {
  Place place;  // in `text`
  Unseen how;
};

struct BesideAPage {
  int page;  // from 1; 0: of the whole file
  Beside beside;
};

struct FinishedPdf {
  LaidOutText text;                // the text layer
  LaidOutText shown;               // as recognised in the pictures of the pages
  std::vector<Span> only_shown;    // words of `shown` that the text layer does not have there
  std::vector<HiddenWord> hidden;  // words of `text` that the pictures do not show
  std::vector<BesideAPage> beside;
};

// Taken apart and recognised in child processes (records/untrusted.h): 64 MB, 200 pages, about two seconds a page on
// each core. `name` is for messages. Fails where a page cannot be read or drawn, or not be looked at: nothing may be
// said of a file that was not seen whole.
Result<FinishedPdf> read_finished_pdf(const std::filesystem::path& program, std::string_view bytes,
                                      const std::string& name);

}  // namespace openimr::records
