// Pictures in memory, in grey.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include <leptonica/allheaders.h>

#include "records/reader_frames.h"

namespace openimr::reader {

struct PixEnd {
  void operator()(PIX* pix) const { pixDestroy(&pix); }
};
using Picture = std::unique_ptr<PIX, PixEnd>;

// The grey points of a picture of eight bits, row after row; and back.
std::string points_of(PIX* grey);
Picture picture_of(const records::Raster& raster, std::string_view points);

}  // namespace openimr::reader
