// The cases of a day and who reviews them: all at once, at the least cost. What may not be is no pairing at all (not
// eligible, a conflict, reviewed it before, no time left); what is better or worse is a cost, in points (Weights).
// The answer is the optimum (transport.h). Of several it is always the same one, in whatever order cases and reviewers
// are given, as they are taken by number and id. It is a proposal: a person designates, and check_conflicts makes the
// evidence for whom they designate.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "base/date.h"
#include "cases/conflicts.h"
#include "cases/min_cost_flow.h"
#include "cases/qualification.h"
#include "cases/reviewer.h"

namespace openimr::cases {

// Points, 0 to 999 each. They have no unit outside this table: what matters is how many of one are worth another.
struct Weights {
  // Of a pairing.
  Cost next_specialty = 20;    // for each step down the specialties that the case wants, best first
  Cost other_specialty = 600;  // the reviewer has none of them. Above `empty_place`: a new case rather waits a day for
                               // its specialty, until its due day is near
  Cost other_state = 30;       // no licence in the state that is preferred: worth a step of specialty, not two
  // Of a reviewer's load. It rises with each case, so that cases spread evenly.
  Cost further_case = 4;  // for each case that the reviewer has today already, on the next
  // Of a place that stays empty: the case waits for another day.
  Cost empty_place = 500;
  Cost expedited = 900;
  Cost day_waited = 5;   // for each day since it waits, 60 at most
  Cost day_nearer = 50;  // for each day by which the due day is nearer than 14 days, or past; 28 at most
};

struct CaseNeed {
  std::string number;
  Needs needs;
  std::vector<std::string> item_kinds;  // of its items; excluded_items of reviewers name the same, word for word
  std::vector<Party> parties;
  std::vector<Clearance> clearances;
  std::vector<std::string> earlier_reviewers;  // ids; after a remand none of them reviews it again
  std::string state;                           // whose licence is preferred; empty: the programme's
  bool expedited = false;
  Date waiting_since;
  std::optional<Date> due;
  int reviewers = 1;  // different ones
};

// What a reviewer has already.
struct Load {
  int today = 0;
  int this_week = 0;
};

// Why a reviewer was not proposed for a case; the first that holds.
enum class WhyNot : std::uint8_t {
  not_eligible,     // a rule of the programme does not hold
  other_licence,    // eligible, but not by a licence of the type that the case wants
  reviewed_before,  // and the case came back
  conflict,         // barred
  conflict_open,    // to be cleared by a person
  excluded_items,   // the reviewer does not review such items
  at_capacity,      // today or this week
  other_specialty,  // could take it
  costs_more,       // could take it: load, state, or a specialty further down
};
std::string_view words_of(WhyNot why);

struct WhyNotCount {
  WhyNot why = WhyNot::costs_more;
  std::string rule;  // which one, of not_eligible
  int reviewers = 0;
};

// Another reviewer who could take the case, all other cases staying where they are.
struct Alternative {
  std::string reviewer;  // id
  CostSum more = 0;      // points; never below 0
};

struct Proposal {
  std::string number;
  std::string reviewer;                // id
  Cost cost = 0;                       // points of the pairing, without load
  std::vector<std::string> why;        // specialty, licence, load, due day; in words
  std::vector<WhyNotCount> why_not;    // all other reviewers, each counted once
  std::vector<Alternative> next_best;  // three at most
};

struct Unassigned {
  std::string number;
  int places = 0;  // that stay empty
  Cost cost = 0;   // points of each
  std::string why;
  std::vector<WhyNotCount> why_not;
};

struct Assignment {
  std::vector<Proposal> proposals;  // by case number, then by reviewer
  std::vector<Unassigned> unassigned;
  CostSum cost = 0;  // points: of pairings, loads and empty places
  int rounds = 0;    // how often the simplex was asked
};
// Reviewers by id only.
nlohmann::json to_json(const Assignment& assignment);

// "r-02 (+20), r-07 (+31)", or "nobody".
std::string next_best_in_words(const Proposal& proposal);
// "not eligible: 2, costs more: 7", or "there are none".
std::string in_words(const std::vector<WhyNotCount>& counts);

// Case numbers and reviewers' ids are unique. `loads` by reviewer's id.
Assignment assign(const program::ReviewerRules& reviewer_rules, const program::ConflictRules& conflict_rules,
                  std::vector<CaseNeed> cases, std::vector<Reviewer> reviewers, Date day, const Weights& weights = {},
                  const std::map<std::string, Load>& loads = {});

}  // namespace openimr::cases
