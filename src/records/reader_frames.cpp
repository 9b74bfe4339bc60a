#include "records/reader_frames.h"

#include <cmath>
#include <cstring>

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
  if (error.fault < ReaderFault::damaged || error.fault > ReaderFault::unknown_set) return std::nullopt;
  return error;
}

}  // namespace openimr::records
