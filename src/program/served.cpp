#include "program/served.h"

#include <algorithm>

#include "program/part_readers.h"
#include "program/programme.h"

namespace openimr::program {

std::vector<const Recipient*> served_with(const Programme& programme, std::string_view paper) {
  std::vector<const Recipient*> out;
  for (const Recipient& each : programme.served()) {
    if (each.paper == paper) out.push_back(&each);
  }
  return out;
}

bool is_served_with(const Programme& programme, std::string_view paper, std::string_view party) {
  const auto& all = programme.served();
  return std::any_of(all.begin(), all.end(),
                     [&](const Recipient& each) { return each.paper == paper && each.to == party; });
}

Result<std::vector<Recipient>> read_served(const PackRows& rows) {
  std::vector<Recipient> out;
  for (const nlohmann::json& row : rows.list("served")) {
    Recipient each{text(row, "paper"), text(row, "to"), text(row, "when"), text(row, "section"), standing_in(row)};
    const bool is_second = std::any_of(out.begin(), out.end(), [&](const Recipient& other) {
      return other.paper == each.paper && other.to == each.to;
    });
    if (is_second) return rows.refuse(row, "served: the same paper twice to", each.to, "Keep one of the two rows.");
    out.push_back(std::move(each));
  }
  return out;
}

}  // namespace openimr::program
