#include "facts/fact.h"

#include <algorithm>

namespace openimr::facts {

bool Fact::about(std::string_view what) const {
  return concept_name == what || std::find(is_a.begin(), is_a.end(), what) != is_a.end();
}

std::string_view attribute(const Fact& fact, std::string_view key) {
  const auto found = fact.attributes.find(key);
  return found == fact.attributes.end() ? std::string_view() : std::string_view(found->second);
}

bool is_of_review(const Fact& fact) {
  return attribute(fact, "source") == "ur";
}

bool is_administered(const Fact& fact) {
  return attribute(fact, "status") == "administered";
}

std::string_view name_of(Assertion assertion) {
  switch (assertion) {
    case Assertion::present:
      return "present";
    case Assertion::negated:
      return "negated";
    case Assertion::historical:
      return "historical";
    case Assertion::possible:
      return "possible";
    case Assertion::hypothetical:
      return "hypothetical";
    case Assertion::conditional:
      return "conditional";
    case Assertion::other_person:
      return "other_person";
    case Assertion::planned:
      return "planned";
    case Assertion::requested:
      return "requested";
    case Assertion::stopped:
      return "stopped";
  }
  return "present";
}

}  // namespace openimr::facts
