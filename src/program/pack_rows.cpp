#include "program/pack_rows.h"

#include <fmt/core.h>

namespace openimr::program {

using nlohmann::json;

std::string text(const json& row, const char* key) {
  return row.contains(key) && row[key].is_string() ? row[key].get<std::string>() : "";
}

Standing standing_in(const json& row, Standing otherwise) {
  const std::string written = text(row, "standing");
  for (const Standing standing : {Standing::confirmed, Standing::inferred, Standing::reported, Standing::unverified}) {
    if (guidelines::name_of(standing) == written) return standing;
  }
  return otherwise;
}

bool overlap(const InForce& a, const InForce& b) {
  return (!a.until || b.from < *a.until) && (!b.until || a.from < *b.until);
}

const json& PackRows::list(const char* name) const {
  static const json kNone = json::array();
  return pack_.contains(name) ? pack_[name] : kNone;
}

tl::unexpected<Error> PackRows::refuse(const json& row, std::string message, std::string offending,
                                       std::string remedy) const {
  return fail({ErrorCode::invalid, std::move(message), std::move(offending), text(pack_, "_file"),
               row.value("_line", 0), 0, std::move(remedy)});
}

Result<InForce> PackRows::days_in(const json& row, InForce otherwise) const {
  if (!row.contains("in_force")) return otherwise;
  const std::string until = text(row["in_force"], "until");
  const auto from = Date::from_iso(text(row["in_force"], "from"));
  const auto end = Date::from_iso(until);
  if (!from || (!end && !until.empty()))
    return refuse(row, "in_force: no such day", from ? until : text(row["in_force"], "from"), "Write YYYY-MM-DD.");
  InForce days{*from, end ? std::optional(*end) : std::nullopt};
  if (days.until && *days.until <= days.from)
    return refuse(row, "in_force: it ends before it begins", until, "Write a later day, or null.");
  return days;
}

Result<void> PackRows::is_new(const json& row, const char* key, const std::string& list) {
  if (names_.insert(list + "/" + text(row, key)).second) return {};
  return refuse(row, fmt::format("{}: two of one name", list), text(row, key), "Give one of them a name of its own.");
}

}  // namespace openimr::program
