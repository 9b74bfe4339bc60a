#include "base/result.h"

#include <fmt/core.h>

namespace openimr {

std::string Error::to_string() const {
  std::string where = file;
  if (line > 0) where += fmt::format(":{}", line);
  std::string out = where.empty() ? message : where + ": " + message;
  if (!offending.empty()) out += fmt::format(": '{}'", offending);
  if (!remedy.empty()) out += fmt::format(". {}", remedy);
  return out;
}

}  // namespace openimr
