// Who asks: an account and the role it works in. The roles are those that programmes give their acts to.
#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "cases/event.h"

namespace openimr::server {

inline constexpr std::array<std::string_view, 8> kRoles = {"intake", "assign",           "review",        "quality",
                                                           "issue",  "medical-director", "administrator", "applicant"};

inline bool is_role(std::string_view role) {
  return std::find(kRoles.begin(), kRoles.end(), role) != kRoles.end();
}
inline bool is_party(std::string_view role) {
  return role == "administrator" || role == "applicant";
}
// Those of the organization, reviewers too: they need a second factor.
inline bool is_of_the_organization(std::string_view role) {
  return is_role(role) && !is_party(role);
}

struct Who {
  std::string account;  // empty: nobody is signed in. Of a reviewer it is the reviewer's id
  std::string name;     // for the page of the one who is signed in, and for no log
  std::string role;     // one of kRoles

  bool is_signed_in() const { return !account.empty(); }
  bool is_reviewer() const { return role == "review"; }
  bool is_party() const { return server::is_party(role); }
  bool is_staff() const { return is_of_the_organization(role) && !is_reviewer(); }
  cases::Actor actor() const { return {role, account}; }
  auto operator<=>(const Who&) const = default;
};

}  // namespace openimr::server
