#include "base/kappa.h"

#include <algorithm>
#include <cmath>

namespace openimr {
namespace {

constexpr double kNormal95 = 1.959963984540054;

}  // namespace

std::optional<Kappa> kappa_of(const Judged& judged, std::size_t independent) {
  const auto n = static_cast<double>(judged.all());
  const auto first_yes = static_cast<double>(judged.both_yes + judged.first_alone);
  const auto second_yes = static_cast<double>(judged.both_yes + judged.second_alone);
  // In counts, so that "always the same" is told exactly.
  const double by_chance = first_yes * second_yes + (n - first_yes) * (n - second_yes);
  if (judged.all() == 0 || independent == 0 || by_chance == n * n) return std::nullopt;
  const double observed = static_cast<double>(judged.agreed()) / n;
  const double expected = by_chance / (n * n);
  Kappa out{(observed - expected) / (1 - expected), std::nullopt};
  if (judged.agreed() == 0 || judged.apart() == 0) return out;
  const double error = std::sqrt(observed * (1 - observed) / static_cast<double>(independent)) / (1 - expected);
  out.interval = {std::max(-1.0, out.value - kNormal95 * error), std::min(1.0, out.value + kNormal95 * error)};
  return out;
}

}  // namespace openimr
