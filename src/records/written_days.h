// Days as documents write them: 11-30-2000, 11/17/03, 2015-08-19, January 12, 2012, 12 Jan 2012. A two-digit year from
// 50 on belongs to the 20th century.
#pragma once

#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/place.h"

namespace openimr::records {

struct WrittenDay {
  Span span;
  Date date;
};

// By position; what is no day of the calendar is left out.
std::vector<WrittenDay> written_days(std::string_view text);

}  // namespace openimr::records
