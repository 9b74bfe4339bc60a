// Recognises the words of scanned pages, a child process (openimr-reader --scans) for each core.
#pragma once

#include <filesystem>
#include <future>
#include <memory>
#include <string>

#include "records/foreign_pages.h"
#include "records/laid_out_text.h"
#include "records/reader_frames.h"

namespace openimr::records {

// A page as it was recognised. Its words stand as on the level page, which is the page as it lies turned clockwise by
// `about.skew` about its middle.
struct ScannedPage {
  Page page;
  Recognised about;
  std::string loss;  // why nothing is known of it: too slow, a fall; empty where it was looked at
};

class ScanPool {
 public:
  // Nothing is started before the first page. `jobs` pages are recognised at once, each within limits.time.
  ScanPool(std::filesystem::path program, ReaderLimits limits, unsigned jobs);
  // Pages that nobody has begun with are given up.
  ~ScanPool();
  ScanPool(const ScanPool&) = delete;
  ScanPool& operator=(const ScanPool&) = delete;

  // Waits while as many pages wait already as two for each job, so that memory does not grow with the file.
  std::future<ScannedPage> add(RasterBytes raster);
  // Children started so far.
  int children() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// Why a recognised page does not count as read, or nothing: no word at all on a page with ink; or a mean confidence
// below 50 and fewer than ten words to be trusted, as noise, handwriting and photographs give.
std::string unreadable_scan(const Recognised& about);
// No word, and hardly any ink.
bool is_blank_scan(const Recognised& about);

// A box on the level page, on the page as it lies: the smallest that holds it there.
Box as_it_lies(Box level, const Page& page, float skew);

}  // namespace openimr::records
