// Tables in tests/golden: tab separated, a heading line, '#' comments; words keep line ends and tabs as \n and \t.
#pragma once

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "support/engine.h"

namespace openimr::testing {

using Row = std::vector<std::string>;

inline std::string in_cell(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '\n') {
      out += "\\n";
    } else if (c == '\t') {
      out += "\\t";
    } else {
      out += c;
    }
  }
  return out;
}

// The rows below the heading, as they are written.
inline std::vector<Row> read_table(const std::filesystem::path& file) {
  std::vector<Row> out;
  std::istringstream in(read_whole(file));
  std::string line;
  bool heading = true;
  while (std::getline(in, line)) {
    if (line.empty() || line.starts_with('#')) continue;
    Row row;
    for (std::size_t at = 0; at <= line.size();) {
      const std::size_t end = std::min(line.find('\t', at), line.size());
      row.push_back(line.substr(at, end - at));
      at = end + 1;
    }
    if (!heading) out.push_back(std::move(row));
    heading = false;
  }
  return out;
}

}  // namespace openimr::testing
