#include "cli/reader/pictures.h"

#include <algorithm>
#include <cmath>
#include <string>

#include <tiffio.h>

#include "cli/reader/channel.h"
#include "cli/reader/grey.h"
#include "cli/reader/lockdown.h"
#include "cli/reader/picture_pages.h"

namespace openimr::reader {
namespace {

using records::ErrorFrame;
using records::FrameKind;
using records::Raster;
using records::ReaderFault;

constexpr std::uint64_t kMostPoints = 100'000'000;
constexpr std::uint64_t kMostUnpacked = 400'000'000;  // bytes
constexpr float kDotsPerInch = 300;
constexpr float kLeastDotsPerInch = 97;  // 72 and 96 are what cameras and screens say
constexpr float kMostDotsPerInch = 2400;
constexpr float kLongSide = 11;  // inches of the page that a picture without a scale is taken for
constexpr float kPointsPerInch = 72;
constexpr int kNearlyWhite = 200;

struct Scale {
  float x;
  float y;  // dots per inch
};

Scale scale_of(PIX* picture) {
  const auto x = static_cast<float>(pixGetXRes(picture));
  const auto y = static_cast<float>(pixGetYRes(picture));
  const auto is_likely = [](float dots) { return dots >= kLeastDotsPerInch && dots <= kMostDotsPerInch; };
  if (is_likely(x) && is_likely(y)) return {x, y};
  const float assumed = static_cast<float>(std::max(pixGetWidth(picture), pixGetHeight(picture))) / kLongSide;
  return {assumed, assumed};
}

// In grey, on white where it is transparent.
Picture in_grey(Picture picture) {
  if (pixGetSpp(picture.get()) == 4) picture.reset(pixAlphaBlendUniform(picture.get(), 0xFFFFFF00));
  if (picture) picture.reset(pixConvertTo8(picture.get(), 0));
  return picture;
}

struct Sized {
  Picture picture;
  float dots_per_inch;
};

// At 300 dots per inch in both directions, or fewer where that were too large.
Sized sized(Picture grey) {
  const Scale scale = scale_of(grey.get());
  const float inches = std::max(0.01F, static_cast<float>(pixGetWidth(grey.get())) / scale.x) *
                       std::max(0.01F, static_cast<float>(pixGetHeight(grey.get())) / scale.y);
  const float dots = std::min(kDotsPerInch, std::sqrt(0.98F * float{records::kMostRasterBytes} / inches));
  constexpr float kAsItIs = 0.1F;
  if (std::abs(dots / scale.x - 1) < kAsItIs && std::abs(dots / scale.y - 1) < kAsItIs && scale.x == scale.y) {
    return {std::move(grey), scale.x};
  }
  return {Picture(pixScale(grey.get(), dots / scale.x, dots / scale.y)), dots};
}

bool is_white(std::string_view points) {
  return std::none_of(points.begin(), points.end(),
                      [](char point) { return static_cast<std::uint8_t>(point) < kNearlyWhite; });
}

std::optional<ErrorFrame> send_page(std::string_view bytes, const PicturePage& page) {
  const std::uint64_t points = page.width * page.height;
  if (page.width == 0 || page.height == 0) return ErrorFrame{ReaderFault::damaged};
  if (points > kMostPoints || points * page.bits / 8 > kMostUnpacked)
    return ErrorFrame{ReaderFault::large_picture,
                      static_cast<std::uint32_t>(std::min(points / 1'000'000, 4'000'000UL))};
  const auto* data = reinterpret_cast<const l_uint8*>(bytes.data());
  std::size_t offset = page.offset;
  Picture picture(is_tiff(bytes) ? pixReadMemFromMultipageTiff(data, bytes.size(), &offset)
                                 : pixReadMem(data, bytes.size()));
  if (picture) picture = in_grey(std::move(picture));
  if (!picture) return ErrorFrame{ReaderFault::damaged};
  const auto [grey, dots_per_inch] = sized(std::move(picture));
  if (!grey) return ErrorFrame{ReaderFault::damaged};
  const std::string grey_points = points_of(grey.get());
  if (grey_points.empty()) return ErrorFrame{ReaderFault::damaged};
  const Raster raster{static_cast<std::uint32_t>(pixGetWidth(grey.get())),
                      static_cast<std::uint32_t>(pixGetHeight(grey.get())), dots_per_inch};
  if (!is_white(grey_points)) send_raster(raster, grey_points);
  records::PageFrame frame;
  frame.begin(static_cast<float>(raster.width) * kPointsPerInch / dots_per_inch,
              static_cast<float>(raster.height) * kPointsPerInch / dots_per_inch);
  send_whole(frame.finish());
  return std::nullopt;
}

}  // namespace

void warm_up_pictures() {
  setMsgSeverity(L_SEVERITY_NONE);
  TIFFSetWarningHandler(nullptr);
  TIFFSetErrorHandler(nullptr);
}

std::optional<ErrorFrame> read_pictures(std::string_view bytes, std::uint32_t first,
                                        const records::ReaderLimits& limits) {
  const auto pages = pages_of_picture(bytes, limits.pages);
  if (pages.empty()) return ErrorFrame{ReaderFault::damaged};
  const auto count = static_cast<std::uint32_t>(pages.size());
  if (std::cmp_greater(count, limits.pages)) return ErrorFrame{ReaderFault::many_pages, count};
  send(FrameKind::page_count, records::as_bytes(count));
  flush();
  for (std::size_t page = std::max<std::size_t>(1, first); page <= pages.size(); ++page) {
    limit_work(limits.time);
    if (const auto lost = send_page(bytes, pages[page - 1])) send(FrameKind::lost_page, as_bytes(*lost));
    flush();
  }
  return std::nullopt;
}

}  // namespace openimr::reader
