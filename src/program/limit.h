// How long the law gives, in the unit it gives it in. The units are types of their own: none can be taken for another.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "base/date.h"

namespace openimr::program {

struct BusinessDays {  // days on which a calendar is open
  int count = 0;
  auto operator<=>(const BusinessDays&) const = default;
};
struct ClockHours {  // by the clock, through nights, weekends and holidays
  int count = 0;
  auto operator<=>(const ClockHours&) const = default;
};
struct Months {
  int count = 0;
  auto operator<=>(const Months&) const = default;
};
struct Uncounted {  // "promptly": a duty for which the law counts nothing
  auto operator<=>(const Uncounted&) const = default;
};

using Limit = std::variant<CalendarDays, BusinessDays, ClockHours, Months, Uncounted>;

// What serving a paper in some way adds to a time that runs from its service.
struct MailDays {
  std::variant<CalendarDays, BusinessDays> added;
};

// Reads "30 calendar days", "5 business days", "72 hours", "12 months" and "none"; nothing where the text is none of
// them.
std::optional<Limit> limit_from(std::string_view text);
// The same words: "30 calendar days", "1 business day".
std::string words_of(const Limit& limit);
std::string words_of(const MailDays& days);
// "calendar days", "business days", "hours", "months" or "none".
std::string_view unit_of(const Limit& limit);

// A day, and the time of day where it is known: a limit in hours needs it to be exact.
struct Moment {
  Date day;
  std::optional<int> minute;  // of the day, 0 to 1439

  // Reads "2015-08-25" and "2015-08-25T14:30".
  static std::optional<Moment> from_iso(std::string_view text);
  std::string iso() const;
  auto operator<=>(const Moment&) const = default;
};

}  // namespace openimr::program
