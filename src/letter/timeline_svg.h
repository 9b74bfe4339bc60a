// The timeline as a picture: a lane a row over months. Marks differ in shape, not in colour alone, and each has its
// words as a title.
#pragma once

#include <iosfwd>
#include <string>

#include "facts/timeline.h"
#include "letter/time_axis.h"

namespace openimr::letter {

// Shapes and hatching that lanes refer to; once in a page or picture.
void write_lane_shapes(std::ostream& out);

// Height of a row's lane in pixels.
int lane_height(const facts::TimelineRow& row);
// What is in the lane of a row, for an <svg> of any width and this height: every x is a percentage.
void write_lane(std::ostream& out, const facts::TimelineRow& row, const TimeAxis& axis);
// The labels of the axis, for an <svg> 20 pixels high.
void write_axis(std::ostream& out, const TimeAxis& axis, std::size_t most_labels);

// The id of the shape of a mark, for <use href="#...">.
std::string shape_id(facts::Happening happening);

// The whole timeline as one picture of its own, 1,000 pixels wide; drawn on white.
void write_timeline_svg(std::ostream& out, const facts::Timeline& timeline, const std::string& case_number);

}  // namespace openimr::letter
