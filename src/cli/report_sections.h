// A report of several tables, for people and for programs. As CSV it is one table, a line for each figure:
//
//   report,month,section,row,figure,value
//   timeliness,2015-10,deadlines,IMR-8,in_time,41
#pragma once

#include <cstddef>
#include <iosfwd>
#include <string>
#include <vector>

#include "cli/rows.h"

namespace openimr::cli {

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

// "October 2015"
std::string month_words(const std::string& month);

// `format` is table, json or csv.
void print_report(std::ostream& out, const Report& report, const std::string& format, std::size_t width, bool colour);

}  // namespace openimr::cli
