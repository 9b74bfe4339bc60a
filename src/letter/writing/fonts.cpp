#include "letter/writing/fonts.h"

#include <array>
#include <string>

#include <pango/pangocairo.h>

#include "base/lost_memory.h"

#if __has_feature(address_sanitizer)
// NOLINTBEGIN(bugprone-reserved-identifier,readability-identifier-naming)
extern "C" {
const char* __lsan_default_suppressions();
const char* __lsan_default_options();
const char* __lsan_default_suppressions() {
  return openimr::kLostByLibraries;
}
const char* __lsan_default_options() {
  return "print_suppressions=0";
}
}
// NOLINTEND(bugprone-reserved-identifier,readability-identifier-naming)
#endif

namespace openimr::letter {
namespace {

constexpr double kPointsAreUnits = 72;  // dots to the inch

template <auto release>
struct Release {
  template <class T>
  void operator()(T* owned) const {
    release(owned);
  }
};
template <class T>
using Object = std::unique_ptr<T, Release<g_object_unref>>;
using Options = std::unique_ptr<cairo_font_options_t, Release<cairo_font_options_destroy>>;
using Description = std::unique_ptr<PangoFontDescription, Release<pango_font_description_free>>;
using Attributes = std::unique_ptr<PangoAttrList, Release<pango_attr_list_unref>>;

Description description_of(const TypeStyle& style) {
  Description out(pango_font_description_new());
  pango_font_description_set_family_static(out.get(), style.family);
  pango_font_description_set_weight(out.get(), style.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_size(out.get(), static_cast<int>(style.size * PANGO_SCALE));
  return out;
}

bool is_installed(PangoContext* context, const TypeStyle& style) {
  const Object<PangoFont> font(pango_context_load_font(context, description_of(style).get()));
  if (font == nullptr) return false;
  const Description found(pango_font_describe(font.get()));
  const char* family = pango_font_description_get_family(found.get());
  return family != nullptr && std::string_view(family) == style.family;
}

}  // namespace

struct Fonts::State {
  Object<PangoFontMap> map{pango_cairo_font_map_new()};
  Object<PangoContext> context;
  std::array<Object<PangoLayout>, kTypes.size()> layouts;

  State() {
    pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(map.get()), kPointsAreUnits);
    context.reset(pango_font_map_create_context(map.get()));
    const Options options(cairo_font_options_create());
    cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(context.get(), options.get());
    pango_context_set_round_glyph_positions(context.get(), FALSE);
    pango_context_set_base_dir(context.get(), PANGO_DIRECTION_LTR);
    pango_context_set_language(context.get(), pango_language_from_string("en"));
    for (std::size_t i = 0; i < kTypes.size(); ++i) {
      layouts[i].reset(pango_layout_new(context.get()));
      pango_layout_set_font_description(layouts[i].get(), description_of(kTypes[i]).get());
      const Attributes attributes(pango_attr_list_new());
      pango_attr_list_insert(attributes.get(), pango_attr_font_features_new("liga=0, clig=0, dlig=0"));
      pango_layout_set_attributes(layouts[i].get(), attributes.get());
      pango_layout_set_single_paragraph_mode(layouts[i].get(), TRUE);
    }
  }

  PangoLayout* set(std::string_view text, Type type) const {
    PangoLayout* layout = layouts[static_cast<std::size_t>(type)].get();
    pango_layout_set_text(layout, text.data(), static_cast<int>(text.size()));
    return layout;
  }
};

Fonts::Fonts(std::unique_ptr<State> state) : state_(std::move(state)) {}
Fonts::~Fonts() = default;
Fonts::Fonts(Fonts&&) noexcept = default;

Result<Fonts> Fonts::load() {
  auto state = std::make_unique<State>();
  for (const TypeStyle& style : kTypes) {
    if (is_installed(state->context.get(), style)) continue;
    return fail({ErrorCode::not_found, "the font of the letter is not installed", style.family, "", 0, 0,
                 "Install the package fonts-liberation, or write the letter as text or HTML."});
  }
  return Fonts(std::move(state));
}

double Fonts::width(std::string_view text, Type type) const {
  int width = 0;
  pango_layout_get_size(state_->set(text, type), &width, nullptr);
  return static_cast<double>(width) / PANGO_SCALE;
}

void Fonts::draw(cairo_t* page, double x, double baseline, std::string_view text, Type type) const {
  const Colour& colour = style_of(type).colour;
  cairo_set_source_rgb(page, colour.red, colour.green, colour.blue);
  cairo_move_to(page, x, baseline);
  pango_cairo_show_layout_line(page, pango_layout_get_line_readonly(state_->set(text, type), 0));
}

}  // namespace openimr::letter
