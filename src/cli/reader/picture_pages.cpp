#include "cli/reader/picture_pages.h"

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <memory>

#include <leptonica/allheaders.h>
#include <tiffio.h>

namespace openimr::reader {
namespace {

// A file in memory, as libtiff asks for one.
struct Memory {
  std::string_view bytes;
  toff_t at = 0;
};

Memory& memory(thandle_t handle) {
  return *static_cast<Memory*>(handle);
}

tmsize_t read_memory(thandle_t handle, void* to, tmsize_t size) {
  Memory& from = memory(handle);
  if (from.at >= from.bytes.size() || size <= 0) return 0;
  const auto got = std::min<std::size_t>(static_cast<std::size_t>(size), from.bytes.size() - from.at);
  std::memcpy(to, from.bytes.data() + from.at, got);
  from.at += got;
  return static_cast<tmsize_t>(got);
}

tmsize_t write_nothing(thandle_t, void*, tmsize_t) {
  return 0;
}

toff_t seek_memory(thandle_t handle, toff_t offset, int whence) {
  Memory& in = memory(handle);
  const toff_t from = whence == SEEK_CUR ? in.at : whence == SEEK_END ? in.bytes.size() : 0;
  return in.at = from + offset;
}

int close_nothing(thandle_t) {
  return 0;
}

toff_t size_of_memory(thandle_t handle) {
  return memory(handle).bytes.size();
}

std::vector<PicturePage> pages_of_tiff(std::string_view bytes, int most) {
  Memory file{bytes};
  // "m": never mapped.
  const std::unique_ptr<TIFF, decltype(&TIFFClose)> tiff(
      TIFFClientOpen("record", "rm", &file, read_memory, write_nothing, seek_memory, close_nothing, size_of_memory,
                     nullptr, nullptr),
      TIFFClose);
  std::vector<PicturePage> out;
  if (!tiff) return out;
  do {
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    std::uint16_t bits = 1;
    std::uint16_t samples = 1;
    TIFFGetField(tiff.get(), TIFFTAG_IMAGEWIDTH, &width);
    TIFFGetField(tiff.get(), TIFFTAG_IMAGELENGTH, &height);
    TIFFGetFieldDefaulted(tiff.get(), TIFFTAG_BITSPERSAMPLE, &bits);
    TIFFGetFieldDefaulted(tiff.get(), TIFFTAG_SAMPLESPERPIXEL, &samples);
    out.push_back(
        {static_cast<std::size_t>(TIFFCurrentDirOffset(tiff.get())), width, height, std::uint64_t{bits} * samples});
  } while (static_cast<int>(out.size()) <= most && TIFFReadDirectory(tiff.get()) == 1);
  return out;
}

}  // namespace

bool is_tiff(std::string_view bytes) {
  using namespace std::string_view_literals;
  return bytes.starts_with("II*\0"sv) || bytes.starts_with("MM\0*"sv) || bytes.starts_with("II+\0"sv) ||
         bytes.starts_with("MM\0+"sv);
}

std::vector<PicturePage> pages_of_picture(std::string_view bytes, int most) {
  if (is_tiff(bytes)) return pages_of_tiff(bytes, most);
  int format = 0;
  int width = 0;
  int height = 0;
  int bits = 0;
  int samples = 0;
  if (pixReadHeaderMem(reinterpret_cast<const l_uint8*>(bytes.data()), bytes.size(), &format, &width, &height, &bits,
                       &samples, nullptr) != 0 ||
      width <= 0 || height <= 0)
    return {};
  return {{0, static_cast<std::uint64_t>(width), static_cast<std::uint64_t>(height),
           static_cast<std::uint64_t>(bits) * static_cast<std::uint64_t>(samples)}};
}

}  // namespace openimr::reader
