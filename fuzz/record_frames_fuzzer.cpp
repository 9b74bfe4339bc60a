// What the child says of records and scans: the frames that the parent takes apart.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "records/reader_frames.h"
#include "records/scan_pool.h"

using namespace openimr::records;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (const auto raster = read_raster(bytes)) {
    if (points_of(bytes).size() != std::uint64_t{raster->width} * raster->height) std::abort();
  }
  if (const auto about = read_recognised(bytes)) static_cast<void>(unreadable_scan(*about));
  static_cast<void>(read_error(bytes));
  static_cast<void>(read_number(bytes));
  if (const auto page = read_page(bytes)) {
    openimr::records::LaidOutText text;
    text.add_page(*page);
    for (const WordBox& word : text.words) static_cast<void>(as_it_lies(word.box, *page, 3));
  }
  return 0;
}
