// Rows of a table, for a terminal, a page or a program.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

namespace openimr::office {

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

}  // namespace openimr::office
