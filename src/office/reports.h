// The figures of a month, as tables. Only the cases of the month are read, by the lists that they stand in; what waits
// is counted.
#pragma once

#include <string>
#include <vector>

#include "cases/report.h"
#include "office/office.h"
#include "office/rows.h"

namespace openimr::office {

struct ReportSection {
  std::string id;     // of the JSON and CSV: "deadlines"
  std::string title;  // of the table
  Rows rows;          // the first column names the row
  std::string note;   // under the table; empty: none
};

struct Report {
  std::string id;     // "timeliness"
  std::string title;  // "Timeliness"
  std::string month;  // "2015-10"
  std::string as_of;  // the day whose cases it shows
  std::vector<ReportSection> sections;
};

// "timeliness", "volume", "outcomes", "agreement" or "reviewers" (for the medical director alone). Fails with not_found
// where there is no such report.
Result<Report> report_of(Office& office, const std::string& id, const cases::Month& month, Date today);

}  // namespace openimr::office
