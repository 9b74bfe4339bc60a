#include <algorithm>
#include <memory>

#include <cairo-pdf.h>
#include <cairo.h>
#include <fmt/core.h>

#include "letter/writing/pages.h"
#include "letter/writing/pdf_catalog.h"
#include "letter/writing/set_blocks.h"

namespace openimr::letter {
namespace {

constexpr double kFrameWidth = 0.8;

struct DestroySurface {
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
struct DestroyContext {
  void operator()(cairo_t* context) const { cairo_destroy(context); }
};
using Surface = std::unique_ptr<cairo_surface_t, DestroySurface>;
using Context = std::unique_ptr<cairo_t, DestroyContext>;

cairo_status_t append(void* to, const unsigned char* bytes, unsigned length) {
  static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(bytes), length);
  return CAIRO_STATUS_SUCCESS;
}

class Drawer {
 public:
  Drawer(cairo_surface_t* surface, const Fonts& fonts, const std::vector<Block>& blocks, std::string foot)
      : surface_(surface), page_(cairo_create(surface)), fonts_(fonts), blocks_(blocks), foot_(std::move(foot)) {}

  void draw(const std::vector<LetterPage>& pages) {
    for (std::size_t i = 0; i < pages.size(); ++i) {
      for (const Shape& shape : pages[i].shapes) draw(shape);
      for (const PlacedRow& placed : pages[i].rows) draw(placed, i + 1);
      if (!open_.empty()) close_to(open_.size() - 1);
      draw_foot(i + 1, pages.size());
      if (i + 1 == pages.size()) close_to(0);
      cairo_show_page(page_.get());
    }
  }

 private:
  void draw(const Shape& shape) {
    cairo_set_source_rgb(page_.get(), shape.colour.red, shape.colour.green, shape.colour.blue);
    cairo_rectangle(page_.get(), shape.x, shape.y, shape.width, shape.height);
    if (shape.frame) {
      cairo_set_line_width(page_.get(), kFrameWidth);
      cairo_stroke(page_.get());
    } else {
      cairo_fill(page_.get());
    }
  }

  void draw(const PlacedRow& placed, std::size_t page) {
    for (const Run& run : placed.row.runs) {
      open(run.path);
      fonts_.draw(page_.get(), run.x, placed.baseline, run.text, run.type);
    }
    bookmark(placed, page);
  }

  // In no element: no part of what the letter says.
  void draw_foot(std::size_t page, std::size_t pages) {
    const std::string text = fmt::format("{}Page {} of {}", foot_, page, pages);
    const double x = (kPageWidth - fonts_.width(text, Type::foot)) / 2;
    fonts_.draw(page_.get(), x, kFootBaseline, text, Type::foot);
  }

  // Sections, and below the section of the items each item.
  void bookmark(const PlacedRow& placed, std::size_t page) {
    const Block& block = blocks_[placed.row.block];
    const bool heading = block.kind == BlockKind::heading;
    if ((!heading && block.kind != BlockKind::item) || placed.row.block == bookmarked_) return;
    bookmarked_ = placed.row.block;
    const std::string where =
        fmt::format("page={} pos=[{} {:.1f}]", page, kMargin, placed.baseline - placed.row.height);
    const int id = cairo_pdf_surface_add_outline(surface_, heading ? CAIRO_PDF_OUTLINE_ROOT : section_,
                                                 block.words().c_str(), where.c_str(), CAIRO_PDF_OUTLINE_FLAG_OPEN);
    if (heading) section_ = id;
  }

  // Ends the elements that do not hold what comes next, and begins those that do.
  void open(const Path& path) {
    const auto differ = std::mismatch(open_.begin(), open_.end(), path.begin(), path.end());
    close_to(static_cast<std::size_t>(differ.first - open_.begin()));
    for (auto tag = path.begin() + static_cast<std::ptrdiff_t>(open_.size()); tag != path.end(); ++tag) {
      cairo_tag_begin(page_.get(), tag->name.c_str(), nullptr);
      open_.push_back(*tag);
    }
  }
  void close_to(std::size_t depth) {
    for (; open_.size() > depth; open_.pop_back()) cairo_tag_end(page_.get(), open_.back().name.c_str());
  }

  cairo_surface_t* surface_;
  Context page_;
  const Fonts& fonts_;
  const std::vector<Block>& blocks_;
  std::string foot_;
  Path open_;
  std::size_t bookmarked_ = 0;
  int section_ = CAIRO_PDF_OUTLINE_ROOT;
};

void describe(cairo_surface_t* surface, const Particulars& particulars) {
  const auto set = [surface](cairo_pdf_metadata_t what, const std::string& text) {
    cairo_pdf_surface_set_metadata(surface, what, text.c_str());
  };
  set(CAIRO_PDF_METADATA_TITLE, particulars.title);
  if (!particulars.organisation.empty()) set(CAIRO_PDF_METADATA_AUTHOR, particulars.organisation);
  set(CAIRO_PDF_METADATA_SUBJECT, particulars.programme);
  set(CAIRO_PDF_METADATA_CREATOR, "OpenIMR");
  set(CAIRO_PDF_METADATA_CREATE_DATE, particulars.date ? particulars.date->iso() + "T00:00:00Z" : "");
}

}  // namespace

Result<std::string> set_pdf(const std::vector<Block>& blocks, const Particulars& particulars) {
  const auto fonts = Fonts::load();
  if (!fonts) return fail(fonts.error());
  const auto pages = pages_of(rows_of(blocks, *fonts), blocks);
  std::string pdf;
  const Surface surface(cairo_pdf_surface_create_for_stream(append, &pdf, kPageWidth, kPageHeight));
  cairo_pdf_surface_restrict_to_version(surface.get(), CAIRO_PDF_VERSION_1_4);
  describe(surface.get(), particulars);
  Drawer(surface.get(), *fonts, blocks, particulars.foot).draw(pages);
  cairo_surface_finish(surface.get());
  if (const cairo_status_t status = cairo_surface_status(surface.get()); status != CAIRO_STATUS_SUCCESS) {
    return fail({ErrorCode::internal, std::string("the PDF could not be written: ") + cairo_status_to_string(status),
                 "", particulars.name, 0, 0, "Please report it."});
  }
  return with_language(std::move(pdf), "en-US");
}

}  // namespace openimr::letter
