#include "program/life.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "program/pack_rows.h"

namespace openimr::program {
namespace {

using nlohmann::json;

template <class T>
const T* named(const std::vector<T>& list, std::string_view id) {
  const auto found = std::find_if(list.begin(), list.end(), [&](const T& each) { return each.id == id; });
  return found == list.end() ? nullptr : &*found;
}

bool holds(const std::vector<std::string>& list, std::string_view name) {
  return std::find(list.begin(), list.end(), name) != list.end();
}

std::vector<std::string> names_in(const json& row, const char* key) {
  return row.value(key, std::vector<std::string>{});
}

}  // namespace

bool Act::is_from(std::string_view state) const {
  return holds(from, state);
}

bool Act::is_for(std::string_view role) const {
  return holds(roles, role);
}

const Role* Life::role(std::string_view id) const {
  return named(roles_, id);
}

const State* Life::state(std::string_view id) const {
  return named(states_, id);
}

const Act* Life::act(std::string_view state, std::string_view event, std::string_view result) const {
  const auto found = std::find_if(acts_.begin(), acts_.end(), [&](const Act& act) {
    return act.event == event && act.result == result && act.is_from(state);
  });
  return found == acts_.end() ? nullptr : &*found;
}

class LifeReader {
 public:
  LifeReader(const json& pack, const LifeNames& names) : rows_(pack), names_(names) {}

  Result<Life> read() {
    if (!rows_.pack().contains("life")) return std::move(out_);
    const json& life = rows_.pack().at("life");
    for (const json& row : life.at("roles")) {
      if (out_.role(row.at("id").get<std::string>()) != nullptr) return twice(row, "roles");
      out_.roles_.push_back({row.at("id"), row.at("says")});
    }
    for (const json& row : life.at("states")) {
      if (const auto done = add_state(row); !done) return fail(done.error());
    }
    for (const json& row : life.at("acts")) {
      if (const auto done = add_act(row); !done) return fail(done.error());
    }
    for (const json& row : life.at("states")) {
      if (const auto done = check_ways(row); !done) return fail(done.error());
    }
    if (life.contains("joins")) {
      const json& row = life["joins"];
      out_.joining_ = {names_in(row, "same"), row.at("section"), standing_in(row)};
    }
    return std::move(out_);
  }

 private:
  tl::unexpected<Error> twice(const json& row, const char* list) const {
    return rows_.refuse(row, fmt::format("{}: two of one name", list), row.at("id"),
                        "Give one of them a name of its own.");
  }

  template <class Known>
  Result<void> all_known(const json& row, const char* key, const std::vector<std::string>& names, const char* what,
                         const Known& known) const {
    for (const std::string& name : names) {
      if (!known(name))
        return rows_.refuse(row, fmt::format("{}: no such {}", key, what), name, "Add it, or name one that is there.");
    }
    return {};
  }

  Result<void> add_state(const json& row) {
    State state{row.at("id"), row.at("says"), row.value("work", ""), names_in(row, "due"), row.value("end", false)};
    if (out_.state(state.id) != nullptr || state.id == kStart) return twice(row, "states");
    if (!state.work.empty() && out_.role(state.work) == nullptr)
      return rows_.refuse(row, "work: no such role", state.work, "Add it to roles, or name one that stands there.");
    if (const auto done = all_known(row, "due", state.due, "deadline", names_.is_rule); !done) return done;
    out_.states_.push_back(std::move(state));
    return {};
  }

  Result<void> add_act(const json& row) {
    Act act;
    act.event = row.at("event");
    act.result = row.value("result", "");
    act.from = names_in(row, "from");
    act.to = row.value("to", "");
    act.roles = names_in(row, "roles");
    act.starts = names_in(row, "starts");
    act.starts_for = row.value("starts_for", "");
    act.starts_overturned = row.value("starts_overturned", false);
    act.meets = names_in(row, "meets");
    act.late = names_in(row, "late");
    act.needs = names_in(row, "needs");
    act.says = row.at("says");
    act.section = row.at("section");
    act.standing = standing_in(row);
    const auto is_state = [this](std::string_view id) { return id == kStart || out_.state(id) != nullptr; };
    const auto is_role = [this](std::string_view id) { return out_.role(id) != nullptr; };
    for (const Result<void>& done :
         {all_known(row, "from", act.from, "state", is_state), all_known(row, "roles", act.roles, "role", is_role),
          all_known(row, "starts", act.starts, "event", names_.is_clock_event),
          all_known(row, "meets", act.meets, "deadline", names_.is_rule),
          all_known(row, "late", act.late, "deadline", names_.is_rule)}) {
      if (!done) return done;
    }
    if (!act.to.empty() && out_.state(act.to) == nullptr)
      return rows_.refuse(row, "to: no such state", act.to, "Add it to states, or leave it out where the state stays.");
    for (const std::string& state : act.from) {
      if (out_.act(state, act.event, act.result) != nullptr)
        return rows_.refuse(row, "two acts are the same event in one state", fmt::format("{}, {}", act.event, state),
                            "Leave one of them out, or give them results.");
    }
    out_.acts_.push_back(std::move(act));
    return {};
  }

  // A state is reached from the start, and left where it is no end.
  Result<void> check_ways(const json& row) {
    if (reached_.empty()) reach(std::string(kStart));
    const State& state = *out_.state(row.at("id").get<std::string>());
    if (reached_.count(state.id) == 0)
      return rows_.refuse(row, "no way leads to this state", state.id, "Add an act that leads to it, or leave it out.");
    const bool left = std::any_of(out_.acts_.begin(), out_.acts_.end(), [&](const Act& act) {
      return act.is_from(state.id) && !act.to.empty() && act.to != state.id;
    });
    if (!left && !state.is_end)
      return rows_.refuse(row, "no way leads out of this state", state.id, "Add an act, or mark it 'end: true'.");
    return {};
  }

  void reach(const std::string& state) {
    if (!reached_.insert(state).second) return;
    for (const Act& act : out_.acts_) {
      if (act.is_from(state) && !act.to.empty()) reach(act.to);
    }
  }

  PackRows rows_;
  const LifeNames& names_;
  std::set<std::string> reached_;
  Life out_;
};

Result<Life> life_from_pack(const json& pack, const LifeNames& names) {
  return LifeReader(pack, names).read();
}

}  // namespace openimr::program
