// A reviewer as the organization keeps them. The name stays inside the organization: nothing that goes to a party, to a
// log or to a metric is made from it; elsewhere a reviewer is their id.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "base/date.h"
#include "program/reviewer_rules.h"

namespace openimr::cases {

enum class LicenceStatus : std::uint8_t {
  active,
  restricted,
  probation,
  suspended,
  revoked,
  surrendered,
  expired,
  unknown
};
std::string_view name_of(LicenceStatus status);
std::optional<LicenceStatus> licence_status_named(std::string_view name);

struct Licence {
  std::string type;   // MD, DC, ...
  std::string state;  // CA
  LicenceStatus status = LicenceStatus::unknown;
  std::string number;
  std::optional<Date> from;
  std::optional<Date> until;  // the day on which it no longer holds; nothing: it has no end
  bool runs_on(Date day) const { return (!from || *from <= day) && (!until || day < *until); }
  bool operator==(const Licence&) const = default;
};

struct Certification {
  std::string board;
  std::string specialty;
  std::string subspecialty;
  std::optional<Date> until;  // as of a licence
  bool runs_on(Date day) const { return !until || day < *until; }
  bool operator==(const Certification&) const = default;
};

// How the reviewer stands to a person or a firm.
struct Relation {
  std::string to;  // its name
  program::RelationKind kind = program::RelationKind::professional;
  std::string tie;                        // spouse, employment, staff_privileges, ...: packs/programs
  std::string detail;                     // in words
  std::optional<double> share_of_income;  // percent of the reviewer's income in a year; nothing: not known
  bool operator==(const Relation&) const = default;
};

struct Reviewer {
  std::string id;
  std::string name;
  std::vector<Licence> licences;
  std::vector<Certification> certifications;
  std::optional<int> years;  // of active practice; nothing here and below: not known
  std::optional<int> hours_per_week;
  int per_day = 0;  // cases
  int per_week = 0;
  std::vector<std::string> excluded_parties;             // by name; the reviewer wants none of their cases
  std::vector<std::string> excluded_items;               // kinds of items that the reviewer does not review
  std::optional<bool> disciplined;                       // an action or sanction, past or pending
  std::optional<std::vector<std::string>> appointments;  // as an evaluator: "qme"
  std::vector<Relation> relations;
  bool operator==(const Reviewer&) const = default;
};

// As packs/schema/reviewer.schema.json has it; reviewers_from_json (reviewer_file.h) reads it back.
nlohmann::json to_json(const Reviewer& reviewer);

}  // namespace openimr::cases
