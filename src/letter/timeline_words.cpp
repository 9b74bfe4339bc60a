#include "letter/timeline_words.h"

#include <set>
#include <tuple>

#include <fmt/core.h>

namespace openimr::letter {

using facts::Happening;
using facts::RowKind;
using facts::TimelinePoint;

std::string_view heading_of(RowKind kind) {
  switch (kind) {
    case RowKind::drug:
      return "Drugs";
    case RowKind::treatment:
      return "Treatments";
    case RowKind::surgery:
      return "Surgery";
    case RowKind::finding:
      return "Findings, symptoms and diagnoses";
    case RowKind::pain:
      return "Pain";
    case RowKind::work_status:
      return "Work status";
    case RowKind::visits:
      return "Visits";
  }
  return "";
}

std::vector<TimelinePoint> distinct_points(const facts::TimelineRow& row) {
  std::vector<TimelinePoint> out;
  std::set<std::tuple<DateRange, Happening, std::string>> told;
  for (const TimelinePoint& point : row.points) {
    if (told.emplace(point.date, point.what, point.value).second) out.push_back(point);
  }
  return out;
}

bool is_change(const TimelinePoint& point) {
  return point.what != Happening::mentioned && point.what != Happening::continued;
}

std::string said(const TimelinePoint& point) {
  std::string out(facts::name_of(point.what));
  if (!point.value.empty()) out += ": " + point.value;
  return out;
}

std::string said(const facts::TimelineGap& gap) {
  return gap.visits == 1
             ? fmt::format("not at the one visit between {} and {}", gap.from.iso(), gap.to.iso())
             : fmt::format("at none of {} visits between {} and {}", gap.visits, gap.from.iso(), gap.to.iso());
}

}  // namespace openimr::letter
