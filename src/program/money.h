// An amount of money, in cents. It is no number: it adds to money alone, and is multiplied by a count alone.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace openimr::program {

struct Money {
  std::int64_t cents = 0;  // of US dollars
  auto operator<=>(const Money&) const = default;

  // Reads "USD 420" and "USD 420.50", up to USD 9999999.99; nothing where the text is neither.
  static std::optional<Money> from_text(std::string_view text);
  // The same words: "USD 420", "USD 420.50".
  std::string words() const;
  Money times(int count) const { return {cents * count}; }
};

inline Money operator+(Money a, Money b) {
  return {a.cents + b.cents};
}

}  // namespace openimr::program
