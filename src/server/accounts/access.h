// Which cases a party may see, and break-glass.
//
//   stream access/CASE/ACCOUNT   access-granted, access-revoked; in the list access/ACCOUNT by case while granted
//   stream glass/CASE/ACCOUNT    glass-broken {why}: the records of the case are open to the account for an hour
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "server/accounts/accounts.h"

namespace openimr::server {

inline constexpr std::chrono::hours kGlassOpen{1};

class Access {
 public:
  explicit Access(store::Store& store) : store_(store) {}

  // Nothing happens where it is so already. grant() fails with wrong_use where the account is none of a party, and with
  // not_found where there is none; it does not look whether there is such a case.
  Result<void> grant(const std::string& case_number, const std::string& account, const By& by) const;
  Result<void> revoke(const std::string& case_number, const std::string& account, const By& by) const;
  Result<bool> has(const std::string& case_number, const std::string& account) const;
  // Up to `limit` cases of the account behind `after`, by their numbers.
  Result<std::vector<std::string>> cases_of(const std::string& account, std::string_view after = {},
                                            int limit = 50) const;

  // Opens the case's records to the account, and writes the reason into the log of reads first.
  Result<void> break_glass(const std::string& case_number, const std::string& account, const std::string& why,
                           const By& by) const;
  Result<bool> is_glass_open(const std::string& case_number, const std::string& account, Instant now) const;

  // The lists of all accounts, made anew after a restore.
  Result<void> remake_lists() const;

 private:
  Result<void> change(const std::string& case_number, const std::string& account, const std::string& type,
                      const By& by) const;
  store::Store& store_;
};

}  // namespace openimr::server
