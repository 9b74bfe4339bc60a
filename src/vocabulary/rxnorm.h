// The drugs of a release of RxNorm (U.S. National Library of Medicine) as a user has it, for the rows of a vocabulary
// pack. Only what RxNorm itself names (SAB = RXNORM) and marks as currently prescribable (CVF 4096), nothing
// suppressed.
#pragma once

#include <istream>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/result.h"

namespace openimr::vocabulary {

// What is sold under one set of ingredients. All names in lower case.
struct RxnormProduct {
  std::vector<std::string> ingredients;                 // sorted
  std::set<std::string> names;                          // generic: with salts, and as RxNorm writes combinations
  std::map<std::string, std::set<std::string>> brands;  // with the dose forms that each is sold in
  std::set<std::string> forms;                          // dose forms of the generic products
  std::set<std::string> strengths;                      // "350 mg", "10 mg / 325 mg"
};

struct RxnormRelease {
  std::istream& concepts;    // RXNCONSO.RRF, 18 columns
  std::istream& relations;   // RXNREL.RRF, 16 columns
  std::istream& attributes;  // RXNSAT.RRF, 13 columns
  std::string folder;        // for messages
};

// The products, by their ingredients. Each file is read once, row by row; what is kept are the prescribable concepts,
// at most a million. Fails with file and line where a row is damaged, and where no concept is currently prescribable.
Result<std::vector<RxnormProduct>> read_rxnorm(const RxnormRelease& release);

}  // namespace openimr::vocabulary
