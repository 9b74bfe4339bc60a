// How items were decided in two periods, and whether the difference is more than chance.
#pragma once

#include <string>

#include "corpus/collection/collection.h"

namespace openimr::corpus {

struct Comparison {
  TableRow earlier, later;               // `value`: the period as it was written
  std::optional<Difference> difference;  // of the later from the earlier
};

// Periods are whole months, from the first to the last: "2016-01..2016-06". The days of `counting` do not matter. Fails
// with wrong_use where one is no period, ends before it begins, or shares months with the other.
Result<Comparison> compare(const Collection& collection, Counting counting, const std::string& earlier,
                           const std::string& later);

}  // namespace openimr::corpus
