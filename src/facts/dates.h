// Dates in running text, in all the forms that records and letters use: 11-30-2000, 11/17/2003, 8-19-15, 2015-08-19,
// January 12, 2012, 12 Jan 2012, August 2015, 08/2015, "since 2014".
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/clean_text.h"
#include "base/date.h"

namespace openimr::facts {

// What a date is the date of, from the words around it.
enum class DateRole : std::uint8_t {
  other,
  study,     // of an imaging study or a test: what its sentence tells was found on that day
  visit,     // of a note, report, visit or examination: what follows was so on that day
  start,     // "started on", "since": the first day of something
  earliest,  // "since at least", "dating back as far as": a day on which it already was so
  injury,
  birth,
  ur_decision,
  request,
};

struct DateMention {
  Span span;
  DateRange range;
  DateRole role = DateRole::other;
  bool relative = false;  // counts from another day: relative_dates.h
};

// A two-digit year from 50 on belongs to the 20th century, as no record is older than that.
std::vector<DateMention> find_dates(const CleanText& text);
// The same where the numbers of the text are known.
std::vector<DateMention> find_dates(const CleanText& text, std::span<const Span> numbers);

// What a date between these words is the date of.
DateRole role_between(std::string_view before, std::string_view after);

}  // namespace openimr::facts
