// Where something stands: the one thing that every fact and every drafted sentence has.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>

namespace openimr {

// Half-open range of bytes in some text.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool empty() const { return begin >= end; }
  bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
  auto operator<=>(const Span&) const = default;
};

// A rectangle on a page, in PDF points from the top left.
struct Box {
  float left = 0;
  float top = 0;
  float right = 0;
  float bottom = 0;
  bool empty() const { return left >= right || top >= bottom; }
  auto operator<=>(const Box&) const = default;
};

// The smallest box that holds both; an empty box adds nothing.
Box together(Box a, Box b);

// A span of the original text of a document, as `openimr records DIR --text DOCUMENT` prints it. `document` is the path
// relative to the case folder, `page` counts from 1, `text` are the very bytes of the span; `box` where the
// page has a layout.
struct Place {
  std::string document;
  int page = 1;
  Span span;
  std::string text;
  std::optional<Box> box{};
  auto operator<=>(const Place&) const = default;
};

}  // namespace openimr
