#include "support/scan_maker.h"

#include <cstdlib>
#include <memory>
#include <numbers>
#include <random>

#include <cairo.h>
#include <fmt/core.h>

#include "support/pdf_maker.h"

namespace openimr::testing {
namespace {

constexpr int kWidth = 2550;
constexpr int kHeight = 3300;
constexpr double kDotsPerPoint = 300.0 / 72.0;

template <class Write>
std::string written(Write write) {
  l_uint8* bytes = nullptr;
  std::size_t size = 0;
  write(&bytes, &size);
  std::string out(reinterpret_cast<const char*>(bytes), size);
  std::free(bytes);
  return out;
}

reader::Picture grey_of(cairo_surface_t* surface) {
  cairo_surface_flush(surface);
  reader::Picture out(pixCreate(kWidth, kHeight, 8));
  const unsigned char* row = cairo_image_surface_get_data(surface);
  for (int y = 0; y < kHeight; ++y, row += cairo_image_surface_get_stride(surface)) {
    for (int x = 0; x < kWidth; ++x) pixSetPixel(out.get(), x, y, row[std::ptrdiff_t{x} * 4]);
  }
  pixSetResolution(out.get(), 300, 300);
  return out;
}

std::string big_endian(std::uint32_t value) {
  std::string out;
  for (const unsigned shift : {24U, 16U, 8U, 0U}) out += static_cast<char>(value >> shift);
  return out;
}

// A part of a PNG: its size, its name and bytes, and their CRC-32.
std::string chunk(const std::string& bytes) {
  std::uint32_t crc = 0xFFFFFFFF;
  for (const char c : bytes) {
    crc ^= static_cast<std::uint8_t>(c);
    for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1U) ^ ((crc & 1U) != 0 ? 0xEDB88320 : 0);
  }
  return big_endian(static_cast<std::uint32_t>(bytes.size() - 4)) + bytes + big_endian(~crc);
}

// A part of a JBIG2 stream, of its first page.
std::string segment(std::uint32_t number, char kind, const std::string& bytes) {
  return big_endian(number) + kind + std::string("\0\x01", 2) + big_endian(static_cast<std::uint32_t>(bytes.size())) +
         bytes;
}

// The strip of a TIFF of one strip, of this machine's order of bytes.
std::string only_strip(const std::string& tiff) {
  const auto number = [&](std::size_t at, int size) {
    std::uint32_t out = 0;
    for (int i = size - 1; i >= 0; --i)
      out = (out << 8U) | static_cast<std::uint8_t>(tiff.at(at + static_cast<std::size_t>(i)));
    return out;
  };
  const std::size_t directory = number(4, 4);
  std::size_t begin = 0;
  std::size_t size = 0;
  for (std::size_t entry = 0; entry < number(directory, 2); ++entry) {
    const std::size_t at = directory + 2 + 12 * entry;
    const std::uint32_t value = number(at + 8, number(at + 2, 2) == 3 ? 2 : 4);
    if (number(at, 2) == 273) begin = value;
    if (number(at, 2) == 279) size = value;
  }
  return tiff.substr(begin, size);
}

}  // namespace

std::vector<std::string> report_lines() {
  std::vector<std::string> out = {"PRIMARY TREATING PHYSICIAN'S PROGRESS REPORT (PR-2)", "Patient: Example Person",
                                  "Date of examination: 08/19/2015", ""};
  const std::vector<std::string> sentences = {
      "The injured worker complains of low back pain that radiates to the left leg.",
      "Pain is rated seven out of ten without medication and four out of ten with medication.",
      "On examination there is tenderness over the lumbar paraspinal muscles with spasm.",
      "Straight leg raising is positive on the left at sixty degrees; reflexes are equal.",
      "Magnetic resonance imaging of the lumbar spine showed a disc protrusion at L4-L5.",
      "He has completed twelve visits of physical therapy with little lasting benefit.",
      "Medications include naproxen 550 mg twice daily and cyclobenzaprine 7.5 mg at night.",
      "He denies nausea, dizziness or constipation; there are no signs of aberrant behavior.",
      "Work status: modified duty with no lifting of more than ten pounds until next visit.",
      "Authorization is requested for a home exercise kit and six sessions of acupuncture.",
  };
  for (int round = 0; round < 2; ++round) {
    for (const auto& sentence : sentences) out.push_back(sentence);
    out.emplace_back();
  }
  return out;
}

reader::Picture drawn_page(const std::vector<std::string>& lines, int quarters, double degrees) {
  const std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)> surface(
      cairo_image_surface_create(CAIRO_FORMAT_RGB24, kWidth, kHeight), cairo_surface_destroy);
  const std::unique_ptr<cairo_t, decltype(&cairo_destroy)> pen(cairo_create(surface.get()), cairo_destroy);
  cairo_set_source_rgb(pen.get(), 1, 1, 1);
  cairo_paint(pen.get());
  cairo_set_source_rgb(pen.get(), 0.1, 0.1, 0.1);
  cairo_select_font_face(pen.get(), "Liberation Serif", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
  cairo_set_font_size(pen.get(), 12 * kDotsPerPoint);
  double y = 100 * kDotsPerPoint;
  for (const auto& line : lines) {
    cairo_move_to(pen.get(), 72 * kDotsPerPoint, y);
    cairo_show_text(pen.get(), line.c_str());
    y += 20 * kDotsPerPoint;
  }
  auto page = grey_of(surface.get());
  if (quarters != 0) page.reset(pixRotateOrth(page.get(), quarters));
  if (degrees != 0) {
    page.reset(pixRotate(page.get(), static_cast<float>(degrees * std::numbers::pi / 180), L_ROTATE_AREA_MAP,
                         L_BRING_IN_WHITE, pixGetWidth(page.get()), pixGetHeight(page.get())));
  }
  pixSetResolution(page.get(), 300, 300);
  return page;
}

