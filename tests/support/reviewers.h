// Invented reviewers for tests: one whom nothing speaks against, to be changed from there.
#pragma once

#include <string>

#include "cases/reviewer.h"

namespace openimr::testing {

inline Date day(const char* iso) {
  return Date::from_iso(iso).value();
}

inline cases::Reviewer reviewer(const std::string& id, const std::string& specialty = "Pain Medicine",
                                const std::string& type = "MD") {
  cases::Reviewer out;
  out.id = id;
  out.name = "Testa " + id + " Invented";
  out.licences = {{type, "CA", cases::LicenceStatus::active, "X-" + id, Date::from_iso("2001-01-01"),
                   Date::from_iso("2031-01-01")}};
  out.certifications = {{"American Board of Samples", specialty, "", Date::from_iso("2031-01-01")}};
  out.years = 12;
  out.hours_per_week = 30;
  out.per_day = 3;
  out.per_week = 12;
  out.disciplined = false;
  out.appointments.emplace();
  return out;
}

}  // namespace openimr::testing
