// Who may review in a programme, and which relations of a reviewer to a party of the case bar them: the lists
// `reviewers` and `conflicts` of its pack. A programme without them has no rules of that kind.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "base/result.h"
#include "program/calendar.h"

namespace openimr::program {

// What a rule asks of a reviewer.
enum class Requirement : std::uint8_t {
  licence_type,          // a licence of one of `licence_types`
  unrestricted_licence,  // one of them without restriction, in any state
  board_certification,   // a certification, where the licence is of `types`
  knowledge,             // of the condition, the treatment and the guidelines
  no_discipline,
  no_appointment,   // to `appointment`
  active_practice,  // `years`, and `hours_per_week` now
  same_specialty,   // as the case wants
};
std::string_view name_of(Requirement requirement);

// What follows where a rule does not hold.
enum class RuleWeight : std::uint8_t {
  required,   // the reviewer is not eligible
  preferred,  // others come first
  attested,   // nothing yet: the reviewer states it with each case
};

struct LicenceType {
  std::string type;   // MD
  std::string title;  // doctor of medicine
};

struct ReviewerRule {
  std::string id;
  Requirement asks = Requirement::licence_type;
  RuleWeight weight = RuleWeight::required;
  std::string says;
  std::string prefers;  // the state whose licence comes first; empty: none
  std::vector<std::string> types;
  std::string appointment;
  int years = 0;
  int hours_per_week = 0;
  InForce in_force;
  std::string section;
  Standing standing = Standing::unverified;
};

// The specialties of those who treat what is disputed, the best first.
struct SpecialtyRow {
  std::string id;
  std::vector<std::string> items;  // names of an item: "surgery", "Surgery", "Surgery/Spine"
  std::vector<std::string> specialties;
  InForce in_force;
  std::string section;
  Standing standing = Standing::unverified;
};

struct ReviewerRules {
  std::vector<LicenceType> licence_types;
  std::vector<ReviewerRule> rules;
  std::vector<SpecialtyRow> specialties;

  bool accepts(std::string_view licence_type) const;
  // The first in force of this kind; null where none is.
  const ReviewerRule* rule(Requirement asks, Date day) const;
  // The first in force that names the item by any of its names; null where none does.
  const SpecialtyRow* specialties_for(const std::vector<std::string>& item, Date day) const;
};

enum class RelationKind : std::uint8_t {
  self,      // the reviewer is the party
  declared,  // the reviewer asked not to get cases of the party
  familial,
  financial,
  professional,
};
std::string_view name_of(RelationKind kind);
std::optional<RelationKind> relation_kind_named(std::string_view name);

// Ties by name (spouse, staff_privileges), or whichever there are.
struct Ties {
  bool any = false;
  std::vector<std::string> names;
  bool has(std::string_view tie) const;
};

struct RelationRule {
  std::string id;
  RelationKind kind = RelationKind::familial;
  Ties bars;
  Ties bars_above;  // these bar above `percent` of the reviewer's income in a year
  double percent = 0;
  Ties not_counted;  // stronger than the two others
  InForce in_force;
  std::string section;
  Standing standing = Standing::unverified;
};

// Parties against whom the relations are checked.
struct PartyRule {
  std::string id;
  std::vector<std::string> roles;
  InForce in_force;
  std::string section;
  Standing standing = Standing::unverified;
};

struct ConflictRules {
  std::vector<PartyRule> against;
  std::vector<RelationRule> relations;

  // The first in force; null where none is.
  const PartyRule* party(std::string_view role, Date day) const;
  const RelationRule* relation(RelationKind kind, Date day) const;
};

// Of one file of the merged packs. Both fail with file, line and remedy where a name is given twice, dates are turned
// round, a rule names an unknown type of licence or lacks what its kind needs, or a tie both bars and is not counted.
Result<ReviewerRules> reviewer_rules_from(const nlohmann::json& pack);
Result<ConflictRules> conflict_rules_from(const nlohmann::json& pack);

}  // namespace openimr::program
