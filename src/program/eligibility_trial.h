// One test of eligibility on facts whose class of dispute and way of service are known. Inside program/ only.
#pragma once

#include <string>
#include <vector>

#include "program/eligibility.h"

namespace openimr::program {

struct Tried {
  Truth truth = Truth::unknown;
  std::vector<std::string> why;      // of the parts that made it so
  std::vector<std::string> missing;  // facts that are not known, where the truth is not
};

// `steps`: with the counting of a time, step by step.
Tried tried(const Programme& programme, const EligibilityTest& test, const ApplicationFacts& facts, bool steps);

// Adds those that are not in the list yet.
void add_new(std::vector<std::string>& list, const std::vector<std::string>& more);

}  // namespace openimr::program
