// Words of a text layer beside the picture of their page, both made up.
#include "records/unseen_words.h"

#include <gtest/gtest.h>

namespace openimr::records {
namespace {

constexpr std::uint32_t kSide = 200;  // a page of 200 points, a dot a point
const Raster kRaster{kSide, kSide, 72};

std::string white() {
  return std::string(kSide * kSide, '\xFF');
}
// Upright strokes in a box, as letters have.
void write(std::string& dots, const Box& box) {
  for (auto y = static_cast<std::size_t>(box.top); y < static_cast<std::size_t>(box.bottom); ++y) {
    for (auto x = static_cast<std::size_t>(box.left); x < static_cast<std::size_t>(box.right); x += 3)
      dots[y * kSide + x] = '\0';
  }
}
void blacken(std::string& dots, const Box& box) {
  for (auto y = static_cast<std::size_t>(box.top); y < static_cast<std::size_t>(box.bottom); ++y) {
    for (auto x = static_cast<std::size_t>(box.left); x < static_cast<std::size_t>(box.right); ++x)
      dots[y * kSide + x] = '\0';
  }
}

constexpr Box kPlace{20, 20, 80, 32};

std::string unseen(const PageWord& word, const std::string& dots, const std::vector<PageWord>& recognised) {
  const auto found = unseen_words({kSide, kSide, {word}}, kRaster, dots, recognised);
  if (found.empty()) return "shown";
  return found[0].how == Unseen::blank ? "blank" : found[0].how == Unseen::covered ? "covered" : "too small";
}

TEST(UnseenWords, AreThoseThatThePictureDoesNotShow) {
  std::string written = white();
  write(written, kPlace);
  std::string black = white();
  blacken(black, {10, 10, 90, 40});
  const Box low{20, 20, 80, 23};
  const struct {
    const char* what;
    PageWord word;
    const std::string& dots;
    std::vector<PageWord> recognised;
    const char* is;
  } rows[] = {
      {"as it is read", {"Invented", kPlace}, written, {{"Invented", kPlace}}, "shown"},
      {"misread by some letters", {"Invented", kPlace}, written, {{"lnvenfed", kPlace}}, "shown"},
      {"read as two words",
       {"Invented", kPlace},
       written,
       {{"Inven", {20, 20, 55, 32}}, {"ted", {56, 20, 80, 32}}},
       "shown"},
      {"read together with its neighbour", {"the", {20, 20, 40, 32}}, written, {{"the,patient", kPlace}}, "shown"},
      {"on white", {"Invented", kPlace}, white(), {}, "blank"},
      {"under black", {"Invented", kPlace}, black, {}, "blank"},
      {"another word there", {"Invented", kPlace}, written, {{"Upheld", kPlace}}, "covered"},
      {"no word there", {"Invented", kPlace}, written, {}, "covered"},
      {"the word, elsewhere", {"Invented", kPlace}, written, {{"Invented", {20, 60, 80, 72}}}, "covered"},
      {"two letters, never compared", {"mg", kPlace}, written, {}, "shown"},
      {"a dash", {"-", kPlace}, white(), {}, "shown"},
      {"three points high", {"Invented", low}, written, {{"Invented", low}}, "too small"},
      {"turned, never compared", {"Invented", kPlace, 1}, written, {}, "shown"},
      {"turned on white", {"Invented", kPlace, 1}, white(), {}, "blank"},
      {"beyond the page", {"Invented", {300, 300, 380, 312}}, written, {}, "blank"},
  };
  for (const auto& row : rows) EXPECT_STREQ(unseen(row.word, row.dots, row.recognised).c_str(), row.is) << row.what;
}

TEST(OnlyShown, AreWordsThatTheTextLayerLacks) {
  const Page layer{kSide, kSide, {{"Upheld", kPlace}, {"pain", {20, 60, 60, 72}}}};
  const std::vector<PageWord> recognised = {
      {"Upheld,", kPlace}, {"Grace", {20, 40, 60, 52}}, {"poin", {20, 60, 60, 72}}, {"|", {100, 100, 102, 112}}};
  EXPECT_EQ(only_shown(layer, recognised), std::vector<std::size_t>{1});
  const std::vector<PageWord> lying = {{"Grace", kPlace}};
  EXPECT_EQ(only_shown(layer, lying), std::vector<std::size_t>{0}) << "the text layer says otherwise";
}

}  // namespace
}  // namespace openimr::records
