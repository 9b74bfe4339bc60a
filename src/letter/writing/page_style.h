// How a page of the letter looks: US Letter, margins of an inch, sizes in points. Text is set in a serif at 11.5
// points, headings in a sans; both from fonts-liberation, which every Debian has.
#pragma once

#include <array>
#include <cstdint>

namespace openimr::letter {

struct Colour {
  double red = 0;
  double green = 0;
  double blue = 0;
};

constexpr Colour kInk = {0.10, 0.10, 0.10};
constexpr Colour kAccent = {0.086, 0.18, 0.318};
constexpr Colour kQuiet = {0.27, 0.27, 0.27};
constexpr Colour kRuleGrey = {0.55, 0.57, 0.59};
constexpr Colour kPaper = {1, 1, 1};
constexpr Colour kTint = {0.933, 0.949, 0.969};

constexpr double kPageWidth = 612;
constexpr double kPageHeight = 792;
constexpr double kMargin = 72;
constexpr double kTextWidth = kPageWidth - 2 * kMargin;
constexpr double kFootBaseline = kPageHeight - 40;

enum class Type : std::uint8_t {
  text,
  strong,  // a label
  organisation,
  programme,
  title,
  verdict,
  heading,
  item,
  upheld,      // a decision, in a frame
  overturned,  // a decision, on a dark ground
  foot,
};

struct TypeStyle {
  const char* family;
  bool bold;
  double size;
  double leading;  // from one baseline to the next
  Colour colour;
};

constexpr const char* kSerif = "Liberation Serif";
constexpr const char* kSans = "Liberation Sans";

// By Type.
constexpr std::array kTypes = {
    TypeStyle{kSerif, false, 11.5, 15.5, kInk}, TypeStyle{kSerif, true, 11.5, 15.5, kInk},
    TypeStyle{kSans, true, 11, 14, kAccent},    TypeStyle{kSans, false, 9, 12.5, kQuiet},
    TypeStyle{kSans, true, 18, 22, kAccent},    TypeStyle{kSans, true, 12.5, 16, kAccent},
    TypeStyle{kSans, true, 10, 14, kAccent},    TypeStyle{kSans, true, 11, 15.5, kInk},
    TypeStyle{kSans, true, 10, 15.5, kAccent},  TypeStyle{kSans, true, 10, 15.5, kPaper},
    TypeStyle{kSans, false, 8.5, 11, kQuiet},
};

constexpr const TypeStyle& style_of(Type type) {
  return kTypes[static_cast<std::size_t>(type)];
}

}  // namespace openimr::letter
