// Which days are open: weekends and holidays by dated rows. Every holiday has a name, so that a reason can be given.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "guidelines/guideline.h"
#include "program/limit.h"

namespace openimr::program {

using guidelines::Standing;

// Days from the first on, up to the day before `until`.
struct InForce {
  Date from = *Date::of(1900, 1, 1);
  std::optional<Date> until;
  bool holds_on(Date day) const { return day >= from && (!until || day < *until); }
};

// A day of every year: a date, which may move off a weekend; or the nth weekday of a month. Or one day of one year.
struct Holiday {
  std::string name;
  std::optional<int> year;  // of a single day
  int month = 1;
  int day = 0;  // of the month; 0: by nth and weekday
  int nth = 0;  // 1 to 4; 5 the last
  std::chrono::weekday weekday{};
  CalendarDays behind;            // added to that day: the day after Thanksgiving
  CalendarDays sunday, saturday;  // how far it moves where it falls on one: +1, -1; 0 stays
  InForce in_force;
  Standing standing = Standing::unverified;

  // The day off of a year (the one that belongs to it, though it may be observed in the year before); nothing where it
  // is not in force, or has none.
  std::optional<Date> in_year(int year) const;
};

class Calendar {
 public:
  Calendar(std::string id, std::string title, std::string section, Standing standing,
           std::vector<std::chrono::weekday> closed, std::vector<Holiday> holidays);

  const std::string& id() const { return id_; }
  const std::string& title() const { return title_; }
  const std::string& section() const { return section_; }
  Standing standing() const { return standing_; }

  // The name of the holiday, or "Saturday"; empty where the day is open.
  std::string_view why_closed(Date day) const;
  bool is_open(Date day) const { return why_closed(day).empty(); }
  // The day itself where it is open, else the first one after it that is.
  Date open_from(Date day) const;
  // The nth open day after `day`, which is not counted itself. With 0, the day itself.
  Date after(Date day, BusinessDays count) const;

 private:
  std::string id_, title_, section_;
  Standing standing_;
  std::vector<std::chrono::weekday> closed_;
  std::vector<Holiday> holidays_;
};

// "Saturday"
std::string_view name_of(std::chrono::weekday weekday);

}  // namespace openimr::program
