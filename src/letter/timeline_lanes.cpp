#include "letter/timeline_lanes.h"

#include <algorithm>
#include <set>

namespace openimr::letter {

using facts::Happening;
using facts::RowKind;

namespace {

bool goes_on(Happening what) {
  return what == Happening::mentioned || what == Happening::started || what == Happening::continued ||
         what == Happening::increased || what == Happening::decreased;
}

}  // namespace

std::vector<Stretch> in_use(const facts::TimelineRow& row) {
  std::vector<Stretch> out;
  if (row.kind != RowKind::drug) return out;
  auto gap = row.gaps.begin();
  for (std::size_t i = 1; i < row.points.size(); ++i) {
    const Stretch time{row.points[i - 1].date.first, row.points[i].date.first};
    if (time.from == time.to || !goes_on(row.points[i - 1].what)) continue;
    while (gap != row.gaps.end() && gap->to < time.to) ++gap;
    if (gap != row.gaps.end() && gap->to == time.to) continue;
    if (!out.empty() && out.back().to == time.from) {
      out.back().to = time.to;
    } else {
      out.push_back(time);
    }
  }
  return out;
}

std::vector<StatusStretch> statuses(const facts::TimelineRow& row) {
  std::vector<StatusStretch> out;
  for (const auto& point : row.points) {
    const std::string status = point.what == Happening::denied ? "not " + point.value : point.value;
    if (!out.empty()) out.back().time.to = point.date.first;
    if (out.empty() || out.back().status != status) out.push_back({{point.date.first, point.date.first}, status});
  }
  return out;
}

std::vector<Happening> happenings_in(const facts::Timeline& timeline) {
  std::set<Happening> out;
  for (const auto& row : timeline.rows) {
    if (row.kind == RowKind::pain || row.kind == RowKind::work_status) continue;
    for (const auto& point : row.points) out.insert(point.what);
  }
  return {out.begin(), out.end()};
}

std::string_view meaning_of(Happening happening) {
  switch (happening) {
    case Happening::mentioned:
      return "named";
    case Happening::started:
      return "started";
    case Happening::stopped:
      return "stopped";
    case Happening::continued:
      return "continued";
    case Happening::increased:
      return "dose increased";
    case Happening::decreased:
      return "dose decreased";
    case Happening::refused:
      return "refused";
    case Happening::held:
      return "held";
    case Happening::denied:
      return "denied";
    case Happening::planned:
      return "planned";
    case Happening::requested:
      return "requested";
  }
  return "";
}

}  // namespace openimr::letter
