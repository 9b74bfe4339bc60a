#include "cli/reader/grey.h"

#include <cstring>

namespace openimr::reader {

// Leptonica keeps four points in a word, the first in its highest byte: on this order of bytes, turned round.
std::string points_of(PIX* grey) {
  const Picture bytes(pixEndianByteSwapNew(grey));
  std::string out;
  if (!bytes) return out;
  const auto width = static_cast<std::size_t>(pixGetWidth(grey));
  const int height = pixGetHeight(grey);
  out.reserve(width * static_cast<std::size_t>(height));
  const auto* row = reinterpret_cast<const char*>(pixGetData(bytes.get()));
  for (int y = 0; y < height; ++y, row += std::ptrdiff_t{pixGetWpl(bytes.get())} * 4) out.append(row, width);
  return out;
}

Picture picture_of(const records::Raster& raster, std::string_view points) {
  Picture grey(pixCreateNoInit(static_cast<int>(raster.width), static_cast<int>(raster.height), 8));
  if (!grey) return grey;
  auto* row = reinterpret_cast<char*>(pixGetData(grey.get()));
  for (std::uint32_t y = 0; y < raster.height; ++y, row += std::ptrdiff_t{pixGetWpl(grey.get())} * 4) {
    std::memcpy(row, points.data() + std::size_t{y} * raster.width, raster.width);
  }
  pixEndianByteSwap(grey.get());
  pixSetResolution(grey.get(), static_cast<int>(raster.dots_per_inch), static_cast<int>(raster.dots_per_inch));
  return grey;
}

}  // namespace openimr::reader
