#include "letter/timeline_text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <ostream>
#include <vector>

#include <fmt/core.h>

#include "letter/fact_words.h"
#include "letter/screen_text.h"
#include "letter/time_axis.h"
#include "letter/timeline_lanes.h"
#include "letter/timeline_words.h"

namespace openimr::letter {
namespace {

using facts::Happening;
using facts::RowKind;
using facts::TimelinePoint;
using facts::TimelineRow;

constexpr std::size_t kNarrowest = 60;
constexpr std::size_t kLongestName = 24;
constexpr std::size_t kLabelRoom = 10;  // columns for a label of the axis
constexpr std::size_t kChanges = 8;     // told of one row

struct Signs {
  std::array<const char*, 11> happening;  // by Happening
  const char* in_use;
  const char* gap;
  const char* empty;
  const char* status;
  std::array<const char*, 11> pain;  // from 0 to 10
};

constexpr Signs kSigns = {{"●", "▶", "■", "◉", "▲", "▼", "⊘", "‖", "✕", "○", "◇"}, "━", "░", "·", "─",
                          {"▁", "▁", "▂", "▂", "▃", "▄", "▅", "▆", "▇", "▇", "█"}};
constexpr Signs kAsciiSigns = {{"*", ">", "#", "c", "^", "v", "/", "\"", "x", "o", "?"}, "=", "~", ".", "-",
                               {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "X"}};

using Cells = std::vector<std::string>;

class Drawing {
 public:
  Drawing(std::ostream& out, const facts::Timeline& timeline, const TimelineTextOptions& options)
      : out_(out),
        timeline_(timeline),
        options_(options),
        signs_(options.ascii ? kAsciiSigns : kSigns),
        axis_(timeline.rows) {
    for (const auto& row : timeline.rows)
      names_ = std::max(names_, std::min(kLongestName, screen_width(on_one_line(row.name))));
    lane_ = std::max(options.width, kNarrowest) - names_ - 2;
  }

  void write() {
    axis();
    for (std::size_t i = 0; i < timeline_.rows.size(); ++i) {
      const auto& row = timeline_.rows[i];
      const bool alone = row.kind >= RowKind::pain;  // its name is its heading
      if (!alone && (i == 0 || row.kind != timeline_.rows[i - 1].kind)) out_ << bold(heading_of(row.kind)) << '\n';
      lane(row);
    }
    legend();
    out_ << '\n';
    for (const auto& row : timeline_.rows) words(row);
  }

 private:
  std::string bold(std::string_view text) const {
    return options_.colour ? fmt::format("\033[1m{}\033[0m", text) : std::string(text);
  }

  std::string name_of(const TimelineRow& row) const {
    std::string name = on_one_line(row.name);
    if (screen_width(name) <= names_) return filled(name, names_);
    return folded_lines(name, names_ - (options_.ascii ? 3 : 1)).front() + (options_.ascii ? "..." : "…");
  }

  std::size_t column(Date day) const {
    return std::min(lane_ - 1, static_cast<std::size_t>(axis_.share(day) * static_cast<double>(lane_)));
  }

  void axis() {
    std::string line(lane_, ' ');
    for (const Tick& tick : axis_.ticks(lane_ / kLabelRoom)) {
      const std::size_t at = column(tick.day);
      if (at + tick.label.size() <= lane_) line.replace(at, tick.label.size(), tick.label);
    }
    out_ << std::string(names_ + 2, ' ') << line.substr(0, line.find_last_not_of(' ') + 1) << '\n';
  }

  void lane(const TimelineRow& row) {
    Cells cells(lane_, " ");
    if (row.kind == RowKind::pain) {
      pain(row, cells);
    } else if (row.kind == RowKind::work_status) {
      status(row, cells);
    } else {
      marks(row, cells);
    }
    while (!cells.empty() && cells.back() == " ") cells.pop_back();
    out_ << filled(name_of(row), names_) << "  ";
    for (const std::string& cell : cells) out_ << cell;
    out_ << '\n';
  }

  void marks(const TimelineRow& row, Cells& cells) {
    std::fill(cells.begin(), cells.end(), signs_.empty);
    const auto fill = [&](Date from, Date to, const char* sign) {
      for (std::size_t i = column(from); i <= column(to); ++i) cells[i] = sign;
    };
    for (const Stretch& time : in_use(row)) fill(time.from, time.to, signs_.in_use);
    for (const auto& gap : row.gaps) fill(gap.from, gap.to, signs_.gap);
    // A change is seen before a mention in the same column.
    for (const bool change : {false, true}) {
      for (const TimelinePoint& point : row.points)
        if (is_change(point) == change) cells[column(point.date.first)] = sign(point.what);
    }
  }

  void pain(const TimelineRow& row, Cells& cells) {
    for (const TimelinePoint& point : row.points) {
      if (!point.amount || point.what == Happening::denied) continue;
      const auto height = static_cast<std::size_t>(std::lround(std::clamp(*point.amount, 0.0, 10.0)));
      cells[column(point.date.first)] = signs_.pain[height];
    }
  }

