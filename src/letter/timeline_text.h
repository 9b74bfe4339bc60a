// The timeline as text for the screen: a lane a row over months, and below each what it shows in words.
#pragma once

#include <iosfwd>
#include <string>

#include "facts/timeline.h"

namespace openimr::letter {

struct TimelineTextOptions {
  std::size_t width = 80;  // characters to a line; at least 60
  bool colour = false;     // ANSI colours besides the signs
  bool ascii = false;      // no sign beyond ASCII
};

void write_timeline_text(std::ostream& out, const facts::Timeline& timeline, const std::string& case_number,
                         const TimelineTextOptions& options = {});

}  // namespace openimr::letter
