#include <ostream>

#include <fmt/core.h>

#include "letter/fact_words.h"
#include "letter/facts_html_parts.h"
#include "letter/html_text.h"
#include "letter/timeline_lanes.h"
#include "letter/timeline_svg.h"
#include "letter/timeline_words.h"

namespace openimr::letter {
namespace {

using facts::RowKind;
using facts::TimelineRow;

constexpr std::size_t kLabels = 5;  // as many as a telephone has room for
constexpr std::size_t kEntries = 300;

void write_entries(std::ostream& out, const FactsPage& page, const TimelineRow& row) {
  const auto points = distinct_points(row);
  out << "<details><summary>" << count_in_words(points.size(), "date") << ", " << html_time(row.first());
  if (row.last() != row.first()) out << " to " << html_time(row.last());
  if (!row.gaps.empty()) out << ", " << count_in_words(row.gaps.size(), "gap");
  out << "</summary>\n<table>\n<thead><tr><th scope=\"col\">Date</th><th scope=\"col\">What</th>"
         "<th scope=\"col\">Value</th><th scope=\"col\">Place</th></tr></thead>\n<tbody>\n";
  for (std::size_t i = 0; i < std::min(points.size(), kEntries); ++i) {
    const auto& point = points[i];
    out << "<tr><td>" << html_time(point.date) << "</td><td>" << meaning_of(point.what) << "</td><td>"
        << html_text(point.value) << "</td><td>" << place_link(page, point.place) << "</td></tr>\n";
  }
  for (const auto& gap : row.gaps) {
    out << "<tr class=\"gap\"><td>" << html_time(gap.from) << " to " << html_time(gap.to)
        << "</td><td colspan=\"3\">not named at " << count_in_words(static_cast<std::size_t>(gap.visits), "visit")
        << " in between</td></tr>\n";
  }
  out << "</tbody>\n</table>\n";
  if (points.size() > kEntries) out << "<p>" << points.size() - kEntries << " later dates are left out here.</p>\n";
  out << "</details>\n";
}

void write_row(std::ostream& out, const FactsPage& page, const TimeAxis& axis, std::size_t number) {
  const TimelineRow& row = page.timeline.rows[number];
  std::string words = fmt::format("{} from {} to {}", row.name, row.first().iso(), row.last().iso());
  for (const auto& point : row.points) {
    if (is_change(point) && words.size() < 600) words += fmt::format("; {} {}", point.date.first.iso(), said(point));
  }
  for (const auto& gap : row.gaps) words += "; named " + said(gap);
  out << fmt::format("<div class=\"row\" id=\"row-{}\">\n<h4>{}</h4>\n", number + 1, html_text(row.name));
  out << fmt::format(
      "<svg class=\"lane\" width=\"100%\" height=\"{}\" role=\"img\" aria-labelledby=\"row-{}-title row-{}-words\">\n"
      "<title id=\"row-{}-title\">{}</title><desc id=\"row-{}-words\">{}</desc>\n",
      lane_height(row), number + 1, number + 1, number + 1, html_text(row.name), number + 1, html_text(words));
  write_lane(out, row, axis);
  out << "</svg>\n";
  write_entries(out, page, row);
  out << "</div>\n";
}

void write_axis_row(std::ostream& out, const TimeAxis& axis) {
  out << "<div class=\"row axis\" aria-hidden=\"true\"><svg class=\"lane\" width=\"100%\" height=\"20\">\n";
  write_axis(out, axis, kLabels);
  out << "</svg></div>\n";
}

void write_legend(std::ostream& out, const facts::Timeline& timeline) {
  const auto entry = [&out](const std::string& picture, std::string_view words) {
    out << "<li><svg width=\"22\" height=\"16\" aria-hidden=\"true\">" << picture << "</svg> " << words << "</li>\n";
  };
  out << "<ul class=\"legend\">\n";
  for (const auto happening : happenings_in(timeline))
    entry(fmt::format("<use href=\"#{}\" x=\"11\" y=\"8\"/>", shape_id(happening)), meaning_of(happening));
  entry(R"(<rect x="1" y="5" width="20" height="6" fill="#73b3e7"/>)", "in use");
  entry(R"(<rect x="1" y="2" width="20" height="12" fill='url(#tl-gap)' stroke="#565c65"/>)",
        "not named at the visits of more than three months");
  out << "</ul>\n";
}

}  // namespace

void write_timeline_rows(std::ostream& out, const FactsPage& page) {
  const auto& rows = page.timeline.rows;
  out << "<section id=\"timeline\">\n<h2>Timeline</h2>\n";
  if (rows.empty()) {
    out << "<p>The records date nothing.</p>\n</section>\n";
    return;
  }
  out << "<svg width=\"0\" height=\"0\" class=\"shapes\" aria-hidden=\"true\">\n";
  write_lane_shapes(out);
  out << "</svg>\n";
  const TimeAxis axis(rows);
  out << "<p>" << html_time(axis.from()) << " to " << html_time(axis.to())
      << ". Below each row stands the same in words.";
  if (page.timeline.undated > 0)
    out << ' ' << count_in_words(static_cast<std::size_t>(page.timeline.undated), "fact") << " without a date "
        << (page.timeline.undated == 1 ? "is" : "are") << " not drawn.";
  out << "</p>\n";
  write_legend(out, page.timeline);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const bool first = i == 0 || rows[i].kind != rows[i - 1].kind;
    const bool folded = rows[i].kind == RowKind::finding;
    if (first && folded) out << "<details class=\"group\"><summary>" << heading_of(rows[i].kind) << "</summary>\n";
    if (first && !folded) out << "<h3>" << heading_of(rows[i].kind) << "</h3>\n";
    if (first) write_axis_row(out, axis);
    write_row(out, page, axis, i);
    const bool last = i + 1 == rows.size() || rows[i + 1].kind != rows[i].kind;
    if (last && folded) out << "</details>\n";
  }
  out << "</section>\n";
}

}  // namespace openimr::letter
