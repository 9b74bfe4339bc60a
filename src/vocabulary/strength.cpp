#include "vocabulary/strength.h"

#include <vector>

#include "vocabulary/prescription_words.h"

namespace openimr::vocabulary {
namespace {

using Tokens = std::span<const Token>;

constexpr std::size_t kMostParts = 6;

std::string join_strength(const std::vector<double>& parts, const std::string& unit) {
  std::string out;
  for (const double part : parts) out += (out.empty() ? "" : "/") + to_text(part) + (unit == "%" ? "%" : "");
  return unit == "%" ? out : out + " " + unit;
}

}  // namespace

std::optional<Strength> read_unit(Tokens tokens, std::size_t at) {
  if (is(tokens, at, "%")) return Strength{"%", at + 1};
  std::string unit;
  if (is_any(tokens, at, {"mg", "mgs", "milligram", "milligrams", "mgm"})) unit = "mg";
  if (is_any(tokens, at, {"mcg", "mcgs", "ug", "microgram", "micrograms"})) unit = "mcg";
  if (is_any(tokens, at, {"meq", "iu"})) unit = tokens[at].text;
  if (unit.empty()) return std::nullopt;
  std::size_t next = at + 1;
  if (is(tokens, next, ".")) ++next;
  if (!is_any(tokens, next, {"/", "per", "an"})) return Strength{unit, at + 1};
  if (is_any(tokens, next + 1, {"h", "hr", "hrs", "hour"})) return Strength{unit + "/h", next + 2};
  if (is(tokens, next + 1, "ml")) return Strength{unit + "/ml", next + 2};
  if (next + 1 < tokens.size() && tokens[next + 1].is_number() && is(tokens, next + 2, "ml")) {
    const std::string per = tokens[next + 1].value == 1 ? "" : tokens[next + 1].text + " ";
    return Strength{unit + "/" + per + "ml", next + 3};
  }
  return Strength{unit, at + 1};
}

std::optional<Strength> read_strength(Tokens tokens, std::size_t at, bool at_name) {
  std::vector<double> parts;
  std::string unit;
  std::size_t i = at;
  while (i < tokens.size() && tokens[i].is_number() && parts.size() < kMostParts) {
    parts.push_back(tokens[i].value);
    ++i;
    if (auto found = read_unit(tokens, i)) {
      if (!unit.empty() && unit != found->text) break;
      unit = found->text;
      i = found->next;
    }
    if (!is_any(tokens, i, {"/", "-"}) || i + 1 >= tokens.size() || !tokens[i + 1].is_number()) break;
    ++i;
  }
  if (parts.empty()) return std::nullopt;
  if (unit.empty()) {
    const bool combination = at_name && parts.size() == 2 && parts[1] >= 200 &&
                             is(tokens, at + 1, tokens[at + 1].text) && is_any(tokens, at + 1, {"/", "-"}) &&
                             parts[0] < parts[1];
    if (!combination) return std::nullopt;
    unit = "mg";
  }
  const bool range = parts.size() == 2 && is(tokens, at + 1, "-") && parts[1] > parts[0] && parts[1] < 10 * parts[0];
  if (range) parts.erase(parts.begin());
  return Strength{join_strength(parts, unit), i};
}

}  // namespace openimr::vocabulary
