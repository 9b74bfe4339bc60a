// How sure a share is that was counted.
#pragma once

#include <cstddef>
#include <optional>

namespace openimr {

struct Share {
  double value = 0;
  double low = 0, high = 0;  // the 95 % interval
};

// So many of so many, with the interval of Wilson's score (JASA 22, 1927, 209-212), which holds for few and for
// shares near 0 and 1 too. Nothing where there are none.
std::optional<Share> share_of(std::size_t part, std::size_t whole);

}  // namespace openimr