  void status(const TimelineRow& row, Cells& cells) {
    for (const auto& [time, status] : statuses(row)) {
      const std::size_t from = column(time.from);
      const std::size_t to = column(time.to);
      for (std::size_t i = from; i <= to; ++i) cells[i] = signs_.status;
      const std::string word = on_one_line(status);
      std::size_t end = from;
      for (std::size_t at = 0; at < word.size() && end <= to; ++end) {
        const std::size_t begin = at++;
        while (at < word.size() && (static_cast<unsigned char>(word[at]) & 0xC0U) == 0x80U) ++at;
        cells[end] = word.substr(begin, at - begin);
      }
      if (end <= to) cells[end] = " ";
    }
  }

  std::string sign(Happening what) const {
    const char* sign = signs_.happening[static_cast<std::size_t>(what)];
    if (!options_.colour) return sign;
    const bool end = what == Happening::stopped || what == Happening::refused || what == Happening::denied;
    return fmt::format("\033[{}m{}\033[0m", end ? 31 : what == Happening::mentioned ? 36 : 33, sign);
  }

  void legend() {
    std::vector<std::string> parts;
    for (const Happening what : happenings_in(timeline_))
      parts.push_back(fmt::format("{} {}", signs_.happening[static_cast<std::size_t>(what)], meaning_of(what)));
    const auto& rows = timeline_.rows;
    if (std::any_of(rows.begin(), rows.end(), [](const auto& row) { return !in_use(row).empty(); }))
      parts.push_back(fmt::format("{} in use", signs_.in_use));
    if (std::any_of(rows.begin(), rows.end(), [](const auto& row) { return !row.gaps.empty(); }))
      parts.push_back(fmt::format("{} not named at visits", signs_.gap));
    if (std::any_of(rows.begin(), rows.end(), [](const auto& row) { return row.kind == RowKind::pain; }))
      parts.push_back(options_.ascii ? "0 to X pain of 10" : "▁ to █ pain of 10");
    std::string text;
    for (const std::string& part : parts) text += (text.empty() ? "" : "   ") + part;
    out_ << '\n';
    paragraph(text, 0);
    paragraph(fmt::format("From {} to {}; a column is {} days.", axis_.from().iso().substr(0, 7),
                          axis_.to().iso().substr(0, 7),
                          std::max<long>(1, std::lround(axis_.to().since(axis_.from()).count / double(lane_)))),
              0);
  }

  void paragraph(const std::string& text, std::size_t indent) {
    const std::size_t width = std::max(options_.width, kNarrowest);
    bool first = true;
    for (const std::string& line : folded_lines(on_one_line(text), width - indent)) {
      out_ << std::string(indent, ' ') << line << '\n';
      if (first) indent += 2;
      first = false;
    }
  }

  static std::string at(const TimelinePoint& point) {
    return fmt::format("{} ({})", date_in_words(point.date), place_in_words(point.place));
  }

  void words(const TimelineRow& row) {
    const auto points = distinct_points(row);
    out_ << bold(on_one_line(row.name)) << '\n';
    const TimelinePoint& first = points.front();
    const TimelinePoint& last = points.back();
    if (points.size() == 1) {
      paragraph(fmt::format("once: {}, {}", at(first), said(first)), 2);
      return;
    }
    paragraph(fmt::format("first: {}, {}", at(first), said(first)), 2);
    if (row.kind == RowKind::pain) extremes(points);
    std::size_t told = 0;
    std::size_t changes = 0;
    for (std::size_t i = 1; i + 1 < points.size(); ++i) {
      const bool other_status = row.kind == RowKind::work_status && points[i].value != points[i - 1].value;
      if (!is_change(points[i]) && !other_status) continue;
      if (++changes > kChanges) continue;
      ++told;
      paragraph(fmt::format("{}: {}", at(points[i]), said(points[i])), 2);
    }
    if (changes > told) paragraph(fmt::format("and {} changes more", changes - told), 2);
    for (const auto& gap : row.gaps) paragraph("named " + said(gap), 2);
    paragraph(fmt::format("last: {}, {}", at(last), said(last)), 2);
    paragraph(fmt::format("named {} times", row.points.size()), 2);
  }

  void extremes(const std::vector<TimelinePoint>& points) {
    const auto lower = [](const TimelinePoint& a, const TimelinePoint& b) {
      return a.amount.value_or(0) < b.amount.value_or(0);
    };
    const auto [least, worst] = std::minmax_element(points.begin(), points.end(), lower);
    paragraph(fmt::format("least: {}, {}", at(*least), least->value), 2);
    paragraph(fmt::format("worst: {}, {}", at(*worst), worst->value), 2);
  }

  std::ostream& out_;
  const facts::Timeline& timeline_;
  const TimelineTextOptions& options_;
  const Signs& signs_;
  TimeAxis axis_;
  std::size_t names_ = 0;
  std::size_t lane_ = 0;
};

}  // namespace

void write_timeline_text(std::ostream& out, const facts::Timeline& timeline, const std::string& case_number,
                         const TimelineTextOptions& options) {
  out << "Timeline of case " << on_one_line(case_number) << "\n\n";
  if (timeline.rows.empty()) {
    out << "The records date nothing.\n";
  } else {
    Drawing(out, timeline, options).write();
  }
  if (timeline.undated > 0)
    out << fmt::format("\n{} of the records' facts {} no date and {} in no row.\n", timeline.undated,
                       timeline.undated == 1 ? "has" : "have", timeline.undated == 1 ? "stands" : "stand");
}

}  // namespace openimr::letter
