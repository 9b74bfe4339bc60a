// What happens to a case, as it is kept: who, when, why and what. The history of a case is the list of its events and
// nothing else; everything that is known of it follows from them (cases/case.h).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "base/result.h"
#include "program/limit.h"
#include "store/event.h"

namespace openimr::cases {

// "review:R-0007". The role is one of the programme; the id names a person to the organization alone and is 1 to 80
// of the characters A-Z a-z 0-9 . _ -.
struct Actor {
  std::string role;
  std::string id;

  static Result<Actor> of(std::string_view text);
  std::string text() const { return role + ":" + id; }
  auto operator<=>(const Actor&) const = default;
};

struct CaseEvent {
  std::string type;  // one of cases/event_types.h
  Actor who;
  program::Moment on;       // when it happened, by the clock of the programme's place: what deadlines count from
  store::Instant recorded;  // when it was entered
  std::string why{};        // reasons in words; may be empty
  nlohmann::json what = nlohmann::json::object();  // fields of cases/event_types.h

  // What the programme's pack made of it when it was entered (cases/acts.h). It is kept with the event, so that a later
  // pack cannot change what happened.
  std::string state{};                // of the case behind it
  std::vector<std::string> starts{};  // events that deadlines run from
  std::vector<std::string> meets{};   // deadlines that are kept by it

  // A field as text; empty where it is not there.
  std::string text(std::string_view field) const;
};

// Where the events of a case are kept: "case/EX-100". Fails where the number holds other characters than A-Z a-z
// 0-9 . _ -.
Result<store::StreamId> stream_of(std::string_view case_number);

store::NewEvent to_store(const CaseEvent& event);
// Fails with invalid where the payload is none of ours.
Result<CaseEvent> from_store(const store::Event& event);

}  // namespace openimr::cases
