// What time it is, in the world and at the programme's place.
#pragma once

#include <chrono>
#include <functional>
#include <optional>

#include "program/limit.h"
#include "store/ids.h"

namespace openimr::server {

using Clock = std::function<store::Instant()>;

// The real clock, or one that was set to the noon (UTC) of a day and has gone on since.
Clock clock_from(const std::optional<Date>& today);

// By the time zone of this process (TZ): day and minute.
program::Moment local_moment(store::Instant at);

}  // namespace openimr::server
