// Chance for what is invented: the same numbers on every machine, which the distributions of the standard library do
// not give.
#pragma once

#include <cstdint>
#include <random>
#include <vector>

namespace openimr {

class Dice {
 public:
  // `of` tells apart what is thrown for one thing from what is thrown for another.
  Dice(std::uint64_t seed, std::uint64_t of) : engine_(mixed(seed, of)) {}

  // 0 to below - 1.
  int below(int count) { return static_cast<int>(engine_() % static_cast<std::uint64_t>(count)); }
  int between(int least, int most) { return least + below(most - least + 1); }
  bool chance(int of_a_thousand) { return below(1000) < of_a_thousand; }
  template <class List>
  const auto& pick(const List& list) {
    return list[static_cast<std::size_t>(below(static_cast<int>(list.size())))];
  }

 private:
  static std::uint64_t mixed(std::uint64_t seed, std::uint64_t of);
  std::mt19937_64 engine_;
};

}  // namespace openimr
