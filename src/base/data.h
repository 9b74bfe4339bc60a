// The reader of data files: YAML and JSON with the line of every value, checked against a schema. Everything that the
// project keeps as data (packs, case.yaml) comes in through here.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "base/result.h"

namespace openimr {

struct Mark {
  int line = 0;        // from 1
  int column = 0;      // from 1
  std::size_t at = 0;  // byte offset in the file
};

// A data file as read. `marks` has the place of each value by its JSON pointer ("/dates/injury").
struct DataFile {
  std::string file;
  std::string text;
  nlohmann::json value;
  std::map<std::string, Mark> marks;

  // The mark of the value at the pointer, or of the nearest value around it.
  Mark mark(std::string pointer) const;
};

// Bounds on foreign data files. A file over them is an error, never a partial read.
struct DataLimits {
  std::size_t bytes = 4U << 20U;
  int depth = 32;
  std::size_t values = 200'000;
};

// Reads a file whole. Fails with not_found (no such file), unreadable (rights, larger than `limit` bytes).
Result<std::string> read_file(const std::filesystem::path& path, std::size_t limit);

// Reads YAML. Dates, numbers and booleans are as YAML 1.2 core has them; a date stays text. A key given twice, an
// alias, a tab as indentation, or a file over the limits is an error with its line. `name` is the path shown in
// messages.
Result<DataFile> read_yaml(std::string text, std::string name, const DataLimits& limits = {});

// All the ways in which a value breaks a JSON schema (draft 7), each with the line it stands in; empty where it holds.
std::vector<Error> check_schema(const DataFile& data, const nlohmann::json& schema);

}  // namespace openimr
