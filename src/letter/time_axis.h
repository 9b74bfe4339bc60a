// The axis of months that all rows of a timeline share.
#pragma once

#include <string>
#include <vector>

#include "base/date.h"
#include "facts/timeline.h"

namespace openimr::letter {

struct Tick {
  Date day;           // the first of a month
  std::string label;  // "2015", "Aug 2015"
};

// From the first to the last month in which something is documented. Where that is more than five years and nine
// tenths of all documented days lie in less than a third of it, the axis shows those: what lies before or after stands
// at its edge.
class TimeAxis {
 public:
  // At least one row must be there.
  explicit TimeAxis(const std::vector<facts::TimelineRow>& rows);

  Date from() const { return from_; }
  Date to() const { return to_; }
  // Where a day lies, from 0 to 1; a day beyond the axis at its edge.
  double share(Date day) const;
  bool holds(Date day) const { return from_ <= day && day <= to_; }
  // At most `most` months with a label, evenly apart: months, quarters, half years or years.
  std::vector<Tick> ticks(std::size_t most) const;

 private:
  Date from_;
  Date to_;
};

}  // namespace openimr::letter
