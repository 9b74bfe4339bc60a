// How far two who judged the same things agree beyond chance.
#pragma once

#include <cstddef>
#include <optional>

namespace openimr {

// Pairs of judgements, each yes or no, by what the first and the second said.
struct Judged {
  std::size_t both_yes = 0;
  std::size_t first_alone = 0;   // yes by the first, no by the second
  std::size_t second_alone = 0;  // the other way round
  std::size_t both_no = 0;

  std::size_t all() const { return both_yes + first_alone + second_alone + both_no; }
  std::size_t agreed() const { return both_yes + both_no; }
  std::size_t apart() const { return first_alone + second_alone; }
  void add(bool first, bool second) {
    ++(first ? (second ? both_yes : first_alone) : (second ? second_alone : both_no));
  }
};

struct Interval {
  double low = 0, high = 0;
};

struct Kappa {
  double value = 0;                  // 1: always alike, 0: as by chance, below: less than that
  std::optional<Interval> interval;  // of 95 %; nothing where all pairs agree or none does: the formula gives no width
};

// Cohen's kappa with the large-sample interval of the same paper: J. Cohen, A coefficient of agreement for nominal
// scales, Educational and Psychological Measurement 20 (1960), 37-46. Nothing where there is no pair, or chance alone
// would make them agree always (all said the same).
//
// `independent`: how many of the pairs tell something of their own. Three who judged one thing make three pairs that
// hang together, so there it is the number of things; the interval is as wide as theirs.
std::optional<Kappa> kappa_of(const Judged& judged, std::size_t independent);
inline std::optional<Kappa> kappa_of(const Judged& judged) {
  return kappa_of(judged, judged.all());
}

}  // namespace openimr
