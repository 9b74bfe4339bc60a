#include "records/reader_frames.h"

#include <cmath>
#include <cstring>

#include "records/visible_text.h"

namespace openimr::records {
namespace {

struct PageHead {
  float width;
  float height;
  std::uint32_t words;
};

struct WordRow {
  Box box;
  std::uint32_t text_end;
  std::uint32_t turn;
};

template <class T>
std::string_view bytes_of(const T& value) {
  static_assert(std::is_trivially_copyable_v<T> && std::has_unique_object_representations_v<std::uint32_t>);
  return {reinterpret_cast<const char*>(&value), sizeof value};
}

template <class T>
T read_at(std::string_view bytes, std::size_t at) {
  T out;
  std::memcpy(&out, bytes.data() + at, sizeof out);
  return out;
}

template <class T>
void write_at(std::string& bytes, std::size_t at, const T& value) {
  std::memcpy(bytes.data() + at, &value, sizeof value);
}

constexpr float kMostDotsPerInch = 10'000;
constexpr std::size_t kRowsAt = sizeof(FrameHead) + sizeof(PageHead);

bool is_finite(const Box& box) {
  return std::isfinite(box.left) && std::isfinite(box.top) && std::isfinite(box.right) && std::isfinite(box.bottom);
}

}  // namespace

void PageFrame::begin(float width, float height) {
  frame_.assign(kRowsAt, '\0');
  text_.clear();
  write_at(frame_, sizeof(FrameHead), PageHead{width, height, 0});
}

void PageFrame::end_word(Box box, int turn) {
  const auto end = static_cast<std::uint32_t>(text_.size());
  if (end == (frame_.size() == kRowsAt ? 0 : read_at<WordRow>(frame_, frame_.size() - sizeof(WordRow)).text_end))
    return;
  frame_.append(bytes_of(WordRow{box, end, static_cast<std::uint32_t>(turn)}));
}

float PageFrame::width() const {
  return read_at<PageHead>(frame_, sizeof(FrameHead)).width;
}

float PageFrame::height() const {
  return read_at<PageHead>(frame_, sizeof(FrameHead)).height;
}

std::vector<Box> PageFrame::boxes() const {
  std::vector<Box> out;
  for (std::size_t at = kRowsAt; at < frame_.size(); at += sizeof(WordRow)) {
    out.push_back(read_at<WordRow>(frame_, at).box);
  }
  return out;
}

std::string_view PageFrame::finish() {
  auto head = read_at<PageHead>(frame_, sizeof(FrameHead));
  head.words = static_cast<std::uint32_t>((frame_.size() - kRowsAt) / sizeof(WordRow));
  write_at(frame_, sizeof(FrameHead), head);
  frame_.append(text_);
  write_at(frame_, 0, FrameHead{FrameKind::page, static_cast<std::uint32_t>(frame_.size() - sizeof(FrameHead))});
  return frame_;
}

std::optional<Page> read_page(std::string_view bytes) {
  if (bytes.size() < sizeof(PageHead)) return std::nullopt;
  const auto head = read_at<PageHead>(bytes, 0);
  bytes.remove_prefix(sizeof(PageHead));
  if (!std::isfinite(head.width) || !std::isfinite(head.height)) return std::nullopt;
  if (head.words > bytes.size() / sizeof(WordRow)) return std::nullopt;
  const std::string_view text = bytes.substr(head.words * sizeof(WordRow));

  Page page{head.width, head.height, {}};
  page.words.reserve(head.words);
  std::uint32_t begin = 0;
  for (std::uint32_t i = 0; i < head.words; ++i) {
    const auto row = read_at<WordRow>(bytes, i * sizeof(WordRow));
    if (row.text_end <= begin || row.text_end > text.size() || row.turn > 3 || !is_finite(row.box)) return std::nullopt;
    page.words.push_back(
        {std::string(text.substr(begin, row.text_end - begin)), row.box, static_cast<std::uint8_t>(row.turn)});
    begin = row.text_end;
  }
  if (begin != text.size()) return std::nullopt;
  return page;
}

std::string_view as_bytes(const FrameHead& head) {
  return bytes_of(head);
}

FrameHead read_head(std::string_view bytes) {
  return read_at<FrameHead>(bytes, 0);
}

std::string_view as_bytes(const ErrorFrame& error) {
  return bytes_of(error);
}

std::optional<ErrorFrame> read_error(std::string_view bytes) {
  if (bytes.size() != sizeof(ErrorFrame)) return std::nullopt;
  const auto error = read_at<ErrorFrame>(bytes, 0);
  if (error.fault < ReaderFault::damaged || error.fault > ReaderFault::no_font) return std::nullopt;
  return error;
}

std::string_view as_bytes(const Raster& raster) {
  return bytes_of(raster);
}

std::optional<Raster> read_raster(std::string_view bytes) {
  if (bytes.size() < sizeof(Raster)) return std::nullopt;
  const auto raster = read_at<Raster>(bytes, 0);
  const std::uint64_t points = std::uint64_t{raster.width} * raster.height;
  if (points == 0 || points > kMostRasterBytes || points_of(bytes).size() != points) return std::nullopt;
  if (!std::isfinite(raster.dots_per_inch) || raster.dots_per_inch < 1 || raster.dots_per_inch > kMostDotsPerInch)
    return std::nullopt;
  return raster;
}

std::string_view points_of(std::string_view raster_bytes) {
  return raster_bytes.substr(sizeof(Raster));
}

std::string_view as_bytes(const Recognised& recognised) {
  return bytes_of(recognised);
}

std::optional<Recognised> read_recognised(std::string_view bytes) {
  if (bytes.size() != sizeof(Recognised)) return std::nullopt;
  const auto recognised = read_at<Recognised>(bytes, 0);
  const auto is_within = [](float value, float least, float most) { return value >= least && value <= most; };
  if (recognised.trusted > recognised.words || !is_within(recognised.confidence, 0, 100) ||
      !is_within(recognised.skew, -45, 45) || !is_within(recognised.ink, 0, 1))
    return std::nullopt;
  return recognised;
}

void append(std::string& frame, const Beside& beside) {
  for (const std::string* part : {&beside.where, &beside.text}) {
    frame += bytes_of(static_cast<std::uint32_t>(part->size()));
    frame += *part;
  }
}

std::optional<std::vector<Beside>> read_beside(std::string_view bytes) {
  std::vector<Beside> out;
  while (!bytes.empty()) {
    Beside& next = out.emplace_back();
    for (std::string* part : {&next.where, &next.text}) {
      if (bytes.size() < sizeof(std::uint32_t)) return std::nullopt;
      const auto length = read_at<std::uint32_t>(bytes, 0);
      bytes.remove_prefix(sizeof length);
      if (length > bytes.size()) return std::nullopt;
      append_visible(*part, bytes.substr(0, length));
      bytes.remove_prefix(length);
    }
  }
  return out;
}

std::string_view as_bytes(const std::uint32_t& number) {
  return bytes_of(number);
}

std::optional<std::uint32_t> read_number(std::string_view bytes) {
  if (bytes.size() != sizeof(std::uint32_t)) return std::nullopt;
  return read_at<std::uint32_t>(bytes, 0);
}

}  // namespace openimr::records
