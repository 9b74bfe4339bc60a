// Whom a case of a programme is between, and to whom its papers go: one name for each role, in cases, conflicts,
// notices and service alike.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace openimr::program {

struct PartyRole {
  std::string id;    // claims_administrator: as cases and packs name it
  std::string says;  // "claims administrator": as it is printed
};

// "employee, claims_administrator"
std::string words_of(const std::vector<PartyRole>& parties);

}  // namespace openimr::program
