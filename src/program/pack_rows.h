// What the readers of a programme's pack share: its rows, and the errors that name them. Inside program/ only.
#pragma once

#include <set>
#include <string>

#include <nlohmann/json.hpp>

#include "base/result.h"
#include "program/calendar.h"

namespace openimr::program {

class PackRows {
 public:
  explicit PackRows(const nlohmann::json& pack) : pack_(pack) {}

  const nlohmann::json& pack() const { return pack_; }
  // The rows of a list; none where the pack has no such list.
  const nlohmann::json& list(const char* name) const;
  // An error with the file, and the line of the row.
  tl::unexpected<Error> refuse(const nlohmann::json& row, std::string message, std::string offending,
                               std::string remedy) const;
  // Of a row; `otherwise` where it gives none of its own. Fails where a day does not exist or the two are turned round.
  Result<InForce> days_in(const nlohmann::json& row, InForce otherwise) const;
  // Fails where a row of the list had this name before.
  Result<void> is_new(const nlohmann::json& row, const char* key, const std::string& list);

 private:
  const nlohmann::json& pack_;
  std::set<std::string> names_;  // "events/ur-served"
};

// The text under a key; empty where there is none.
std::string text(const nlohmann::json& row, const char* key);
Standing standing_in(const nlohmann::json& row, Standing otherwise = Standing::unverified);
// Whether some day belongs to both.
bool overlap(const InForce& a, const InForce& b);

}  // namespace openimr::program
