#include "server/http/range.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace openimr::server {
namespace {

std::optional<std::uint64_t> number(std::string_view digits) {
  std::uint64_t value = 0;
  const auto [end, failed] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (failed != std::errc() || end != digits.data() + digits.size()) return {};
  return value;
}

}  // namespace

ByteRange read_range(std::string_view header, std::uint64_t size) {
  constexpr std::string_view kUnit = "bytes=";
  constexpr ByteRange kWhole;
  constexpr ByteRange kBehind{ByteRange::Kind::unsatisfiable, 0, 0};
  if (!header.starts_with(kUnit)) return kWhole;
  header.remove_prefix(kUnit.size());
  const auto dash = header.find('-');
  if (dash == std::string_view::npos || header.find(',') != std::string_view::npos) return kWhole;
  const std::string_view from = header.substr(0, dash);
  const std::string_view to = header.substr(dash + 1);

  if (from.empty()) {
    const auto last = number(to);
    if (!last) return kWhole;
    if (*last == 0 || size == 0) return kBehind;
    const std::uint64_t count = std::min(*last, size);
    return {ByteRange::Kind::part, size - count, count};
  }
  const auto first = number(from);
  const auto end = to.empty() ? std::optional<std::uint64_t>(size) : number(to);
  if (!first || !end || (!to.empty() && *end < *first)) return kWhole;
  if (*first >= size) return kBehind;
  const std::uint64_t last = to.empty() ? size - 1 : std::min(*end, size - 1);
  return {ByteRange::Kind::part, *first, last - *first + 1};
}

}  // namespace openimr::server
