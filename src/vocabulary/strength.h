// Strengths: "350 mg", "10-325mg", "4%-27.5%-0.0325%", "25 mcg/hr", "10mg/1ml".
#pragma once

#include <optional>
#include <span>
#include <string>

#include "vocabulary/amounts.h"

namespace openimr::vocabulary {

// A part of a strength as it is shown, and the token after it.
struct Strength {
  std::string text;
  std::size_t next = 0;
};

// The unit that begins at this token: "mg", "%", "mg/ml", "mcg/h".
std::optional<Strength> read_unit(std::span<const Token> tokens, std::size_t at);
// The strength that begins at this token. Directly after a name (`at_name`) "10/325" needs no unit. Of a range of one
// drug
// ("10-20 mg") the upper end.
std::optional<Strength> read_strength(std::span<const Token> tokens, std::size_t at, bool at_name);

}  // namespace openimr::vocabulary
