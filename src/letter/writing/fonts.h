// Pango as the letter needs it: the width of words, and words drawn. Nothing is rounded to pixels, and no letters are
// joined ("fi"), so that a page's text comes out as it went in.
#pragma once

#include <memory>
#include <string_view>

#include <cairo.h>

#include "base/result.h"
#include "letter/writing/page_style.h"

namespace openimr::letter {

class Fonts {
 public:
  // Fails with not_found where a family of page_style.h is not installed.
  static Result<Fonts> load();
  ~Fonts();
  Fonts(Fonts&&) noexcept;

  double width(std::string_view text, Type type) const;
  // Draws in the type's colour from (x, baseline) on.
  void draw(cairo_t* page, double x, double baseline, std::string_view text, Type type) const;

 private:
  struct State;
  explicit Fonts(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace openimr::letter
