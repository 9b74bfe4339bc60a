// A draft as text for the screen: the determination as a reader expects it, then for each item the trace of its
// criteria.
#pragma once

#include <iosfwd>

#include "determination/draft.h"

namespace openimr::letter {

struct TextOptions {
  int width = 100;      // characters to a line
  bool colour = false;  // ANSI colours for findings and decisions
};

void write_text(std::ostream& out, const determination::Draft& draft, const TextOptions& options = {});

}  // namespace openimr::letter
