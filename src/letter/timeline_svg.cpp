#include "letter/timeline_svg.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <ostream>
#include <set>
#include <vector>

#include <fmt/core.h>

#include "letter/fact_words.h"
#include "letter/html_text.h"
#include "letter/timeline_lanes.h"
#include "letter/timeline_words.h"

namespace openimr::letter {
namespace {

using facts::Happening;
using facts::RowKind;
using facts::TimelinePoint;
using facts::TimelineRow;

constexpr int kLane = 30;
constexpr int kPainLane = 58;
constexpr std::size_t kGridLines = 8;

// By Happening, drawn around 0,0 within 6 pixels.
constexpr std::array kShapes = {
    R"(<circle r="4" fill="#005ea2"/>)",
    R"(<path d="M-5,-6 L6,0 L-5,6 Z" fill="#146947"/>)",
    R"(<rect x="-5" y="-5" width="10" height="10" fill="#b50909"/>)",
    R"(<circle r="4" fill="#005ea2"/><circle r="1.5" fill="#fff"/>)",
    R"(<path d="M0,-6 L6,5 L-6,5 Z" fill="#b24600"/>)",
    R"(<path d="M0,6 L6,-5 L-6,-5 Z" fill="#b24600"/>)",
    R"(<circle r="5" fill="#fff" stroke="#b50909" stroke-width="2"/><path d="M-3,3 L3,-3" stroke="#b50909" stroke-width="2"/>)",
    R"(<path d="M-3,-5 V5 M3,-5 V5" stroke="#b50909" stroke-width="3"/>)",
    R"(<path d="M-4,-4 L4,4 M-4,4 L4,-4" stroke="#565c65" stroke-width="2.5"/>)",
    R"(<circle r="4" fill="#fff" stroke="#005ea2" stroke-width="2"/>)",
    R"(<path d="M0,-6 L6,0 L0,6 L-6,0 Z" fill="#fff" stroke="#005ea2" stroke-width="2"/>)",
};

std::string percent(double share) {
  return fmt::format("{:.2f}%", share * 100);
}

class Lane {
 public:
  Lane(std::ostream& out, const TimelineRow& row, const TimeAxis& axis)
      : out_(out), row_(row), axis_(axis), height_(lane_height(row)), middle_(height_ / 2) {}

