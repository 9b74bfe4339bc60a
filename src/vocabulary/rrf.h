// Tables in the Rich Release Format of the U.S. National Library of Medicine: a row a line, every column ended by '|'.
#pragma once

#include <istream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace openimr::vocabulary {

// Reads row by row; a line of more than 1 MiB is an error, so that memory is bounded whatever the file is.
class RrfTable {
 public:
  // `name` is the file as messages call it.
  RrfTable(std::istream& in, std::string name, std::size_t columns);

  // The columns of the next row, valid until the next call; nothing at the end. Fails with `invalid` and the line where
  // a row has another number of columns, and with `unreadable` where the file breaks off in a row.
  Result<std::optional<std::vector<std::string_view>>> next();
  const std::string& name() const { return name_; }

 private:
  std::istream& in_;
  std::string name_;
  std::size_t columns_;
  std::string line_;
  int number_ = 0;
};

}  // namespace openimr::vocabulary
