// The deadlines of a case: those that its events have started, and which of them are kept, late or open. Late is not
// void: a deadline that is missed is shown and counted, and never decides anything.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "cases/case.h"
#include "program/deadlines.h"

namespace openimr::cases {

enum class ClockState : std::uint8_t {
  open,       // runs
  overdue,    // runs, and its last day has passed
  kept,       // done in time
  kept_late,  // done, after its last day
  untimed,    // a duty for which the law counts no time
};
std::string_view name_of(ClockState state);

struct RunningDeadline {
  program::Deadline deadline;  // points into the programme
  program::Moment from;        // when it began
  std::optional<program::Moment> kept;
  ClockState state = ClockState::open;
};

// All deadlines of the case as of a moment, in the order in which they began. Where an event that starts one comes
// again, the later one counts.
std::vector<RunningDeadline> deadlines_of(const program::Programme& programme, const Case& c,
                                          const program::Moment& now);

// Whether a moment is behind the last one: a deadline without a time of day has the whole day.
bool is_past(const program::Moment& due, const program::Moment& now);

// The day by which the state the case is in should end: the first that is due of its deadlines that are still open.
// Flags (deadlines beside which another one runs) do not count.
std::optional<program::Moment> due_of(const program::Programme& programme, const Case& c);

}  // namespace openimr::cases
