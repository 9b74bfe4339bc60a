// The tables of tests/cases/*.acts: what may be done in which state, by whom, and where it leads; written from the law.
#pragma once

#include <algorithm>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "support/engine.h"

namespace openimr::cases {

struct TableAct {
  std::string state, event, result;
  std::vector<std::string> roles;
  std::string to;  // the state behind it
};

struct ActsTable {
  std::vector<std::string> states;
  std::vector<TableAct> acts;

  // Null where the table has none.
  const TableAct* act(const std::string& state, const std::string& event, const std::string& result) const {
    for (const TableAct& each : acts) {
      if (each.state == state && each.event == event && each.result == result) return &each;
    }
    return nullptr;
  }
};

inline std::string without_blanks(const std::string& text) {
  const auto first = text.find_first_not_of(' ');
  return first == std::string::npos ? "" : text.substr(first, text.find_last_not_of(' ') - first + 1);
}

// "signed all: review, quality -> signed"
inline TableAct act_from(const std::string& state, const std::string& line) {
  TableAct out{state, "", "", {}, state};
  const auto colon = line.find(':');
  if (colon == std::string::npos) throw std::runtime_error("no colon: " + line);
  std::istringstream names(line.substr(0, colon));
  names >> out.event >> out.result;
  const auto arrow = line.find("->");
  if (arrow != std::string::npos) out.to = without_blanks(line.substr(arrow + 2));
  std::istringstream roles(line.substr(colon + 1, arrow == std::string::npos ? arrow : arrow - colon - 1));
  for (std::string role; std::getline(roles, role, ',');) out.roles.push_back(without_blanks(role));
  return out;
}

inline ActsTable acts_table(const std::string& programme) {
  ActsTable out;
  std::istringstream in(testing::read_whole(testing::source_dir() / "tests/cases" / (programme + ".acts")));
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.starts_with('#')) continue;
    if (!line.starts_with(' ')) {
      out.states.push_back(line.substr(0, line.find(':')));
      continue;
    }
    TableAct act = act_from(out.states.back(), without_blanks(line));
    if (out.act(act.state, act.event, act.result) != nullptr) throw std::runtime_error("twice: " + line);
    out.acts.push_back(std::move(act));
  }
  return out;
}

}  // namespace openimr::cases
