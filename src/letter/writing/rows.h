// The letter's blocks set in lines, before they are put on pages.
#pragma once

#include <string>
#include <vector>

#include "letter/writing/blocks.h"
#include "letter/writing/fonts.h"
#include "letter/writing/structure.h"

namespace openimr::letter {

// Words of one type, drawn together.
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
