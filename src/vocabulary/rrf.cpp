#include "vocabulary/rrf.h"

#include <utility>

#include <fmt/core.h>

namespace openimr::vocabulary {
namespace {

constexpr std::size_t kLongestLine = 1U << 20U;
constexpr const char* kRemedy = "Unpack the release again.";

}  // namespace

RrfTable::RrfTable(std::istream& in, std::string name, std::size_t columns)
    : in_(in), name_(std::move(name)), columns_(columns) {}

Result<std::optional<std::vector<std::string_view>>> RrfTable::next() {
  ++number_;
  line_.clear();
  int c = in_.rdbuf()->sbumpc();
  if (c == EOF) return std::nullopt;
  for (; c != EOF && c != '\n'; c = in_.rdbuf()->sbumpc()) {
    if (line_.size() == kLongestLine)
      return fail({ErrorCode::invalid, "a line is longer than 1 MiB", "", name_, number_, 0, kRemedy});
    line_ += static_cast<char>(c);
  }
  if (line_.ends_with('\r')) line_.pop_back();
  std::vector<std::string_view> columns;
  const std::string_view row = line_;
  for (std::size_t at = 0; at < row.size();) {
    const std::size_t end = row.find('|', at);
    if (end == std::string_view::npos) break;
    columns.push_back(row.substr(at, end - at));
    at = end + 1;
  }
  const bool whole = row.ends_with('|');
  if (!whole && c == EOF)
    return fail({ErrorCode::invalid, "the file breaks off in this row", "", name_, number_, 0, kRemedy});
  if (!whole || columns.size() != columns_)
    return fail({ErrorCode::invalid, fmt::format("a row of {} columns; there must be {}", columns.size(), columns_), "",
                 name_, number_, 0, kRemedy});
  return columns;
}

}  // namespace openimr::vocabulary
