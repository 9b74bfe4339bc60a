// Rows of a table, for people and for programs: aligned columns, JSON or CSV (RFC 4180) from the same values.
#pragma once

#include <cstddef>
#include <iosfwd>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

namespace openimr::cli {

struct Column {
  std::string name;            // of the JSON and CSV: "case_number"
  std::string title;           // of the table: "case"
  bool numbers = false;        // set to the right
  std::size_t least_wide = 0;  // may be cut down to this, where the width does not suffice; 0: never cut
};

struct Rows {
  std::vector<Column> columns;
  std::vector<std::vector<nlohmann::json>> rows;  // of text, numbers, flags and null
  std::string when_empty;                         // of the table, where there is no row: "No case waits."
};

// `format` is table, json or csv. A table is at most `width` wide where its columns may be cut.
void print_rows(std::ostream& out, const Rows& rows, const std::string& format, std::size_t width, bool colour);

}  // namespace openimr::cli
