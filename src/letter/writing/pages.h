// Rows on pages: where each stands, and the lines and panels around them.
#pragma once

#include <vector>

#include "letter/writing/rows.h"

namespace openimr::letter {

struct PlacedRow {
  Row row;
  double baseline;  // from the top of the page
};

// A rule, a frame or a panel behind the text.
struct Shape {
  double x;
  double y;
  double width;
  double height;
  Colour colour;
  bool frame = false;  // only its outline
};

struct LetterPage {
  std::vector<Shape> shapes;
  std::vector<PlacedRow> rows;
};

// Fills pages from the top. A page begins only with a row that may begin one, so that no heading stands alone at a foot
// and no paragraph leaves one line behind; where none of a page's rows may, it is filled to the last. Of a block that
// goes on over a page's end each part is a "Span" of its own.
std::vector<LetterPage> pages_of(std::vector<Row> rows, const std::vector<Block>& blocks);

}  // namespace openimr::letter
