// The reviewers of an organization over time: what was entered, changed and ended, as events of one stream for each
// reviewer, and who they make. The data of a reviewer, with the name, is a document of the store (sealed where keys are
// given); the events hold its id only.
//
//   reviewer-registered   the reviewer's data; again after one who had left
//   reviewer-changed      the data as it is from now on
//   reviewer-left         with the reason; nothing is proposed to them from now on
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cases/event.h"
#include "cases/reviewer.h"
#include "program/programme.h"
#include "store/lists.h"

namespace openimr::cases {

inline constexpr std::string_view kRegistered = "reviewer-registered";
inline constexpr std::string_view kChanged = "reviewer-changed";
inline constexpr std::string_view kLeft = "reviewer-left";

// The list of all who have not left, by id.
inline constexpr std::string_view kActiveReviewers = "reviewers/active";

struct RosterEvent {
  std::string type;
  Actor who;
  program::Moment on;
  store::Instant recorded;
  std::string why{};
  std::string document{};  // of the reviewer's data; empty where they left
};

// A reviewer as the events leave them.
struct RosterEntry {
  std::string id;
  std::int64_t version = 0;  // events so far; 0: never registered
  bool is_active = false;
  std::string document{};                // of the last data
  std::optional<program::Moment> since;  // registered, or left
};

// "reviewer/r-017". Fails where the id holds other characters than those of an actor's.
Result<store::StreamId> roster_stream(std::string_view id);

store::NewEvent to_store(const RosterEvent& event);
// Fails with invalid where the payload is none of ours.
Result<RosterEvent> roster_event_from(const store::Event& event);

void apply(RosterEntry& entry, const RosterEvent& event);

// The lists that the reviewer stands in.
std::vector<store::Entry> entries_of(const RosterEntry& entry);

// What has to be recorded so that the reviewer has this data: reviewer-registered, reviewer-changed, or nothing (empty)
// where they have it already.
std::string_view change_for(const RosterEntry& entry, std::string_view document);

// Whether the role of the actor keeps the reviewers' data: one that may ask a reviewer in some programme. Fails with
// wrong_use and those that may.
Result<void> may_keep_roster(const std::vector<program::Programme>& programmes, const Actor& who);

}  // namespace openimr::cases
