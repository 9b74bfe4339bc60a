#include "support/marked_pages.h"

#include <cairo-pdf.h>
#include <cairo.h>
#include <fmt/core.h>

namespace openimr::testing {
namespace {

constexpr int kWidth = 612;
constexpr int kHeight = 792;
constexpr const char* kLines[] = {
    "The request is for a course of physical therapy for the low back.",
    "The records show that an earlier course improved the function of the worker.",
    "The treatment is medically necessary and the denial does not stand.",
    "The decision is based on the guideline that was in force on the day of the review.",
};

cairo_status_t append(void* to, const unsigned char* bytes, unsigned length) {
  static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(bytes), length);
  return CAIRO_STATUS_SUCCESS;
}

}  // namespace

void Pen::words(const std::string& text, double left, double baseline, double size, double grey) {
  auto* cairo = static_cast<cairo_t*>(cairo_);
  cairo_set_source_rgb(cairo, grey, grey, grey);
  cairo_select_font_face(cairo, "Liberation Serif", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
  cairo_set_font_size(cairo, size);
  cairo_move_to(cairo, left, baseline);
  cairo_show_text(cairo, text.c_str());
}

void Pen::box(double left, double top, double width, double height, double grey) {
  auto* cairo = static_cast<cairo_t*>(cairo_);
  cairo_set_source_rgb(cairo, grey, grey, grey);
  cairo_rectangle(cairo, left, top, width, height);
  cairo_fill(cairo);
}

std::string pdf_drawn(const std::vector<std::function<void(Pen&)>>& pages, const Particulars& particulars, int width) {
  std::string out;
  cairo_surface_t* surface = cairo_pdf_surface_create_for_stream(append, &out, width, kHeight);
  cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_4);
  const std::pair<cairo_pdf_metadata_t, const std::string*> all[] = {
      {CAIRO_PDF_METADATA_TITLE, &particulars.title},
      {CAIRO_PDF_METADATA_AUTHOR, &particulars.author},
      {CAIRO_PDF_METADATA_KEYWORDS, &particulars.keywords}};
  for (const auto& [what, text] : all) {
    if (!text->empty()) cairo_pdf_surface_set_metadata(surface, what, text->c_str());
  }
  cairo_t* cairo = cairo_create(surface);
  for (const auto& page : pages) {
    Pen pen(cairo);
    double baseline = 90;
    for (const char* line : kLines) pen.words(line, 72, baseline += 18);
    page(pen);
    cairo_show_page(cairo);
  }
  cairo_destroy(cairo);
  cairo_surface_finish(surface);
  cairo_surface_destroy(surface);
  const std::string drawn = fmt::format("0 0 {} {}", width, kHeight);
  const std::string said = fmt::format("0 0 {} {}", kWidth, kHeight);
  if (width != kWidth) {
    for (auto at = out.find(drawn); at != std::string::npos; at = out.find(drawn, at + 1))
      out.replace(at, drawn.size(), said);
  }
  return out;
}

}  // namespace openimr::testing
