// Which parties of a case an account of a party stands for.
#pragma once

#include <string_view>

namespace openimr::server {

// Whom a paper goes to, or whom records come from, by the account's role.
inline bool stands_for(std::string_view role, std::string_view party) {
  if (role == "administrator") return party == "claims_administrator";
  if (role == "applicant") return party == "employee" || party == "employee_attorney" || party == "family_member";
  return false;
}

// As whom an account of a party sends records.
inline std::string_view sends_as(std::string_view role) {
  return role == "administrator" ? "claims_administrator" : "employee";
}

}  // namespace openimr::server
