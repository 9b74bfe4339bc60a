// What a picture of a row shows, whatever draws it: the times in use, the gaps, and the marks.
#pragma once

#include <vector>

#include "facts/timeline.h"

namespace openimr::letter {

struct Stretch {
  Date from;
  Date to;
  auto operator<=>(const Stretch&) const = default;
};

// Of a drug: from each mention in use to the next one, without the gaps; a stop, a refusal, a plan or a request carries
// nothing on. Stretches that meet are one.
std::vector<Stretch> in_use(const facts::TimelineRow& row);

// Of a work status: from each entry to the next one that says something else, or to the last entry.
struct StatusStretch {
  Stretch time;
  std::string status;
};
std::vector<StatusStretch> statuses(const facts::TimelineRow& row);

// What happens in the timeline, each once, in the order of the enumeration.
std::vector<facts::Happening> happenings_in(const facts::Timeline& timeline);
// The same in a reader's words: "named in the records", "dose increased".
std::string_view meaning_of(facts::Happening happening);

}  // namespace openimr::letter
