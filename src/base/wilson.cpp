#include "base/wilson.h"

#include <algorithm>
#include <cmath>

namespace openimr {
namespace {

constexpr double kNormal95 = 1.959963984540054;

}  // namespace

std::optional<Share> share_of(std::size_t part, std::size_t whole) {
  if (whole == 0) return std::nullopt;
  const auto n = static_cast<double>(whole);
  const double p = static_cast<double>(part) / n;
  constexpr double kSquare = kNormal95 * kNormal95;
  const double middle = (p + kSquare / (2 * n)) / (1 + kSquare / n);
  const double half = kNormal95 / (1 + kSquare / n) * std::sqrt(p * (1 - p) / n + kSquare / (4 * n * n));
  return Share{p, std::max(0.0, middle - half), std::min(1.0, middle + half)};
}

}  // namespace openimr
