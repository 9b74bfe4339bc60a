#include "program/money.h"

#include <algorithm>

#include <fmt/core.h>

#include "base/ascii.h"

namespace openimr::program {
namespace {

constexpr std::string_view kCurrency = "USD ";
constexpr std::size_t kMostDigits = 7;
constexpr std::int64_t kCentsOfDollar = 100;

std::optional<std::int64_t> number(std::string_view digits) {
  if (digits.empty() || !std::all_of(digits.begin(), digits.end(), is_digit)) return std::nullopt;
  std::int64_t out = 0;
  for (const char c : digits) out = out * 10 + (c - '0');
  return out;
}

}  // namespace

std::optional<Money> Money::from_text(std::string_view text) {
  if (!text.starts_with(kCurrency)) return std::nullopt;
  text.remove_prefix(kCurrency.size());
  const std::size_t point = text.find('.');
  const std::string_view whole = text.substr(0, point);
  if (whole.size() > kMostDigits) return std::nullopt;
  const auto dollars = number(whole);
  if (!dollars) return std::nullopt;
  if (point == std::string_view::npos) return Money{*dollars * kCentsOfDollar};
  const std::string_view behind = text.substr(point + 1);
  const auto cents = behind.size() == 2 ? number(behind) : std::nullopt;
  if (!cents) return std::nullopt;
  return Money{*dollars * kCentsOfDollar + *cents};
}

std::string Money::words() const {
  const std::string sign = cents < 0 ? "-" : "";
  const std::int64_t size = cents < 0 ? -cents : cents;
  const std::string whole = fmt::format("{}{}{}", kCurrency, sign, size / kCentsOfDollar);
  return size % kCentsOfDollar == 0 ? whole : fmt::format("{}.{:02}", whole, size % kCentsOfDollar);
}

}  // namespace openimr::program
