// Pages of a PDF as pictures.
#pragma once

#include <optional>
#include <string>

#include <poppler-page.h>

#include "records/reader_frames.h"

namespace openimr::reader {

// Has poppler load what it needs to draw, while files may still be opened. After warm_up_pdf().
void warm_up_drawing();

struct Drawing {
  records::Raster raster;
  std::string dots;  // rows from the top, a byte each
};
// A page of this size in points, in grey at 300 dots per inch, or fewer where it is large; with its annotations.
// Nothing where it cannot be drawn.
std::optional<Drawing> drawn(const poppler::page& page, float width, float height);

// Whether poppler complained since this was asked last; and whether of a font that it cannot draw with.
bool take_complaint();
bool take_complaint_of_font();

}  // namespace openimr::reader
