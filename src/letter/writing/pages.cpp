#include "letter/writing/pages.h"

#include <algorithm>

namespace openimr::letter {
namespace {

constexpr double kTop = kMargin;
constexpr double kBottom = kPageHeight - kMargin;
constexpr double kBaseline = 0.76;  // of a row's height, from its top
constexpr double kHairline = 0.6;
constexpr double kPanelPadding = 9;
constexpr double kPanelBar = 4;
constexpr double kSignatureWidth = 240;

// The row after the last that fits on a page that begins with row `first`.
std::size_t page_end(const std::vector<Row>& rows, std::size_t first) {
  double y = kTop + rows[first].height;
  std::size_t end = first + 1;
  while (end < rows.size() && y + rows[end].space_before + rows[end].height <= kBottom) {
    y += rows[end].space_before + rows[end].height;
    ++end;
  }
  if (end == rows.size()) return end;
  std::size_t begins = end;
  while (begins > first && !rows[begins].may_begin_page) --begins;
  return begins > first ? begins : end;
}

double top_of(const PlacedRow& placed) {
  return placed.baseline - kBaseline * placed.row.height;
}

void add_frame(LetterPage& page, const Run& run, double baseline) {
  if (run.type != Type::upheld && run.type != Type::overturned) return;
  constexpr double kSide = 4;
  constexpr double kAbove = 10.5;
  constexpr double kHeight = 14;
  page.shapes.push_back(
      {run.x - kSide, baseline - kAbove, run.width + 2 * kSide, kHeight, kAccent, run.type == Type::upheld});
}

bool is_letterhead(BlockKind kind) {
  return kind == BlockKind::organisation || kind == BlockKind::programme;
}

// Below the programme a rule, below each heading a thin one, and a panel behind the outcome; around each decision a
// frame; above who signs the line to sign on.
void add_shapes(LetterPage& page, const std::vector<Block>& blocks) {
  double panel_top = 0;
  for (std::size_t i = 0; i < page.rows.size(); ++i) {
    const PlacedRow& placed = page.rows[i];
    for (const Run& run : placed.row.runs) add_frame(page, run, placed.baseline);
    const BlockKind kind = blocks[placed.row.block].kind;
    const bool last = i + 1 == page.rows.size() || page.rows[i + 1].row.block != placed.row.block;
    const double bottom = top_of(placed) + placed.row.height;
    const BlockKind next = i + 1 < page.rows.size() ? blocks[page.rows[i + 1].row.block].kind : BlockKind::heading;
    if (is_letterhead(kind) && !is_letterhead(next))
      page.shapes.push_back({kMargin, bottom + 6, kTextWidth, 1.5, kAccent});
    if (kind == BlockKind::heading && last)
      page.shapes.push_back({kMargin, bottom + 1.5, kTextWidth, kHairline, kRuleGrey});
    const bool first = i == 0 || page.rows[i - 1].row.block != placed.row.block;
    if (kind == BlockKind::signature && first)
      page.shapes.push_back({kMargin, top_of(placed) - 3, kSignatureWidth, kHairline, kInk});
    const bool panel = kind == BlockKind::outcome || kind == BlockKind::meaning;
    if (panel && panel_top == 0) panel_top = top_of(placed) - kPanelPadding;
    if (panel && next != BlockKind::meaning) {
      const double height = bottom + kPanelPadding - panel_top;
      page.shapes.push_back({kMargin, panel_top, kTextWidth, height, kTint});
      page.shapes.push_back({kMargin, panel_top, kPanelBar, height, kAccent});
      panel_top = 0;
    }
  }
}

void mark_parts(std::vector<LetterPage>& pages) {
  for (std::size_t p = 0; p + 1 < pages.size(); ++p) {
    const std::size_t block = pages[p].rows.back().row.block;
    if (pages[p + 1].rows.front().row.block != block) continue;
    for (const std::size_t part : {p, p + 1}) {
      for (PlacedRow& placed : pages[part].rows) {
        if (placed.row.block != block) continue;
        for (Run& run : placed.row.runs)
          if (run.path.back() != Tag{"Span", part}) run.path.push_back({"Span", part});
      }
    }
  }
}

}  // namespace

std::vector<LetterPage> pages_of(std::vector<Row> rows, const std::vector<Block>& blocks) {
  std::vector<LetterPage> pages;
  for (std::size_t first = 0; first < rows.size();) {
    const std::size_t end = page_end(rows, first);
    LetterPage page;
    double y = kTop;
    for (std::size_t i = first; i < end; ++i) {
      if (i > first) y += rows[i].space_before;
      page.rows.push_back({std::move(rows[i]), y + kBaseline * rows[i].height});
      y += page.rows.back().row.height;
    }
    add_shapes(page, blocks);
    pages.push_back(std::move(page));
    first = end;
  }
  mark_parts(pages);
  return pages;
}

}  // namespace openimr::letter
