#include <algorithm>

#include <fmt/format.h>

#include "program/part_readers.h"

namespace openimr::program {
namespace {

using nlohmann::json;

// Every list of a pack whose rows name parties, and under which key.
struct Naming {
  json::json_pointer list;
  const char* key;
  const char* message;
};

const std::vector<Naming>& namings() {
  static const std::vector<Naming> all = {
      {json::json_pointer("/life/acts"), "starts_for", "starts_for: no such party"},
      {json::json_pointer("/served"), "to", "served: no such party"},
      {json::json_pointer("/notices"), "to", "notices: no such party"},
      {json::json_pointer("/conflicts/against"), "roles", "conflicts: no such party"},
  };
  return all;
}

}  // namespace

Result<std::vector<PartyRole>> read_parties(PackRows& rows) {
  std::vector<PartyRole> out;
  for (const json& row : rows.list("parties")) {
    if (const auto known = rows.is_new(row, "id", "parties"); !known) return fail(known.error());
    out.push_back({text(row, "id"), text(row, "says")});
  }
  return out;
}

Result<void> check_parties(const PackRows& rows, const std::vector<PartyRole>& parties) {
  const auto is_known = [&](const std::string& id) {
    return std::any_of(parties.begin(), parties.end(), [&](const PartyRole& each) { return each.id == id; });
  };
  for (const Naming& naming : namings()) {
    if (!rows.pack().contains(naming.list)) continue;
    for (const json& row : rows.pack().at(naming.list)) {
      if (!row.contains(naming.key)) continue;
      const json& named = row.at(naming.key);
      for (const json& each : named.is_array() ? named : json::array({named})) {
        if (is_known(each.get<std::string>())) continue;
        return rows.refuse(row, naming.message, each.get<std::string>(),
                           fmt::format("Use one of: {}; or add it to parties.", words_of(parties)));
      }
    }
  }
  return {};
}

std::string words_of(const std::vector<PartyRole>& parties) {
  std::vector<std::string_view> ids;
  for (const PartyRole& each : parties) ids.push_back(each.id);
  return ids.empty() ? "none" : fmt::format("{}", fmt::join(ids, ", "));
}

}  // namespace openimr::program
