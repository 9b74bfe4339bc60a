// A demo to look around in: invented cases, expert reviewers on file, and an account for each role. For this machine
// alone: everybody who may sign in is printed on the terminal, and no second factor is asked for.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "office/office.h"
#include "server/api/shared.h"

namespace openimr::server {

struct DemoAccount {
  std::string account;
  std::string role;
  std::string says;  // what it is for: "the expert reviewer, with 7 cases at hand"
};

struct DemoMade {
  std::string password;  // of all accounts
  std::vector<DemoAccount> accounts;
};

struct DemoWanted {
  int cases = 500;
  Date today;
  std::string password;  // empty: one is made
};

// Fills an empty store, or goes on with one of the same demo. `told` is called with the number of cases that are done.
// Fails with wrong_use where the store has other cases.
Result<DemoMade> make_demo(Shared& shared, const DemoWanted& wanted, const std::function<void(int)>& told = {});

}  // namespace openimr::server
