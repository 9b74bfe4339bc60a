#include <ostream>

#include <fmt/core.h>

#include "letter/fact_words.h"
#include "letter/html_text.h"
#include "letter/timeline_lanes.h"
#include "letter/timeline_svg.h"
#include "letter/timeline_words.h"

namespace openimr::letter {
namespace {

constexpr int kWidth = 1000;
constexpr int kMargin = 24;
constexpr int kNames = 210;  // for the names of the rows
constexpr int kHeading = 34;
constexpr int kHead = 84;
constexpr int kLegend = 26;
constexpr std::size_t kLongestName = 26;
constexpr std::size_t kLabels = 8;

std::string shortened(const std::string& name) {
  return name.size() <= kLongestName ? name : name.substr(0, kLongestName - 1) + "…";
}

int height_of(const facts::Timeline& timeline) {
  int height = kHead + kLegend * 2 + kMargin;
  for (std::size_t i = 0; i < timeline.rows.size(); ++i) {
    if (i == 0 || timeline.rows[i].kind != timeline.rows[i - 1].kind) height += kHeading;
    height += lane_height(timeline.rows[i]);
  }
  return height;
}

void write_legend(std::ostream& out, const facts::Timeline& timeline, int top) {
  int left = kMargin;
  for (const auto happening : happenings_in(timeline)) {
    const auto words = meaning_of(happening);
    out << fmt::format(R"(<use href="#{}" x="{}" y="{}"/><text x="{}" y="{}" font-size="13">{}</text>)",
                       shape_id(happening), left + 6, top - 4, left + 18, top, words)
        << '\n';
    left += 40 + static_cast<int>(words.size()) * 7;
  }
  out << fmt::format(
      R"(<rect x="{}" y="{}" width="26" height="10" fill='url(#tl-gap)' stroke="#565c65"/><text x="{}" y="{}" font-size="13">not named at visits</text>)",
      left, top - 10, left + 34, top);
  out << '\n';
}

}  // namespace

void write_timeline_svg(std::ostream& out, const facts::Timeline& timeline, const std::string& case_number) {
  const int height = height_of(timeline);
  const std::string title = "Timeline of case " + case_number;
  out << fmt::format(
      R"(<svg xmlns="http://www.w3.org/2000/svg" width="{0}" height="{1}" viewBox="0 0 {0} {1}" role="img" aria-labelledby="tl-title tl-desc" font-family="system-ui, 'Liberation Sans', Arial, sans-serif" fill="#1b1b1b">)",
      kWidth, height);
  out << "\n<title id=\"tl-title\">" << html_text(title) << "</title>\n<desc id=\"tl-desc\">";
  for (const auto& row : timeline.rows)
    out << html_text(fmt::format("{}: from {} to {}. ", row.name, row.first().iso(), row.last().iso()));
  out << "</desc>\n";
  write_lane_shapes(out);
  out << R"(<rect width="100%" height="100%" fill="#fff"/>)" << '\n';
  out << fmt::format(R"(<text x="{}" y="34" font-size="20" font-weight="700">{}</text>)", kMargin, html_text(title));
  out << fmt::format(
      R"(<text x="{}" y="54" font-size="13" fill="#565c65">Prepared by software from the records; not a decision.</text>)",
      kMargin);
  out << '\n';
  if (timeline.rows.empty()) {
    out << fmt::format("<text x=\"{}\" y=\"{}\" font-size=\"14\">The records date nothing.</text>\n</svg>\n", kMargin,
                       kHead);
    return;
  }
  const TimeAxis axis(timeline.rows);
  const int width = kWidth - kNames - 2 * kMargin;
  out << fmt::format(R"(<svg x="{}" y="{}" width="{}" height="20" overflow="visible">)", kMargin + kNames, kHead - 20,
                     width)
      << '\n';
  write_axis(out, axis, kLabels);
  out << "</svg>\n";
  int top = kHead;
  for (std::size_t i = 0; i < timeline.rows.size(); ++i) {
    const auto& row = timeline.rows[i];
    if (i == 0 || row.kind != timeline.rows[i - 1].kind) {
      out << fmt::format(R"(<text x="{}" y="{}" font-size="13" font-weight="700" fill="#162e51">{}</text>)", kMargin,
                         top + 22, heading_of(row.kind))
          << '\n';
      top += kHeading;
    }
    const int tall = lane_height(row);
    out << fmt::format(R"(<text x="{}" y="{}" font-size="14">{}</text>)", kMargin, top + tall / 2 + 5,
                       html_text(shortened(row.name)));
    out << fmt::format(R"(<svg x="{}" y="{}" width="{}" height="{}" overflow="visible">)", kMargin + kNames, top, width,
                       tall)
        << '\n';
    write_lane(out, row, axis);
    out << "</svg>\n";
    top += tall;
  }
  write_legend(out, timeline, top + kLegend + 6);
  out << "</svg>\n";
}

}  // namespace openimr::letter
