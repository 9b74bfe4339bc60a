#include "program/life.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "cases/acts.h"
#include "support/programmes.h"

namespace openimr::program {
namespace {

using nlohmann::json;

// A life as small as may be: a request comes in, is answered, and that is all.
json small_pack() {
  return json::parse(R"({
    "_file": "small.yaml",
    "life": {
      "roles": [{"id": "desk", "says": "the desk", "_line": 3}, {"id": "chief", "says": "the chief", "_line": 4}],
      "states": [
        {"id": "open", "says": "it is open", "work": "desk", "due": ["A-1"], "_line": 6},
        {"id": "done", "says": "it is done", "end": true, "_line": 7}],
      "acts": [
        {"event": "asked", "from": ["start"], "to": "open", "roles": ["desk"], "starts": ["asked"], "says": "ask", "section": "rule 1", "standing": "confirmed", "_line": 9},
        {"event": "noted", "from": ["open", "done"], "roles": ["desk", "chief"], "says": "note", "section": "rule 2", "standing": "inferred", "_line": 10},
        {"event": "answered", "result": "yes", "from": ["open"], "to": "done", "roles": ["chief"], "meets": ["A-1"], "late": ["A-1"], "needs": ["reasons"], "says": "answer", "section": "rule 3", "standing": "unverified", "_line": 11}]}
  })");
}

Result<Life> read(const json& pack) {
  return life_from_pack(
      pack, {[](std::string_view id) { return id == "asked"; }, [](std::string_view id) { return id == "A-1"; }});
}

TEST(Life, IsReadFromItsPack) {
  const auto life = read(small_pack());
  ASSERT_TRUE(life) << life.error().to_string();
  EXPECT_EQ(life->roles().size(), 2U);
  EXPECT_EQ(life->role("chief")->says, "the chief");
  EXPECT_EQ(life->role("cook"), nullptr);
  EXPECT_EQ(life->state("open")->work, "desk");
  EXPECT_EQ(life->state("open")->due, std::vector<std::string>{"A-1"});
  EXPECT_FALSE(life->state("open")->is_end);
  EXPECT_TRUE(life->state("done")->is_end);
  EXPECT_EQ(life->state("start"), nullptr);
  const Act* answered = life->act("open", "answered", "yes");
  ASSERT_NE(answered, nullptr);
  EXPECT_EQ(answered->to, "done");
  EXPECT_EQ(answered->meets, std::vector<std::string>{"A-1"});
  EXPECT_EQ(answered->late, std::vector<std::string>{"A-1"});
  EXPECT_EQ(answered->needs, std::vector<std::string>{"reasons"});
  EXPECT_EQ(answered->standing, Standing::unverified);
  EXPECT_TRUE(answered->is_for("chief"));
  EXPECT_FALSE(answered->is_for("desk"));
  EXPECT_TRUE(answered->is_from("open"));
  EXPECT_FALSE(answered->is_from("done"));
  EXPECT_EQ(life->act("open", "answered"), nullptr) << "it has a result";
  EXPECT_EQ(life->act("done", "answered", "yes"), nullptr);
  EXPECT_EQ(life->act("done", "noted")->to, "");
  EXPECT_EQ(life->act(kStart, "asked")->starts, std::vector<std::string>{"asked"});
}

TEST(Life, IsEmptyWhereThePackHasNone) {
  const auto life = read(json::object());
  ASSERT_TRUE(life);
  EXPECT_TRUE(life->states().empty());
  EXPECT_EQ(life->act(kStart, "asked"), nullptr);
}

TEST(Life, RefusesWhatDoesNotHoldTogether) {
  struct Row {
    const char* at;
    json value;
    const char* message;
  };
  const Row rows[] = {
      {"/life/roles/1/id", "desk", "small.yaml:4: roles: two of one name: 'desk'. Give one of them a name of its own."},
      {"/life/states/1/id", "open",
       "small.yaml:7: states: two of one name: 'open'. Give one of them a name of its own."},
      {"/life/states/1/id", "start",
       "small.yaml:7: states: two of one name: 'start'. Give one of them a name of its own."},
      {"/life/states/0/work", "cook",
       "small.yaml:6: work: no such role: 'cook'. Add it to roles, or name one that stands there."},
      {"/life/states/0/due",
       {"A-1", "A-2"},
       "small.yaml:6: due: no such deadline: 'A-2'. Add it, or name one that is there."},
      {"/life/acts/1/from",
       {"open", "lost"},
       "small.yaml:10: from: no such state: 'lost'. Add it, or name one that is there."},
      {"/life/acts/1/to", "lost",
       "small.yaml:10: to: no such state: 'lost'. Add it to states, or leave it out where the state stays."},
      {"/life/acts/1/to", "start",
       "small.yaml:10: to: no such state: 'start'. Add it to states, or leave it out where the state stays."},
      {"/life/acts/1/roles",
       {"cook"},
       "small.yaml:10: roles: no such role: 'cook'. Add it, or name one that is there."},
      {"/life/acts/0/starts",
       {"asked", "answered"},
       "small.yaml:9: starts: no such event: 'answered'. Add it, or name one that is there."},
      {"/life/acts/2/meets",
       {"A-7"},
       "small.yaml:11: meets: no such deadline: 'A-7'. Add it, or name one that is there."},
      {"/life/acts/2/late",
       {"A-8"},
       "small.yaml:11: late: no such deadline: 'A-8'. Add it, or name one that is there."},
      {"/life/acts/1/event", "asked", ""},  // the same event, in other states
      {"/life/acts/1",
       {{"event", "answered"},
        {"result", "yes"},
        {"from", {"done", "open"}},
        {"roles", {"desk"}},
        {"says", "again"},
        {"section", "rule 3"},
        {"standing", "confirmed"},
        {"_line", 10}},
       "small.yaml:11: two acts are the same event in one state: 'answered, open'. Leave one of them out, or give them "
       "results."},
      {"/life/states/2",
       {{"id", "lost"}, {"says", "it is lost"}, {"end", true}, {"_line", 8}},
       "small.yaml:8: no way leads to this state: 'lost'. Add an act that leads to it, or leave it out."},
      {"/life/states/1/end", false,
       "small.yaml:7: no way leads out of this state: 'done'. Add an act, or mark it 'end: true'."},
      {"/life/acts/2/to", "open",
       "small.yaml:6: no way leads out of this state: 'open'. Add an act, or mark it 'end: true'."},
  };
  for (const Row& row : rows) {
    json pack = small_pack();
    pack[json::json_pointer(row.at)] = row.value;
    const auto life = read(pack);
    EXPECT_EQ(life ? "" : life.error().to_string(), row.message) << row.at;
  }
}

// A circle of states that only lead to one another is not reached by being left.
TEST(Life, RefusesStatesThatOnlyLeadToOneAnother) {
  json pack = small_pack();
  for (const char* id : {"here", "there"})
    pack["life"]["states"].push_back({{"id", id}, {"says", id}, {"_line", id == std::string("here") ? 20 : 21}});
  json act = pack["life"]["acts"][1];
  act["from"] = {"here"};
  act["to"] = "there";
  pack["life"]["acts"].push_back(act);
  act["from"] = {"there"};
  act["to"] = "here";
  pack["life"]["acts"].push_back(act);
  const auto life = read(pack);
  ASSERT_FALSE(life);
  EXPECT_EQ(life.error().to_string(),
            "small.yaml:20: no way leads to this state: 'here'. Add an act that leads to it, or leave it out.");
}

// The same event with another result is another act.
TEST(Life, TellsActsApartByTheirResult) {
  json pack = small_pack();
  json act = pack["life"]["acts"][2];
  act["result"] = "no";
  act.erase("to");
  pack["life"]["acts"].push_back(act);
  const auto life = read(pack);
  ASSERT_TRUE(life) << life.error().to_string();
  EXPECT_EQ(life->act("open", "answered", "yes")->to, "done");
  EXPECT_EQ(life->act("open", "answered", "no")->to, "");
}

TEST(LifeOfTheProgrammes, IsMadeOfKnownEventsAndConditions) {
  std::size_t acts = 0;
  for (const Programme& programme : testing::programmes()) {
    const auto sound = cases::check_life(programme);
    EXPECT_TRUE(sound) << sound.error().to_string();
    acts += programme.life().acts().size();
  }
  EXPECT_GT(acts, 50U);
}

TEST(LifeOfAProgramme, IsRefusedWhereCasesDoNotKnowIt) {
  const auto of = [](const json& changed) {
    json pack = json::parse(R"({
      "_file": "small.yaml",
      "programme": {"id": "small", "title": "Small", "in_force": {"from": "2020-01-01", "until": null}, "roll": "open", "roll_source": "rule 1", "_line": 2},
      "calendars": [{"id": "open", "title": "open days", "closed": [], "section": "rule 1", "standing": "confirmed", "holidays": [], "_line": 5}],
      "service": [], "events": [{"id": "asked", "says": "a request comes in", "_line": 11}],
      "deadlines": [{"id": "A-1", "who": "office", "act": "answer", "after": "asked", "limits": [{"limit": "5 hours"}], "section": "rule 3", "standing": "confirmed", "_line": 14}]
    })");
    pack["life"] = small_pack()["life"];
    pack["life"]["acts"][0]["event"] = "application-received";
    pack["life"]["acts"][1]["event"] = "records-received";
    pack["life"]["acts"][2]["event"] = "closed";
    pack["life"].merge_patch(changed);
    return Programme::from_pack(pack);
  };
  const auto sound = of(json::object());
  ASSERT_TRUE(sound) << sound.error().to_string();
  EXPECT_TRUE(cases::check_life(*sound));
  json acts = small_pack()["life"]["acts"];
  const auto event = of({{"acts", acts}});
  ASSERT_TRUE(event);
  EXPECT_EQ(cases::check_life(*event).error().to_string(),
            "small: an act is no event that is known: 'asked'. Use one of those of docs/cases.md.");
  acts[0]["event"] = "application-received";
  acts[0]["needs"] = {"luck"};
  const auto need = of({{"acts", acts}});
  ASSERT_TRUE(need);
  const std::string says = cases::check_life(*need).error().to_string();
  EXPECT_TRUE(
      says.starts_with("small: application-received names a condition that is unknown: 'luck'. Use one of: "
                       "a-draft, a-party, a-way, all-served, another-open-item, another-reviewer, "))
      << says;
}

}  // namespace
}  // namespace openimr::program
