#include "program/programme.h"

#include <algorithm>

#include <nlohmann/json.hpp>

namespace openimr::program {
namespace {

template <class T, class Name>
const T* find_in(const std::vector<T>& list, std::string_view name, Name name_of) {
  const auto found = std::find_if(list.begin(), list.end(), [&](const T& each) { return name_of(each) == name; });
  return found == list.end() ? nullptr : &*found;
}

}  // namespace

const WayOfService* Programme::way(std::string_view by) const {
  return find_in(service_, by, [](const WayOfService& way) -> const std::string& { return way.by; });
}

const Event* Programme::event(std::string_view id) const {
  return find_in(events_, id, [](const Event& event) -> const std::string& { return event.id; });
}

const DeadlineRule* Programme::rule(std::string_view id) const {
  return find_in(deadlines_, id, [](const DeadlineRule& rule) -> const std::string& { return rule.id; });
}

const PartyRole* Programme::party(std::string_view id) const {
  return find_in(parties_, id, [](const PartyRole& party) -> const std::string& { return party.id; });
}

std::vector<std::string> Programme::dispute_classes() const {
  std::vector<std::string> out = {"ordinary"};
  for (const DeadlineRule& rule : deadlines_) {
    for (const RuleLimit& limit : rule.limits) {
      if (!limit.dispute.empty() && std::find(out.begin(), out.end(), limit.dispute) == out.end())
        out.push_back(limit.dispute);
    }
  }
  return out;
}

Result<std::vector<Programme>> programmes_from_packs(const nlohmann::json& packs) {
  std::vector<Programme> out;
  if (!packs.contains("programs")) return out;
  for (const nlohmann::json& pack : packs["programs"]) {
    auto programme = Programme::from_pack(pack);
    if (!programme) return fail(programme.error());
    out.push_back(std::move(*programme));
  }
  return out;
}

}  // namespace openimr::program
