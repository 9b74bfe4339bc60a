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
#include "office/reports.h"

namespace openimr::cli {

// "October 2015"
std::string month_words(const std::string& month);

// `format` is table, json or csv.
void print_report(std::ostream& out, const office::Report& report, const std::string& format, std::size_t width,
                  bool colour);

}  // namespace openimr::cli
