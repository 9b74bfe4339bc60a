#include "base/dice.h"

namespace openimr {

// SplitMix64 (Steele, Lea, Flood 2014): near numbers give seeds that are far apart.
std::uint64_t Dice::mixed(std::uint64_t seed, std::uint64_t of) {
  std::uint64_t z = seed * 0x9e3779b97f4a7c15ULL + of + 0x9e3779b97f4a7c15ULL;
  z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9ULL;
  z = (z ^ (z >> 27U)) * 0x94d049bb133111ebULL;
  return z ^ (z >> 31U);
}

}  // namespace openimr