  void write() {
    grid();
    if (row_.kind == RowKind::pain) return pain();
    if (row_.kind == RowKind::work_status) return work();
    out_ << fmt::format(R"(<line x1="0" x2="100%" y1="{0}" y2="{0}" stroke="#c6cace"/>)", middle_);
    for (const Stretch& time : in_use(row_)) bar(time, 6, R"(fill="#73b3e7")", "");
    for (const auto& gap : row_.gaps)
      bar({gap.from, gap.to}, 12, R"(fill='url(#tl-gap)' stroke="#565c65")", "named " + said(gap));
    marks();
  }

 private:
  void grid() {
    for (const Tick& tick : axis_.ticks(kGridLines))
      out_ << fmt::format(R"(<line x1="{0}" x2="{0}" y1="0" y2="{1}" stroke="#dfe1e2"/>)",
                          percent(axis_.share(tick.day)), height_);
    out_ << '\n';
  }

  void bar(const Stretch& time, int thick, const char* look, const std::string& words) {
    const double from = axis_.share(time.from);
    const double wide = axis_.share(time.to) - from;
    if (wide <= 0) return;
    out_ << fmt::format(R"(<rect x="{}" y="{}" width="{}" height="{}" {}>)", percent(from), middle_ - thick / 2,
                        percent(wide), thick, look)
         << (words.empty() ? "" : "<title>" + html_text(words) + "</title>") << "</rect>\n";
  }

  // Marks that would lie on one another are one; the words of the first stand for them.
  void marks() {
    std::set<std::pair<std::string, Happening>> drawn;
    std::vector<TimelinePoint> points;  // changes last, so that they are seen
    for (const bool change : {false, true}) {
      for (const TimelinePoint& point : row_.points)
        if (is_change(point) == change) points.push_back(point);
    }
    for (const TimelinePoint& point : points) {
      const double at = axis_.share(point.date.first);
      if (!drawn.emplace(fmt::format("{:.3f}", at), point.what).second) continue;
      if (!point.date.is_day() && axis_.share(point.date.last) > at)
        bar({point.date.first, point.date.last}, 2, R"(fill="#005ea2")", "");
      out_ << fmt::format(R"(<use href="#{}" x="{}" y="{}"><title>{}</title></use>)", shape_id(point.what), percent(at),
                          middle_, html_text(date_in_words(point.date) + ": " + said(point)))
           << '\n';
    }
  }

  void pain() {
    constexpr int kFoot = 4;
    constexpr int kHead = 16;  // for the number above a column
    out_ << fmt::format(R"(<line x1="0" x2="100%" y1="{0}" y2="{0}" stroke="#c6cace"/>)", height_ - kFoot);
    double labelled = -1;
    std::set<std::pair<std::string, int>> drawn;
    for (const TimelinePoint& point : row_.points) {
      if (!point.amount || point.what == Happening::denied) continue;
      const double at = axis_.share(point.date.first);
      const double tall = std::clamp(*point.amount, 0.0, 10.0) / 10 * (height_ - kFoot - kHead);
      const double top = height_ - kFoot - tall;
      if (!drawn.emplace(fmt::format("{:.3f}", at), static_cast<int>(std::lround(*point.amount * 10))).second) continue;
      out_ << fmt::format(
          R"(<g><line x1="{0}" x2="{0}" y1="{1}" y2="{2:.1f}" stroke="#005ea2" stroke-width="3"/><circle cx="{0}" cy="{2:.1f}" r="4" fill="#005ea2"/><title>{3}</title></g>)",
          percent(at), height_ - kFoot, top, html_text(date_in_words(point.date) + ": " + point.value));
      if (at - labelled >= 0.03) {  // else the numbers would lie on one another
        labelled = at;
        out_ << fmt::format(R"(<text x="{}" y="{:.1f}" text-anchor="{}" font-size="12" fill="#1b1b1b">{:g}</text>)",
                            percent(at), top - 6, anchor(at), *point.amount);
      }
      out_ << '\n';
    }
  }

  static const char* anchor(double at) { return at < 0.02 ? "start" : at > 0.98 ? "end" : "middle"; }

  void work() {
    for (const auto& [time, status] : statuses(row_)) {
      const double from = axis_.share(time.from);
      const double wide = std::max(axis_.share(time.to) - from, 0.004);
      out_ << fmt::format(
          R"(<svg x="{}" y="3" width="{}" height="{}"><title>{}</title><rect width="100%" height="100%" fill="#e7f2fa" stroke="#005ea2"/><text x="6" y="16" font-size="13" fill="#1b1b1b">{}</text></svg>)",
          percent(from), percent(wide), height_ - 6,
          html_text(fmt::format("{} to {}: {}", time.from.iso(), time.to.iso(), status)), html_text(status));
      out_ << '\n';
    }
  }

  std::ostream& out_;
  const TimelineRow& row_;
  const TimeAxis& axis_;
  int height_;
  int middle_;
};

}  // namespace

std::string shape_id(Happening happening) {
  return fmt::format("tl-{}", facts::name_of(happening));
}

void write_lane_shapes(std::ostream& out) {
  out << "<defs>\n";
  for (std::size_t i = 0; i < kShapes.size(); ++i)
    out << "<g id=\"" << shape_id(static_cast<Happening>(i)) << "\">" << kShapes[i] << "</g>\n";
  out << R"(<pattern id="tl-gap" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform='rotate(45)'>)"
         R"(<rect width="6" height="6" fill="#fff"/><line y2="6" stroke="#565c65" stroke-width="2"/></pattern>)"
         "\n</defs>\n";
}

int lane_height(const TimelineRow& row) {
  return row.kind == RowKind::pain ? kPainLane : kLane;
}

void write_lane(std::ostream& out, const TimelineRow& row, const TimeAxis& axis) {
  Lane(out, row, axis).write();
}

void write_axis(std::ostream& out, const TimeAxis& axis, std::size_t most_labels) {
  for (const Tick& tick : axis.ticks(most_labels)) {
    const double at = axis.share(tick.day);
    const std::string& label = tick.label;
    out << fmt::format(R"(<line x1="{0}" x2="{0}" y1="14" y2="20" stroke="#71767a"/>)", percent(at));
    out << fmt::format(R"(<text x="{}" y="11" text-anchor="{}" font-size="12" fill="#3d4551">{}</text>)", percent(at),
                       at < 0.04   ? "start"
                       : at > 0.94 ? "end"
                                   : "middle",
                       label)
        << '\n';
  }
}

}  // namespace openimr::letter
