#include "cli/reader/pdf_drawing.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <utility>

#include <poppler-global.h>
#include <poppler-image.h>
#include <poppler-page-renderer.h>

#include "cli/reader/pdf_page_numbers.h"
#include "cli/reader/pdf_words.h"

namespace openimr::reader {
namespace {

constexpr double kDotsPerInch = 300;
constexpr double kPointsPerInch = 72;

bool complained = false;
bool complained_of_font = false;

poppler::page_renderer& renderer() {
  static poppler::page_renderer kept;
  return kept;
}

double resolution_for(float width, float height) {
  const double inches = std::max(1.0, double{width} * double{height} / (kPointsPerInch * kPointsPerInch));
  return std::min(kDotsPerInch, std::floor(std::sqrt(0.99 * double{records::kMostRasterBytes} / inches)));
}

// A picture as grey dots, row after row.
std::string dots_of(const poppler::image& image) {
  std::string out;
  const auto width = static_cast<std::size_t>(image.width());
  out.reserve(width * static_cast<std::size_t>(image.height()));
  for (int y = 0; y < image.height(); ++y) {
    out.append(image.const_data() + std::ptrdiff_t{y} * image.bytes_per_row(), width);
  }
  return out;
}

}  // namespace

std::optional<Drawing> drawn(const poppler::page& page, float width, float height) {
  const double resolution = resolution_for(width, height);
  const poppler::image image = renderer().render_page(&page, resolution, resolution);
  if (!image.is_valid() || image.width() <= 0 || image.height() <= 0) return std::nullopt;
  const records::Raster raster{static_cast<std::uint32_t>(image.width()), static_cast<std::uint32_t>(image.height()),
                               static_cast<float>(resolution)};
  if (std::uint64_t{raster.width} * raster.height > records::kMostRasterBytes) return std::nullopt;
  return Drawing{raster, dots_of(image)};
}

bool take_complaint() {
  return std::exchange(complained, false);
}

bool take_complaint_of_font() {
  return std::exchange(complained_of_font, false);
}

void warm_up_drawing() {
  renderer().set_image_format(poppler::image::format_gray8);
  renderer().set_render_hint(poppler::page_renderer::antialiasing, true);
  renderer().set_render_hint(poppler::page_renderer::text_antialiasing, true);
  const auto document = open_pdf(kSmallestPdf);
  const std::unique_ptr<poppler::page> page(document ? document->create_page(0) : nullptr);
  if (page) static_cast<void>(renderer().render_page(page.get(), kPointsPerInch, kPointsPerInch));
  poppler::set_debug_error_function(
      [](const std::string& complaint, void*) {
        complained = true;
        if (complaint.find("font") != std::string::npos) complained_of_font = true;
        PdfPages::hear(complaint);
      },
      nullptr);
}

}  // namespace openimr::reader
