#include "records/unseen_words.h"

#include <algorithm>
#include <string>
#include <utility>

#include "base/ascii.h"
#include "records/visible_text.h"

namespace openimr::records {
namespace {

constexpr float kPointsPerInch = 72;
constexpr float kReadable = 4;      // points
constexpr int kLeastContrast = 40;  // of 255
constexpr std::size_t kFewLetters = 3;
constexpr float kMargin = 15;  // points, around what is cut out

// Letters and digits, small; of letters beyond ASCII those of Latin writing.
std::string letters_of(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const Character next = first_character(text);
    if (next.code < 0x80) {
      if (is_letter(text[0]) || is_digit(text[0])) out += lower(text[0]);
    } else if (next.code >= 0xC0 && next.code < 0x250) {
      out += text.substr(0, next.bytes);
    }
    text.remove_prefix(next.bytes);
  }
  return out;
}

// How many letters have to change for `word` to stand somewhere in `text`.
std::size_t changes_within(std::string_view word, std::string_view text) {
  std::vector<std::size_t> row(text.size() + 1, 0);
  for (std::size_t i = 1; i <= word.size(); ++i) {
    std::size_t before = std::exchange(row[0], i);
    for (std::size_t j = 1; j <= text.size(); ++j) {
      const std::size_t changed = before + (word[i - 1] == text[j - 1] ? 0 : 1);
      before = row[j];
      row[j] = std::min({changed, row[j] + 1, row[j - 1] + 1});
    }
  }
  return *std::min_element(row.begin(), row.end());
}

bool is_half_of(std::string_view letters, std::string_view read) {
  return 2 * changes_within(letters, read) <= letters.size();
}

bool lies_on(const Box& a, const Box& b) {
  const float across = std::min(a.right, b.right) - std::max(a.left, b.left);
  const float down = std::min(a.bottom, b.bottom) - std::max(a.top, b.top);
  const float lower = std::min(a.bottom - a.top, b.bottom - b.top);
  return across > 0 && down > lower / 3;
}

// Letters of all words that lie on a box, from the left.
std::string letters_on(const Box& box, const std::vector<PageWord>& words) {
  std::vector<const PageWord*> there;
  for (const PageWord& word : words) {
    if (lies_on(box, word.box)) there.push_back(&word);
  }
  std::sort(there.begin(), there.end(), [](const auto* a, const auto* b) { return a->box.left < b->box.left; });
  std::string out;
  for (const PageWord* word : there) out += letters_of(word->text);
  return out;
}

// Whether the picture has one colour where a word stands. Its edges, where a neighbour or a frame may reach in, are
// left out.
bool is_blank(const Box& box, const Raster& raster, std::string_view dots) {
  const float scale = raster.dots_per_inch / kPointsPerInch;
  const auto within = [&](float value, std::uint32_t most) {
    return static_cast<std::size_t>(std::clamp(value * scale, 0.0F, static_cast<float>(most)));
  };
  const float edge = (box.bottom - box.top) / 8;
  const std::size_t left = within(box.left, raster.width);
  const std::size_t right = within(box.right, raster.width);
  int least = 255;
  int most = 0;
  for (std::size_t y = within(box.top + edge, raster.height); y < within(box.bottom - edge, raster.height); ++y) {
    for (std::size_t x = left; x < right; ++x) {
      const int dot = static_cast<unsigned char>(dots[y * raster.width + x]);
      least = std::min(least, dot);
      most = std::max(most, dot);
    }
  }
  return most - least < kLeastContrast;
}

}  // namespace

std::vector<UnseenWord> unseen_words(const Page& page, const Raster& raster, std::string_view dots,
                                     const std::vector<PageWord>& recognised) {
  std::vector<UnseenWord> out;
  for (std::size_t i = 0; i < page.words.size(); ++i) {
    const PageWord& word = page.words[i];
    const std::string letters = letters_of(word.text);
    if (letters.empty()) continue;
    const bool upright = word.turn % 2 == 0;
    const float height = upright ? word.box.bottom - word.box.top : word.box.right - word.box.left;
    if (height < kReadable) {
      out.push_back({i, Unseen::too_small});
    } else if (is_blank(word.box, raster, dots)) {
      out.push_back({i, Unseen::blank});
    } else if (word.turn == 0 && letters.size() >= kFewLetters &&
               !is_half_of(letters, letters_on(word.box, recognised))) {
      out.push_back({i, Unseen::covered});
    }
  }
  return out;
}

std::string cut_out(const Raster& raster, std::string_view dots, const Box& box) {
  const float scale = raster.dots_per_inch / kPointsPerInch;
  const auto at = [&](float points, std::uint32_t most) {
    return static_cast<std::uint32_t>(std::clamp(points * scale, 0.0F, static_cast<float>(most)));
  };
  const auto margin = static_cast<std::uint32_t>(kMargin * scale);
  const std::uint32_t left = at(box.left, raster.width);
  const std::uint32_t top = at(box.top, raster.height);
  const std::uint32_t width = at(box.right, raster.width) - left;
  const std::uint32_t height = at(box.bottom, raster.height) - top;
  std::uint64_t light = 0;
  for (std::uint32_t y = 0; y < height; ++y) {
    for (std::uint32_t x = 0; x < width; ++x)
      light += static_cast<unsigned char>(dots[(top + y) * raster.width + left + x]);
  }
  const bool is_dark = light < std::uint64_t{width} * height * 128;
  const Raster cut{width + 2 * margin, height + 2 * margin, raster.dots_per_inch};
  std::string points(std::size_t{cut.width} * cut.height, '\xFF');
  for (std::uint32_t y = 0; y < height; ++y) {
    for (std::uint32_t x = 0; x < width; ++x) {
      const auto dot = static_cast<unsigned char>(dots[(top + y) * raster.width + left + x]);
      points[(y + margin) * cut.width + x + margin] = static_cast<char>(is_dark ? 255 - dot : dot);
    }
  }
  return std::string(as_bytes(cut)) + points;
}

bool is_read_in(std::string_view word, const std::vector<PageWord>& recognised) {
  std::string read;
  for (const PageWord& each : recognised) read += letters_of(each.text);
  return is_half_of(letters_of(word), read);
}

std::vector<std::size_t> only_shown(const Page& page, const std::vector<PageWord>& recognised) {
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < recognised.size(); ++i) {
    const std::string letters = letters_of(recognised[i].text);
    if (letters.empty()) continue;
    if (4 * changes_within(letters, letters_on(recognised[i].box, page.words)) > letters.size()) out.push_back(i);
  }
  return out;
}

}  // namespace openimr::records
