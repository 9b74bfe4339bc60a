#include "cases/credentials.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "base/ascii.h"

namespace openimr::cases {
namespace {

void add_once(std::vector<std::string>& list, std::string text) {
  if (!text.empty() && std::find(list.begin(), list.end(), text) == list.end()) list.push_back(std::move(text));
}

std::string capitalized(std::string text) {
  if (!text.empty() && is_lower(text.front())) text.front() = static_cast<char>(text.front() - 'a' + 'A');
  return text;
}

}  // namespace

Credentials credentials_of(const program::ReviewerRules& rules, const Reviewer& reviewer, Date day,
                           const nlohmann::json& state_names) {
  Credentials out;
  const auto licences = usable_licences(rules, reviewer, day, {});
  for (const Licence* licence : licences) add_once(out.licences, state_names.value(licence->state, licence->state));
  for (const Certification& each : reviewer.certifications) {
    if (!each.runs_on(day)) continue;
    add_once(out.certifications, each.specialty);
    add_once(out.certifications, each.subspecialty);
  }
  if (!out.certifications.empty()) return out;
  for (const Licence* licence : licences) {
    for (const auto& type : rules.licence_types) {
      if (type.type == licence->type) add_once(out.certifications, capitalized(type.title));
    }
  }
  return out;
}

}  // namespace openimr::cases
