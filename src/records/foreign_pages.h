// The pages of foreign PDFs and pictures, one by one: read in a child process (openimr-reader --records), with the
// limit on time for each page. A page that makes the child fall or be late costs that page: the child is replaced and
// asked for the pages after it.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "records/laid_out_text.h"
#include "records/reader_frames.h"
#include "records/untrusted.h"

namespace openimr::records {

// The picture of a page whose words are to be recognised: the bytes of a raster's frame.
using RasterBytes = std::string;

struct ForeignPage {
  Page page;                          // size, and the words that it had as text
  std::optional<RasterBytes> raster;  // of what else is on it; of a finished PDF of all that is
  std::string loss;                   // why it could not be read; empty where it was
  bool passing = false;               // the loss may be none another time: too slow, too much memory, a fall
  std::vector<Beside> beside{};       // of a finished PDF: what stands on no page, told before the next one
};

enum class PagedKind : std::uint8_t {
  pdf,
  picture,
  finished_pdf,  // a PDF to be looked through (records/finished_pdf.h)
};

// One child, started with the first file. Not for use by two threads at once.
class ForeignPages {
 public:
  ForeignPages(std::filesystem::path program, ReaderLimits limits);
  ~ForeignPages();
  ForeignPages(const ForeignPages&) = delete;
  ForeignPages& operator=(const ForeignPages&) = delete;

  // Gives `each` every page in its order. `on_count` is told how many there are before the first. Fails where nothing
  // of the file can be read, before any page: it is damaged, locked, too large, has too many pages. After eight faults
  // the pages that are left are lost.
  using Each = std::function<void(ForeignPage)>;
  Result<void> read(PagedKind kind, std::string_view bytes, const std::function<void(int)>& on_count, const Each& each);

  // Children started so far.
  int children() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace openimr::records
