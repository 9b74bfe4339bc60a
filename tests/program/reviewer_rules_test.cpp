#include "program/reviewer_rules.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "support/programmes.h"

namespace openimr::program {
namespace {

using nlohmann::json;

json small_pack() {
  return json::parse(R"({
    "_file": "small.yaml",
    "programme": {"in_force": {"from": "2020-01-01", "until": null}},
    "reviewers": {
      "licence_types": [{"type": "MD", "title": "doctor of medicine"}],
      "rules": [
        {"id": "A-1", "kind": "board_certification", "types": ["MD"], "says": "is certified", "section": "rule 1", "standing": "confirmed", "_line": 7},
        {"id": "A-2", "kind": "same_specialty", "weight": "preferred", "says": "fits", "section": "rule 2", "standing": "reported", "_line": 8,
         "in_force": {"from": "2021-01-01", "until": "2022-01-01"}}],
      "specialties": [
        {"id": "S-1", "items": ["Surgery/Spine"], "specialties": ["Neurosurgery", "Orthopedics"], "section": "rule 5", "standing": "inferred", "_line": 10,
         "in_force": {"from": "2021-01-01", "until": null}},
        {"id": "S-2", "items": ["surgery", "Surgery"], "specialties": ["Orthopedics"], "section": "rule 6", "standing": "reported", "_line": 11}]},
    "conflicts": {
      "against": [{"id": "B-1", "roles": ["employer"], "section": "rule 3", "standing": "confirmed", "_line": 12}],
      "relations": [{"id": "B-2", "kind": "financial", "bars_above": {"percent": 5, "ties": "any"}, "not_counted": ["review_pay"], "section": "rule 4", "standing": "inferred", "_line": 14}]}
  })");
}

std::string message_of(const json& pack) {
  if (const auto rules = reviewer_rules_from(pack); !rules) return rules.error().to_string();
  if (const auto rules = conflict_rules_from(pack); !rules) return rules.error().to_string();
  return "";
}

TEST(ReviewerRules, AreReadFromThePack) {
  const auto rules = reviewer_rules_from(small_pack());
  ASSERT_TRUE(rules) << rules.error().to_string();
  EXPECT_TRUE(rules->accepts("MD"));
  EXPECT_FALSE(rules->accepts("DC"));
  EXPECT_EQ(rules->rules[0].weight, RuleWeight::required);
  EXPECT_EQ(rules->rules[0].in_force.from.iso(), "2020-01-01");
  EXPECT_EQ(rules->rules[1].standing, Standing::reported);
  EXPECT_EQ(rules->rule(Requirement::same_specialty, *Date::from_iso("2020-12-31")), nullptr);
  EXPECT_EQ(rules->rule(Requirement::same_specialty, *Date::from_iso("2021-12-31"))->id, "A-2");

  const std::vector<std::string> spine = {"surgery", "Surgery", "Surgery/Spine"};
  EXPECT_EQ(rules->specialties_for(spine, *Date::from_iso("2021-01-01"))->id, "S-1") << "the first that names it";
  EXPECT_EQ(rules->specialties_for(spine, *Date::from_iso("2020-12-31"))->id, "S-2");
  EXPECT_EQ(rules->specialties[1].standing, Standing::reported);
  EXPECT_EQ(rules->specialties_for({"dme"}, *Date::from_iso("2021-01-01")), nullptr);

  const auto conflicts = conflict_rules_from(small_pack());
  ASSERT_TRUE(conflicts) << conflicts.error().to_string();
  const Date day = *Date::from_iso("2025-01-01");
  EXPECT_EQ(conflicts->party("employer", day)->id, "B-1");
  EXPECT_EQ(conflicts->party("facility", day), nullptr);
  EXPECT_EQ(conflicts->relation(RelationKind::familial, day), nullptr);
  const RelationRule* financial = conflicts->relation(RelationKind::financial, day);
  EXPECT_TRUE(financial->bars_above.has("shares"));
  EXPECT_FALSE(financial->bars.has("shares"));
  EXPECT_TRUE(financial->not_counted.has("review_pay"));
}

TEST(ReviewerRules, MayBeMissing) {
  json pack = small_pack();
  pack.erase("reviewers");
  pack.erase("conflicts");
  EXPECT_TRUE(reviewer_rules_from(pack)->rules.empty());
  EXPECT_TRUE(conflict_rules_from(pack)->relations.empty());
}

TEST(ReviewerRules, RefuseWhatDoesNotHoldTogether) {
  struct Row {
    const char* at;
    json value;
    const char* message;
  };
  const Row rows[] = {
      {"/reviewers/rules/0/types/0", "DC",
       "small.yaml:7: types: no such licence: 'DC'. Add it to licence_types, or name one that is there."},
      {"/reviewers/rules/0/kind", "no_appointment",
       "small.yaml:7: no_appointment: lacks appointment: 'A-1'. Add appointment."},
      {"/reviewers/rules/0/kind", "active_practice", "small.yaml:7: active_practice: lacks years: 'A-1'. Add years."},
      {"/reviewers/rules/1/kind", "board_certification",
       "small.yaml:8: board_certification: lacks types: 'A-2'. Add types."},
      {"/reviewers/rules/1/id", "A-1",
       "small.yaml:8: two rows of one name: 'A-1'. Give one of them a name of its own."},
      {"/reviewers/rules/1/in_force/until", "2020-01-01",
       "small.yaml:8: in_force: it ends before it begins: '2020-01-01'. Write a later day, or null."},
      {"/reviewers/rules/1/in_force/from", "2021-02-30",
       "small.yaml:8: in_force: no such day: '2021-02-30'. Write YYYY-MM-DD."},
      {"/conflicts/relations/0/id", "B-1",
       "small.yaml:14: two rows of one name: 'B-1'. Give one of them a name of its own."},
      {"/conflicts/relations/0/bars",
       {"review_pay"},
       "small.yaml:14: a tie that bars and is not counted: 'review_pay'. Keep it in one of the two."},
  };
  for (const Row& row : rows) {
    json pack = small_pack();
    pack[json::json_pointer(row.at)] = row.value;
    EXPECT_EQ(message_of(pack), row.message) << row.at;
  }
  json pack = small_pack();
  pack["conflicts"]["relations"][0].erase("bars_above");
  EXPECT_EQ(message_of(pack), "small.yaml:14: a relation that never bars: 'B-2'. Add bars or bars_above.");
}

TEST(ReviewerRules, OfTheProgrammesHaveTheirSources) {
  for (const Programme& programme : testing::programmes()) {
    EXPECT_FALSE(programme.reviewers().rules.empty()) << programme.id();
    for (const ReviewerRule& rule : programme.reviewers().rules) EXPECT_FALSE(rule.section.empty()) << rule.id;
    EXPECT_FALSE(programme.conflicts().relations.empty()) << programme.id();
    for (const RelationRule& rule : programme.conflicts().relations) EXPECT_FALSE(rule.section.empty()) << rule.id;
  }
  const ReviewerRules& rules = testing::programme("ca-dwc-imr").reviewers();
  EXPECT_EQ(rules.rules.size(), 8U);
  EXPECT_EQ(rules.rule(Requirement::no_appointment, *Date::from_iso("2013-12-31")), nullptr);
  EXPECT_EQ(rules.rule(Requirement::no_appointment, *Date::from_iso("2014-01-01"))->id, "Q-6");
  EXPECT_EQ(rules.rule(Requirement::unrestricted_licence, *Date::from_iso("2014-01-01"))->prefers, "CA");
}

}  // namespace
}  // namespace openimr::program
