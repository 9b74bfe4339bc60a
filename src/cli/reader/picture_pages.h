// Where the pages of a picture file stand, and how large each is, before any of it is unpacked.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace openimr::reader {

struct PicturePage {
  std::size_t offset = 0;  // of a TIFF's directory
  std::uint64_t width = 0;
  std::uint64_t height = 0;
  std::uint64_t bits = 0;  // of a point
};

bool is_tiff(std::string_view bytes);

// The pages, at most one more than `most`; none where the bytes are no picture. A chain of pages that comes back to
// itself ends there.
std::vector<PicturePage> pages_of_picture(std::string_view bytes, int most);

}  // namespace openimr::reader
