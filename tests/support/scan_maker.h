// Pages as a scanner gives them: drawn with Cairo, turned, slanted, saved as PNG, JPEG, TIFF or inside a PDF.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "cli/reader/grey.h"

namespace openimr::testing {

// About 300 words of an invented report, in lines.
std::vector<std::string> report_lines();

// A page of letter size at 300 dots per inch with these lines in 12 points, turned by quarters clockwise and then by
// degrees clockwise.
reader::Picture drawn_page(const std::vector<std::string>& lines, int quarters = 0, double degrees = 0);
// Grey noise with which no word can be read.
reader::Picture noise_page();
reader::Picture white_page();

std::string as_png(PIX* page);
std::string as_jpeg(PIX* page);
std::string as_tiff(const std::vector<PIX*>& pages);
// A page whose size a PNG tells and which it does not hold: refused by its head, or too large once it is unpacked.
std::string png_saying(std::uint32_t width, std::uint32_t height);

// A picture as a PDF holds it: its bytes, and how the PDF calls what packed them.
struct PackedPicture {
  std::string bytes;
  std::string filter;
  int bits = 8;
};
PackedPicture as_jbig2(PIX* page);
PackedPicture as_jpeg2000(PIX* page);
// A PDF with a page for each picture of letter size at 300 dots per inch.
std::string pdf_of_pictures(const std::vector<PackedPicture>& pictures);
// A PDF with a page for each JPEG, which covers it.
std::string pdf_of_scans(const std::vector<std::string>& jpegs);
// A PDF whose pages are words (as drawn by draw()) where the JPEG is empty, else the JPEG, with both where both are
// given.
struct MixedPage {
  std::string content;
  std::string jpeg;
};
std::string pdf_of_mixed(const std::vector<MixedPage>& pages);

}  // namespace openimr::testing
