// The facts of a case as a table for the screen: one line a fact, folded where it is wider than the screen.
//
//   Medication (11)
//     2015-08-19  ● present    carisoprodol   350 mg, 3 times a day   summary.txt p. 1
#pragma once

#include <cstdint>
#include <iosfwd>

#include "facts/fact.h"

namespace openimr::letter {

enum class GroupBy : std::uint8_t {
  kind,  // in the order of the first fact of each kind
  date,  // undated facts last
};

struct FactsTableOptions {
  std::size_t width = 100;  // characters to a line; at least 60
  bool colour = false;      // ANSI colours besides the signs and words
  bool ascii = false;       // no sign beyond ASCII
  GroupBy by = GroupBy::kind;
};

void write_facts_table(std::ostream& out, const facts::Facts& facts, const FactsTableOptions& options = {});

}  // namespace openimr::letter
