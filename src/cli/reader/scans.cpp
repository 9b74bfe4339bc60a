#include "cli/reader/scans.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <numbers>
#include <string>
#include <vector>

#include <tesseract/baseapi.h>
#include <tesseract/resultiterator.h>

#include "cli/reader/channel.h"
#include "cli/reader/grey.h"

namespace openimr::reader {
namespace {

using records::ErrorFrame;
using records::FrameKind;
using records::Raster;
using records::ReaderFault;
using records::Recognised;

// Where Debian has it, by the version of its format; empty is what Tesseract was built with.
constexpr std::array<const char*, 3> kKnowledge = {"/usr/share/tesseract-ocr/5/tessdata",
                                                   "/usr/share/tesseract-ocr/4.00/tessdata", nullptr};
constexpr float kPointsPerInch = 72;
constexpr float kSureOfTurn = 1.5F;     // confidence of the orientation, as Tesseract counts it
constexpr float kSureOfSkew = 3;        // as Leptonica advises
constexpr float kLeastSkew = 0.25F;     // degrees: less does not harm
constexpr float kLeastConfidence = 25;  // of a word that is sent
constexpr float kTrusted = 70;
constexpr int kInk = 128;

struct Readers {
  tesseract::TessBaseAPI turn;
  tesseract::TessBaseAPI words;
};
Readers& readers() {
  static Readers kept;
  return kept;
}

// How far the page is turned, in quarters clockwise; 0 where nothing shows it.
int turn_of(PIX* page) {
  auto& reader = readers().turn;
  reader.SetImage(page);
  int degrees = 0;
  float sure = 0;
  const char* script = nullptr;
  float sure_of_script = 0;
  const bool found = reader.DetectOrientationScript(&degrees, &sure, &script, &sure_of_script);
  reader.Clear();
  return found && sure >= kSureOfTurn ? degrees / 90 % 4 : 0;
}

// How far the lines slant, in degrees by which the page is to be turned clockwise; 0 where that does not show.
float skew_of(PIX* page) {
  const Picture black(pixConvertTo1(page, kInk));
  float degrees = 0;
  float sure = 0;
  if (!black || pixFindSkew(black.get(), &degrees, &sure) != 0) return 0;
  return sure >= kSureOfSkew && std::abs(degrees) >= kLeastSkew ? degrees : 0;
}

float ink_of(std::string_view points) {
  const auto dark =
      std::count_if(points.begin(), points.end(), [](char point) { return static_cast<std::uint8_t>(point) < kInk; });
  return static_cast<float>(dark) / static_cast<float>(points.size());
}

// A box on the upright page, back on the page as it lies, whose sides are given.
Box turned_back(Box box, int turn, float width, float height) {
  switch (turn) {
    case 1:
      return {width - box.bottom, box.left, width - box.top, box.right};
    case 2:
      return {width - box.right, height - box.bottom, width - box.left, height - box.top};
    case 3:
      return {box.top, height - box.right, box.bottom, height - box.left};
    default:
      return box;
  }
}

// Tesseract keeps the types of its iterators to itself, so that a sanitizer's check of virtual calls cannot know them.
struct Release {
  [[clang::no_sanitize("vptr")]] void operator()(tesseract::ResultIterator* word) const { delete word; }
};

// Recognises the words of an upright, level page into the frame. Tesseract keeps the types of its iterators to itself,
// so that the check of virtual calls cannot know them.
[[clang::no_sanitize("vptr")]] Recognised add_words(PIX* page, float scale, int turn, records::PageFrame& frame) {
  auto& reader = readers().words;
  reader.SetImage(page);
  Recognised out;
  if (reader.Recognize(nullptr) != 0) return out;
  const std::unique_ptr<tesseract::ResultIterator, Release> word(reader.GetIterator());
  if (!word) return out;
  constexpr auto kWord = tesseract::RIL_WORD;
  float sum = 0;
  do {
    const std::unique_ptr<char[]> text(word->Empty(kWord) ? nullptr : word->GetUTF8Text(kWord));
    if (!text || std::string_view(text.get()).find_first_not_of(' ') == std::string_view::npos) continue;
    const float confidence = std::clamp(word->Confidence(kWord), 0.0F, 100.0F);
    ++out.words;
    sum += confidence;
    if (confidence >= kTrusted) ++out.trusted;
    int left = 0;
    int top = 0;
    int right = 0;
    int bottom = 0;
    if (confidence < kLeastConfidence || !word->BoundingBox(kWord, &left, &top, &right, &bottom)) continue;
    frame.text() += text.get();
    const Box box{static_cast<float>(left) * scale, static_cast<float>(top) * scale, static_cast<float>(right) * scale,
                  static_cast<float>(bottom) * scale};
    frame.end_word(turned_back(box, turn, frame.width(), frame.height()), turn);
  } while (word->Next(kWord));
  if (out.words > 0) out.confidence = sum / static_cast<float>(out.words);
  return out;
}

}  // namespace

bool warm_up_scans() {
  auto& [turn, words] = readers();
  const auto load = [](tesseract::TessBaseAPI& reader, const char* what, tesseract::OcrEngineMode mode) {
    return std::any_of(kKnowledge.begin(), kKnowledge.end(),
                       [&](const char* folder) { return reader.Init(folder, what, mode) == 0; });
  };
  if (!load(turn, "osd", tesseract::OEM_DEFAULT) || !load(words, "eng", tesseract::OEM_LSTM_ONLY)) return false;
  turn.SetPageSegMode(tesseract::PSM_OSD_ONLY);
  words.SetPageSegMode(tesseract::PSM_AUTO);
  // A page once, so that whatever is loaded late is loaded.
  const Picture page(pixCreate(300, 100, 8));
  pixSetAll(page.get());
  static_cast<void>(turn_of(page.get()));
  words.SetImage(page.get());
  return words.Recognize(nullptr) == 0;
}

std::optional<ErrorFrame> read_scan(std::string_view bytes) {
  const auto raster = records::read_raster(bytes);
  if (!raster) return ErrorFrame{ReaderFault::damaged};
  const auto points = records::points_of(bytes);
  Picture page = picture_of(*raster, points);
  if (!page) return ErrorFrame{ReaderFault::memory};
  const int turn = turn_of(page.get());
  if (turn != 0) page.reset(pixRotateOrth(page.get(), 4 - turn));
  const float skew = page ? skew_of(page.get()) : 0;
  if (skew != 0) {
    page.reset(pixRotate(page.get(), skew * std::numbers::pi_v<float> / 180, L_ROTATE_AREA_MAP, L_BRING_IN_WHITE,
                         pixGetWidth(page.get()), pixGetHeight(page.get())));
  }
  if (!page) return ErrorFrame{ReaderFault::memory};
  const float scale = kPointsPerInch / raster->dots_per_inch;
  records::PageFrame frame;
  frame.begin(static_cast<float>(raster->width) * scale, static_cast<float>(raster->height) * scale);
  Recognised recognised = add_words(page.get(), scale, turn, frame);
  recognised.skew = skew;
  recognised.ink = ink_of(points);
  send(FrameKind::recognised, as_bytes(recognised));
  send_whole(frame.finish());
  return std::nullopt;
}

}  // namespace openimr::reader
