// The words behind a drug name, read part by part from left to right.
#pragma once

#include <span>

#include "vocabulary/amounts.h"
#include "vocabulary/prescription.h"

namespace openimr::vocabulary {

constexpr double kMostAtOnce = 12;  // units that a dose can have; a larger number is a quantity

struct ReadOn {
  std::size_t end = 0;     // token after the last that belongs to the prescription
  bool all_known = false;  // no word on the way was foreign to a prescription
};

// Fills in what the tokens behind a name state and `out` does not have yet. Without a name (`named` false) all tokens
// are read, and an amount in milligrams that stands alone is the dose.
ReadOn read_on(std::span<const Token> tokens, Prescription& out, bool named = true);

}  // namespace openimr::vocabulary
