// What a party or the reviewer cites beyond the loaded guidelines: the `evidence` rows of case.yaml (docs/formats.md).
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/place.h"

namespace openimr::records {

struct CitedEvidence {
  enum class Kind { guideline, study } kind = Kind::study;
  std::string by;  // treating_physician | claims_administrator | reviewer
  std::string citation;
  bool recommends = true;  // the treatment
  std::string level;       // of a study, of the hierarchy of evidence; empty where nobody graded it
  bool applies = true;     // its population, setting, intervention and outcomes are those of this worker
  bool biased = false;
  bool challenges_mtus = false;  // states that the presumption of the MTUS is challenged
  std::string why;               // of `applies` and `biased`
  std::vector<int> items;        // numbers, from 1; empty: all
  Place place;                   // of the citation, in case.yaml

  bool concerns(int item) const;
};

}  // namespace openimr::records
