// A row of a timeline in words, for those who cannot see the picture and for the lines below it.
#pragma once

#include <string>
#include <vector>

#include "facts/timeline.h"

namespace openimr::letter {

// "Treatments"
std::string_view heading_of(facts::RowKind kind);

// Points that say the same on the same day, once.
std::vector<facts::TimelinePoint> distinct_points(const facts::TimelineRow& row);

// Whether a point is a change: not merely named again.
bool is_change(const facts::TimelinePoint& point);

// "mentioned", "increased: 10/325 mg, 4 a day"
std::string said(const facts::TimelinePoint& point);

// "at none of 3 visits between 2014-11-02 and 2015-04-20"
std::string said(const facts::TimelineGap& gap);

}  // namespace openimr::letter