reader::Picture noise_page() {
  reader::Picture out(pixCreate(kWidth, kHeight, 8));
  std::mt19937 random(7);
  for (int y = 0; y < kHeight; ++y) {
    for (int x = 0; x < kWidth; ++x) pixSetPixel(out.get(), x, y, random() & 255U);
  }
  pixSetResolution(out.get(), 300, 300);
  return out;
}

reader::Picture white_page() {
  return drawn_page({});
}

std::string as_png(PIX* page) {
  return written([&](l_uint8** bytes, std::size_t* size) { pixWriteMemPng(bytes, size, page, 0); });
}

std::string as_jpeg(PIX* page) {
  return written([&](l_uint8** bytes, std::size_t* size) { pixWriteMemJpeg(bytes, size, page, 80, 0); });
}

std::string as_tiff(const std::vector<PIX*>& pages) {
  PIXA* all = pixaCreate(static_cast<int>(pages.size()));
  for (PIX* page : pages) pixaAddPix(all, pixConvertTo1(page, 128), L_INSERT);
  std::string out = written([&](l_uint8** bytes, std::size_t* size) { pixaWriteMemMultipageTiff(bytes, size, all); });
  pixaDestroy(&all);
  return out;
}

std::string png_saying(std::uint32_t width, std::uint32_t height) {
  std::string head = "IHDR";
  for (const std::uint32_t side : {width, height}) head += big_endian(side);
  head += std::string("\x08\0\0\0\0", 5);  // eight bits of grey
  return "\x89PNG\r\n\x1A\n" + chunk(head) + chunk("IDAT" + repeated_deflated("    ", 1U << 16U)) + chunk("IEND");
}

// One region of one page, packed as a fax (ITU-T T.88, 6.2.6), which libtiff packs as the one strip of a TIFF.
PackedPicture as_jbig2(PIX* page) {
  const reader::Picture black(pixConvertTo1(page, 128));
  const std::string tiff =
      written([&](l_uint8** bytes, std::size_t* size) { pixWriteMemTiff(bytes, size, black.get(), IFF_TIFF_G4); });
  const std::string fax = only_strip(tiff);
  const std::string sides = big_endian(kWidth) + big_endian(kHeight);
  const std::string page_head = sides + std::string(11, '\0');             // no resolution, white, not in stripes
  const std::string region = sides + std::string(9, '\0') + '\x01' + fax;  // at (0, 0), packed as a fax
  return {segment(0, 48, page_head) + segment(1, 38, region), "/JBIG2Decode", 1};
}

PackedPicture as_jpeg2000(PIX* page) {
  return {written([&](l_uint8** bytes, std::size_t* size) { pixWriteMemJp2k(bytes, size, page, 100, 5, 0, 0); }),
          "/JPXDecode"};
}

std::string pdf_of_pictures(const std::vector<PackedPicture>& pictures) {
  std::vector<std::string> objects = {"<</Type/Catalog/Pages 2 0 R>>", ""};
  std::string kids;
  for (const auto& [bytes, filter, bits] : pictures) {
    const std::size_t own = objects.size() + 1;
    kids += fmt::format("{} 0 R ", own);
    objects.push_back(
        fmt::format("<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents {} 0 R/Resources<</XObject<</I {} 0 "
                    "R>>>>>>",
                    own + 1, own + 2));
    objects.push_back(stream_object("q 612 0 0 792 0 0 cm /I Do Q"));
    objects.push_back(stream_object(
        bytes, fmt::format("/Type/XObject/Subtype/Image/Width {}/Height {}/ColorSpace/DeviceGray/BitsPerComponent {}"
                           "/Filter{}",
                           kWidth, kHeight, bits, filter)));
  }
  objects[1] = fmt::format("<</Type/Pages/Kids[{}]/Count {}>>", kids, pictures.size());
  return pdf_of(objects);
}

std::string pdf_of_mixed(const std::vector<MixedPage>& pages) {
  const std::size_t first = 4;
  std::string kids;
  for (std::size_t i = 0; i < pages.size(); ++i) kids += fmt::format("{} 0 R ", first + 3 * i);
  std::vector<std::string> objects = {"<</Type/Catalog/Pages 2 0 R>>",
                                      fmt::format("<</Type/Pages/Kids[{}]/Count {}>>", kids, pages.size()),
                                      "<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>"};
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const auto& [content, jpeg] = pages[i];
    const std::size_t own = first + 3 * i;
    objects.push_back(
        fmt::format("<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents {} 0 R/Resources<</Font<</F "
                    "3 0 R>>/XObject<</I {} 0 R>>>>>>",
                    own + 1, own + 2));
    objects.push_back(stream_object((jpeg.empty() ? "" : "q 612 0 0 792 0 0 cm /I Do Q\n") + content));
    objects.push_back(stream_object(jpeg, fmt::format("/Type/XObject/Subtype/Image/Width {}/Height {}/ColorSpace"
                                                      "/DeviceGray/BitsPerComponent 8/Filter/DCTDecode",
                                                      kWidth, kHeight)));
  }
  return pdf_of(objects);
}

std::string pdf_of_scans(const std::vector<std::string>& jpegs) {
  std::vector<MixedPage> pages;
  for (const auto& jpeg : jpegs) pages.push_back({"", jpeg});
  return pdf_of_mixed(pages);
}

}  // namespace openimr::testing
