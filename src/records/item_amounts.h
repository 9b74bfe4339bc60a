// How much of a service is asked for: visits, how often, how long, how many.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace openimr::records {

struct ItemAmounts {
  std::optional<int> visits;             // the printed total, else rate x weeks; the upper end of a range
  std::optional<std::string> frequency;  // "2 times a week"
  std::optional<std::string> duration;   // "6 weeks", "30 days"
  std::optional<int> quantity;           // "#2", "2 leg wraps", "one (1) x-ray"
};

// Reads the clean text of one request. A bare number is a quantity; in "2 times 8" and "#6" of a service that is
// counted in visits (`counts_visits`) it is visits.
ItemAmounts read_item_amounts(std::string_view clean_text, bool counts_visits);

}  // namespace openimr::records
