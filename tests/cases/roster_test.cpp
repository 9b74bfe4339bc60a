#include "cases/roster.h"

#include <gtest/gtest.h>

#include "cases/making.h"

namespace openimr::cases {
namespace {

RosterEvent change(std::string_view type, std::string_view on, const std::string& data = "") {
  return {std::string(type), Actor::of("assign:ann").value(), moment(on), {}, "", data.empty() ? "" : document(data)};
}

RosterEntry after(const std::vector<RosterEvent>& events) {
  RosterEntry out{.id = "r-1", .since = {}};
  for (const RosterEvent& each : events) apply(out, each);
  return out;
}

TEST(Roster, FollowsFromItsEvents) {
  const auto registered = change(kRegistered, "2015-01-05", "a");
  const auto changed = change(kChanged, "2015-02-05", "b");
  const auto left = change(kLeft, "2015-03-05");
  struct {
    std::vector<RosterEvent> events;
    bool is_active;
    std::string data;
    std::string since;
    std::string_view with_b;  // what has to be recorded for the data b
  } const rows[] = {
      {{registered}, true, "a", "2015-01-05", kChanged},
      {{registered, changed}, true, "b", "2015-01-05", ""},
      {{registered, changed, left}, false, "b", "2015-03-05", kRegistered},
      {{registered, left, change(kRegistered, "2015-04-05", "b")}, true, "b", "2015-04-05", ""},
  };
  for (const auto& row : rows) {
    const RosterEntry entry = after(row.events);
    EXPECT_EQ(entry.version, static_cast<std::int64_t>(row.events.size()));
    EXPECT_EQ(entry.is_active, row.is_active);
    EXPECT_EQ(entry.document, document(row.data));
    EXPECT_EQ(entry.since->iso(), row.since);
    EXPECT_EQ(change_for(entry, document("b")), row.with_b);
    EXPECT_EQ(entries_of(entry).size(), row.is_active ? 1U : 0U);
  }
  EXPECT_EQ(change_for(after({}), document("b")), kRegistered);
  EXPECT_EQ(entries_of(after({registered})).front(), (store::Entry{"reviewers/active", "r-1"}));
}

TEST(Roster, EventsComeBackFromTheStore) {
  for (RosterEvent event : {change(kRegistered, "2015-01-05", "a"), change(kLeft, "2015-03-05")}) {
    event.why = "retired";
    const store::NewEvent kept = to_store(event);
    const auto back =
        roster_event_from({"reviewer/r-1", {1}, kept.type, kept.at, kept.actor, kept.payload, "", 1, {}, {}});
    ASSERT_TRUE(back) << back.error().to_string();
    EXPECT_EQ(back->type, event.type);
    EXPECT_EQ(back->on.iso(), event.on.iso());
    EXPECT_EQ(back->why, "retired");
    EXPECT_EQ(back->document, event.document);
  }
  const char* const payloads[] = {"",
                                  "[]",
                                  "{}",
                                  R"({"on": "2015-02-30", "document": ""})",
                                  R"({"on": "2015-01-05"})",
                                  R"({"on": "2015-01-05", "document": "Testa Invented"})"};
  for (const char* payload : payloads) {
    const auto back =
        roster_event_from({"reviewer/r-1", {3}, std::string(kRegistered), {}, "assign:ann", payload, "", 1, {}, {}});
    EXPECT_EQ(message(back),
              "this is no event of a reviewer: 'reviewer/r-1, version 3'. Check the store: openimr store verify.")
        << payload;
  }
}

TEST(Roster, IsKeptByThoseWhoAskReviewers) {
  EXPECT_TRUE(may_keep_roster(testing::programmes(), Actor::of("assign:ann").value()));
  EXPECT_EQ(message(may_keep_roster(testing::programmes(), Actor::of("review:r-1").value())),
            "this is not for this role: 'review'. It is for: assign.");
  EXPECT_EQ(message(roster_stream("r 1")), "this is no reviewer's id: 'r 1'. Use letters, digits, '.', '_' and '-'.");
}

}  // namespace
}  // namespace openimr::cases
