#include "program/programme.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "support/programmes.h"

namespace openimr::program {
namespace {

using nlohmann::json;

// A programme as small as may be.
json small_pack() {
  return json::parse(R"({
    "_file": "small.yaml",
    "programme": {"id": "small", "title": "Small", "in_force": {"from": "2020-01-01", "until": null}, "roll": "open", "roll_source": "rule 1", "_line": 2},
    "calendars": [{"id": "open", "title": "open days", "closed": ["saturday", "sunday"], "section": "rule 1", "standing": "confirmed", "_line": 5,
                   "holidays": [{"name": "May Day", "on": "05-01"}]}],
    "service": [{"by": "mail", "says": "mailed", "adds": "5 calendar days", "section": "rule 2", "standing": "confirmed", "_line": 9}],
    "events": [{"id": "asked", "says": "a request comes in", "_line": 11}],
    "deadlines": [
      {"id": "A-1", "who": "office", "act": "answer", "after": "asked", "limits": [{"limit": "5 business days", "calendar": "open"}], "section": "rule 3", "standing": "confirmed", "_line": 14},
      {"id": "A-2", "who": "office", "act": "answer late", "extends": ["A-1"], "limits": [{"limit": "2 calendar days"}], "section": "rule 3", "standing": "confirmed", "_line": 20}]
  })");
}

TEST(Programme, IsReadFromItsPack) {
  const auto programme = Programme::from_pack(small_pack());
  ASSERT_TRUE(programme) << programme.error().to_string();
  EXPECT_EQ(programme->id(), "small");
  EXPECT_FALSE(programme->is_default());
  EXPECT_EQ(programme->roll().id(), "open");
  EXPECT_EQ(programme->rule("A-2")->in_force.from.iso(), "2020-01-01");
  EXPECT_EQ(programme->rule("A-3"), nullptr);
}

TEST(Programme, RefusesWhatDoesNotHoldTogether) {
  struct Row {
    const char* at;
    json value;
    const char* message;
  };
  const Row rows[] = {
      {"/deadlines/0/after", "answered",
       "small.yaml:14: after: no such event: 'answered'. Add it to events, or name one that stands there."},
      {"/deadlines/0/limits/0/calendar", "closed",
       "small.yaml:14: calendar: no such calendar: 'closed'. Use one of: open"},
      {"/deadlines/0/limits/0",
       {{"limit", "5 business days"}},
       "small.yaml:14: business days of no calendar. Add calendar: open"},
      {"/deadlines/0/limits/0/limit", "5 days",
       "small.yaml:14: limit: not understood: '5 days'. Write as '30 calendar days'."},
      {"/deadlines/0/limits/0/by", "fax",
       "small.yaml:14: by: no such way of service: 'fax'. Name the 'by' of a row of service."},
      {"/deadlines/0/in_force",
       {{"from", "2020-01-01"}, {"until", "2019-01-01"}},
       "small.yaml:14: in_force: it ends before it begins: '2019-01-01'. Write a later day, or null."},
      {"/deadlines/0/in_force",
       {{"from", "2020-02-30"}, {"until", nullptr}},
       "small.yaml:14: in_force: no such day: '2020-02-30'. Write YYYY-MM-DD."},
      {"/deadlines/0/extends",
       {"A-2"},
       "small.yaml:14: a rule needs either 'after' or 'extends': 'A-1'. Name the event that it counts from."},
      {"/deadlines/1/extends", {"A-7"}, "small.yaml:20: extends: no such rule: 'A-7'. Name the id of a deadline."},
      {"/deadlines/1/extends",
       {"A-2"},
       "small.yaml:20: extends: the rule comes back to itself: 'A-2'. Let it end at a rule with 'after'."},
      {"/deadlines/1/id", "A-1",
       "small.yaml:20: deadlines: two of one name: 'A-1'. Give one of them a name of its own."},
      {"/service/0/adds", "2 hours",
       "small.yaml:9: adds: neither calendar nor business days: '2 hours'. Write as '5 calendar days'."},
      {"/service/0/like", "fax", "small.yaml:9: like: no such way of service: 'fax'. Name the 'by' of another row."},
      {"/calendars/0/holidays/0/on", "02-30", "small.yaml: on: no such day: '02-30'. Write MM-DD, or YYYY-MM-DD."},
      {"/calendars/0/holidays/0/nth", 1,
       "small.yaml: a holiday needs either 'on' or 'nth', 'weekday' and 'month': 'May Day'. Write one of them."},
      {"/calendars/0/holidays/0",
       {{"name", "May Day"}},
       "small.yaml: a holiday needs either 'on' or 'nth', 'weekday' and 'month': 'May Day'. Write one of them."},
      {"/programme/roll", "court", "small.yaml:2: roll: no such calendar: 'court'. Use one of: open"},
  };
  for (const Row& row : rows) {
    json pack = small_pack();
    pack[json::json_pointer(row.at)] = row.value;
    const auto programme = Programme::from_pack(pack);
    EXPECT_EQ(programme ? "" : programme.error().to_string(), row.message) << row.at;
  }
}

// Two rules that extend one another: the circle is found, not followed.
TEST(Programme, RefusesRulesInACircle) {
  json pack = small_pack();
  json third = pack["deadlines"][1];
  third["id"] = "A-3";
  third["extends"] = {"A-2"};
  third["_line"] = 26;
  pack["deadlines"].push_back(third);
  EXPECT_TRUE(Programme::from_pack(pack));
  pack["deadlines"][1]["extends"] = {"A-1", "A-3"};
  const auto programme = Programme::from_pack(pack);
  ASSERT_FALSE(programme);
  EXPECT_EQ(programme.error().to_string(),
            "small.yaml:20: extends: the rule comes back to itself: 'A-2'. Let it end at a rule with 'after'.");
}

TEST(Programmes, HaveOneDefaultAndDatesForEveryRule) {
  int defaults = 0;
  for (const Programme& programme : testing::programmes()) {
    defaults += programme.is_default() ? 1 : 0;
    for (const DeadlineRule& rule : programme.deadlines()) {
      EXPECT_FALSE(rule.section.empty()) << rule.id;
      EXPECT_GT(rule.in_force.from.iso(), "1900-01-01") << rule.id;
    }
  }
  EXPECT_EQ(defaults, 1);
  EXPECT_EQ(testing::programme("ca-dwc-imr").deadlines().size(), 12U + 26U);
}

}  // namespace
}  // namespace openimr::program
