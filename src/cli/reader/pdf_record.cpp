#include "cli/reader/pdf_record.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "cli/reader/channel.h"
#include "cli/reader/drawing_loops.h"
#include "cli/reader/pdf_drawing.h"
#include "cli/reader/pdf_page_numbers.h"
#include "cli/reader/pdf_paging.h"
#include "cli/reader/pdf_words.h"
#include "records/reader_frames.h"

namespace openimr::reader {
namespace {

using records::ErrorFrame;
using records::FrameKind;
using records::Raster;
using records::ReaderFault;

constexpr std::size_t kFewLetters = 100;  // bytes of text, spaces between words not counted
constexpr double kPointsPerInch = 72;
constexpr std::uint8_t kDark = 160;
constexpr std::ptrdiff_t kNoInk = 50;  // dark dots: less than a small letter

// Makes white what lies under a box, which is in points, and the ends of its letters that reach out of it.
void wipe(std::string& dots, const Raster& raster, const Box& box) {
  const float scale = raster.dots_per_inch / static_cast<float>(kPointsPerInch);
  const auto within = [&](float value, std::uint32_t most) {
    return static_cast<std::size_t>(std::clamp(value * scale, 0.0F, static_cast<float>(most)));
  };
  const std::size_t left = within(box.left - 1, raster.width);
  const std::size_t right = within(box.right + 1, raster.width);
  const float beyond = (box.bottom - box.top) / 4;
  const std::size_t bottom = within(box.bottom + beyond, raster.height);
  for (std::size_t y = within(box.top - beyond, raster.height); y < bottom && left < right; ++y) {
    std::fill_n(dots.begin() + static_cast<std::ptrdiff_t>(y * raster.width + left), right - left, '\xFF');
  }
}

bool has_ink(const std::string& dots) {
  return std::count_if(dots.begin(), dots.end(), [](char dot) { return static_cast<std::uint8_t>(dot) < kDark; }) >
         kNoInk;
}

// Sends what the page shows beside its words; false where that is nothing.
bool send_picture(const poppler::page& page, const records::PageFrame& frame) {
  auto drawing = drawn(page, frame.width(), frame.height());
  if (!drawing) return false;
  for (const Box& box : frame.boxes()) wipe(drawing->dots, drawing->raster, box);
  if (!has_ink(drawing->dots)) return false;
  send_raster(drawing->raster, drawing->dots);
  return true;
}

class Record {
 public:
  Record(std::string_view bytes, const poppler::document& document, const records::ReaderLimits& limits)
      : bytes_(bytes), pages_(document, limits.pages), room_(limits.text) {}

  // Sends one page; false where there was no room for its text any more.
  bool send(int number) {
    static_cast<void>(take_complaint());
    const auto page = pages_.page(number);
    if (!page) return send_loss();
    begin_page(frame_, page.get());
    const std::size_t letters = add_words(frame_, *page);
    const bool drawn = letters < kFewLetters && send_picture(*page, frame_);
    if (letters == 0 && !drawn && (take_complaint() || loops())) return send_loss();
    const auto whole = frame_.finish();
    if (whole.size() > room_) return false;
    room_ -= whole.size();
    send_whole(whole);
    return true;
  }

 private:
  static bool send_loss() {
    reader::send(FrameKind::lost_page, as_bytes(ErrorFrame{ReaderFault::damaged}));
    return true;
  }
  bool loops() {
    if (!loops_) loops_ = has_drawing_loop(bytes_);
    return *loops_;
  }

  std::string_view bytes_;
  PdfPages pages_;
  std::uint64_t room_;
  records::PageFrame frame_;
  std::optional<bool> loops_;
};

}  // namespace

std::optional<ErrorFrame> read_pdf_record(std::string_view bytes, std::uint32_t first,
                                          const records::ReaderLimits& limits) {
  const auto document = open_pdf(bytes);
  if (const auto why = send_page_count(document.get(), limits)) return why;
  Record record(bytes, *document, limits);
  return send_pages(*document, first, limits, [&](int page) { return record.send(page); });
}

}  // namespace openimr::reader
