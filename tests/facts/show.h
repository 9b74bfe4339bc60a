// Facts as short lines, for tables.
#pragma once

#include <string>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "facts/fact.h"

namespace openimr::facts {

inline std::string show(const Value& value) {
  if (const auto* number = std::get_if<double>(&value)) return fmt::format("{:g}", *number);
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (const auto* date = std::get_if<Date>(&value)) return date->iso();
  if (const auto* range = std::get_if<Range>(&value)) {
    if (range->exact()) return fmt::format("{:g}", range->low);
    return range->high ? fmt::format("{:g}-{:g}", range->low, *range->high) : fmt::format(">={:g}", range->low);
  }
  return "-";
}

inline std::string attribute(const Fact& fact, const char* key) {
  const auto found = fact.attributes.find(key);
  return found == fact.attributes.end() ? "-" : found->second;
}

inline std::vector<const Fact*> named(const Facts& facts, std::string_view name, std::string_view concept_name = "") {
  std::vector<const Fact*> out;
  for (const Fact& fact : facts.all) {
    if (fact.name == name && (concept_name.empty() || fact.concept_name == concept_name)) out.push_back(&fact);
  }
  return out;
}

// The values of all facts of a name, in order: "90, >=344".
inline std::string values(const Facts& facts, std::string_view name, std::string_view concept_name = "") {
  std::vector<std::string> out;
  for (const Fact* fact : named(facts, name, concept_name)) out.push_back(show(fact->value));
  return fmt::format("{}", fmt::join(out, ", "));
}

}  // namespace openimr::facts
