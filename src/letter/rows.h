// The letter's blocks set in lines, before they are put on pages. Each run of words knows its type and the element of
// the document's structure that it belongs to, by which screen readers find their way.
#pragma once

#include <string>
#include <vector>

#include "letter/blocks.h"
#include "letter/fonts.h"

namespace openimr::letter {

// An element of the structure: "P", "H2". The number tells elements of one name apart.
struct Tag {
  std::string name;
  std::size_t number;
  bool operator==(const Tag&) const = default;
};
using Path = std::vector<Tag>;  // from "Document" down

struct Run {
  std::string text;
  Type type;
  double x;  // from the left edge of the page
  double width;
  Path path;
};

struct Row {
  std::vector<Run> runs;
  std::size_t block;        // index of the block it is of
  double space_before = 0;  // to the row before, on the same page
  double height = 0;
  bool may_begin_page = true;  // false: it stays with the row before
};

std::vector<Row> rows_of(const std::vector<Block>& blocks, const Fonts& fonts);

}  // namespace openimr::letter
