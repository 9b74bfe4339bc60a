// The life of a case under a programme, as its pack states it: roles, states, and the acts that lead from one to the
// next. An act is one event of cases/event_types.h, in the states that allow it, by the roles that may do it; what the
// acts mean is cases/'s affair.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "base/result.h"
#include "program/calendar.h"

namespace openimr::program {

struct Role {
  std::string id;
  std::string says;
};

struct State {
  std::string id;
  std::string says;              // "the application waits for a decision on eligibility"
  std::string work;              // the role whose turn it is; empty: nobody's
  std::vector<std::string> due;  // deadlines that end this state
  bool is_end = false;           // nothing need follow
};

struct Act {
  std::string event;
  std::string result;             // of this event, where it has several: eligible, ineligible
  std::vector<std::string> from;  // states; kStart before there is a case
  std::string to;                 // state; empty: the one it was
  std::vector<std::string> roles;
  std::vector<std::string> starts;  // events that deadlines run from
  std::string starts_for;           // only where it is done to this party; empty: always
  bool starts_overturned = false;   // only where a treatment of the case was found necessary
  std::vector<std::string> meets;   // deadlines that are kept by it
  std::vector<std::string> late;    // deadlines one of which must have passed
  std::vector<std::string> needs;   // conditions of cases/needs.h
  std::string says;
  std::string section;
  Standing standing = Standing::unverified;

  bool is_from(std::string_view state) const;
  bool is_for(std::string_view role) const;
};

// Which applications may become one determination.
struct Joining {
  std::vector<std::string> same;  // what must agree: worker, injury, or the role of a party; none: they are not joined
  std::string section;
  Standing standing = Standing::unverified;
};

// Where a case begins.
inline constexpr std::string_view kStart = "start";

class Life {
 public:
  const std::vector<Role>& roles() const { return roles_; }
  const std::vector<State>& states() const { return states_; }
  const std::vector<Act>& acts() const { return acts_; }
  const Joining& joining() const { return joining_; }

  // Null where there is none of this name.
  const Role* role(std::string_view id) const;
  const State* state(std::string_view id) const;
  // The act that this event is in this state; null where the state does not allow it.
  const Act* act(std::string_view state, std::string_view event, std::string_view result = {}) const;

 private:
  friend class LifeReader;
  std::vector<Role> roles_;
  std::vector<State> states_;
  std::vector<Act> acts_;
  Joining joining_;
};

// What the rest of the pack knows.
struct LifeNames {
  std::function<bool(std::string_view)> is_clock_event;
  std::function<bool(std::string_view)> is_rule;
};

// Of the `life` of a pack; without one, a life without states. Fails with file, line and remedy where a name is unknown
// or given twice, two acts are the same event in the same state, a state is never reached, or one that is no end is
// never left.
Result<Life> life_from_pack(const nlohmann::json& pack, const LifeNames& names);

}  // namespace openimr::program
