// Conflicts of interest: every relation of a reviewer compared with every party of a case, by the programme's rules
// (packs/programs, `conflicts`). What cannot be settled by rule bars until a person has cleared it. The result is the
// evidence; it names the reviewer by id only. The organization, its officers and its employees are checked in the same
// way, each as a Reviewer with id, name and relations.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "cases/party_names.h"
#include "cases/reviewer.h"
#include "program/limit.h"
#include "program/reviewer_rules.h"

namespace openimr::cases {

enum class ConflictOutcome : std::uint8_t { cleared, to_be_cleared, barred };  // the worst decides
std::string_view name_of(ConflictOutcome outcome);

struct Party {
  std::string role;  // claims_administrator
  std::string name;
};

// A person looked at what was to be cleared, and found no conflict. It does not lift a bar.
struct Clearance {
  std::string reviewer;  // id
  std::string party;     // the name, as the case has it
  std::string to;        // the name, as the relation has it; empty: the reviewer's own
  std::string by;        // who cleared it
  std::string why;
  program::Moment at;
};

struct Comparison {
  std::string role;
  std::string party;  // empty where it is the reviewer's own name, or was compared with it
  program::RelationKind kind = program::RelationKind::self;
  std::string tie;
  std::string to;  // empty for the reviewer's own name
  Likeness likeness = Likeness::different;
  ConflictOutcome outcome = ConflictOutcome::cleared;
  std::string rule;     // id of the row that decided; empty where none did
  std::string section;  // of that row
  std::string why;
};

struct Attestation {
  std::string text;  // as the reviewer signed it
  program::Moment at;
};

struct ConflictCheck {
  std::string reviewer;  // id
  program::Moment at;
  std::vector<Comparison> comparisons;  // all of them, party by party
  std::optional<Attestation> attestation;

  ConflictOutcome outcome() const;
};
nlohmann::json to_json(const ConflictCheck& check);

ConflictCheck check_conflicts(const program::ConflictRules& rules, const Reviewer& reviewer,
                              const std::vector<Party>& parties, const program::Moment& at,
                              const std::vector<Clearance>& clearances = {});

// The same outcomes for many reviewers at once: all their names are folded once, and each party is compared with each
// name once.
class ConflictIndex {
 public:
  // Keeps references to both.
  ConflictIndex(const program::ConflictRules& rules, const std::vector<Reviewer>& reviewers, Date day);

  // The reviewers, by their place in the list and rising, for whom check_conflicts would not say `cleared`.
  using Found = std::vector<std::pair<std::size_t, ConflictOutcome>>;
  Found find(const std::vector<Party>& parties, const std::vector<Clearance>& clearances);

 private:
  struct Bearer {
    std::size_t reviewer;
    Relation relation;
  };
  struct Name {
    PartyName folded;
    std::vector<Bearer> bearers;
  };
  using Likes = std::vector<std::pair<std::size_t, Likeness>>;  // of names_

  const Likes& like(const std::string& party);

  const program::ConflictRules& rules_;
  const std::vector<Reviewer>& reviewers_;
  Date day_;
  std::vector<Name> names_;
  std::vector<std::uint64_t> letters_;  // of each, side by side: most comparisons end here
  std::map<std::string, Likes> known_;  // parties that were asked about
};

}  // namespace openimr::cases
