// What is decided of an item, and of a case.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace openimr::determination {

// Upheld: the denial stands. Overturned: the treatment is medically necessary.
enum class Decision : std::uint8_t { upheld, overturned };
std::string_view name_of(Decision decision);

// The case: all items upheld, all overturned, or some of each ("Partially Overturned").
enum class Outcome : std::uint8_t { upheld, overturned, partially_overturned };
std::string_view name_of(Outcome outcome);
// Nothing where there is no item.
std::optional<Outcome> outcome_of(const std::vector<Decision>& decisions);

}  // namespace openimr::determination
