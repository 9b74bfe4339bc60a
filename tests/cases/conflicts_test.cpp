#include "cases/conflicts.h"

#include <random>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "support/programmes.h"
#include "support/reviewers.h"

namespace openimr::cases {
namespace {

using enum ConflictOutcome;
using program::RelationKind;
using testing::day;
using testing::reviewer;

const program::ConflictRules& rules() {
  return testing::programme("ca-dwc-imr").conflicts();
}

const program::Moment kMoment{day("2026-06-01"), 600};

TEST(Conflicts, FollowTheProgramme) {
  struct Row {
    Relation relation;
    const char* role;
    const char* party;
    ConflictOutcome outcome;
    const char* rule;
    const char* why;
  };
  const auto to_acme = [](RelationKind kind, const char* tie, std::optional<double> share = std::nullopt) {
    return Relation{"Acme Insurance", kind, tie, "", share};
  };
  using enum RelationKind;
  const Row rows[] = {
      {to_acme(professional, "employment"), "insurer", "Acme Insurance, Inc.", barred, "R-professional",
       "employment: bars"},
      {to_acme(professional, "employment"), "insurer", "Zenith Mutual", cleared, "", "another name"},
      {to_acme(professional, "employment"), "insurer", "Acne Insurance", to_be_cleared, "R-professional",
       "possibly the same name; if it is: employment: bars"},
      {to_acme(professional, "staff_privileges"), "facility", "Acme Insurance", cleared, "R-professional",
       "staff_privileges: not counted"},
      {to_acme(professional, "staff_privileges"), "facility", "Acne Insurance", cleared, "R-professional",
       "staff_privileges: not counted"},
      {to_acme(professional, "contractor", 5.5), "employer", "Acme Insurance", barred, "R-professional",
       "contractor: 5.5 % of income, above 5 %"},
      {to_acme(professional, "contractor", 5), "employer", "Acme Insurance", cleared, "R-professional",
       "contractor: 5 % of income, not above 5 %"},
      {to_acme(professional, "contractor"), "employer", "Acme Insurance", to_be_cleared, "R-professional",
       "contractor: its share of income is not known; above 5 % bars"},
      {to_acme(professional, "club"), "employer", "Acme Insurance", to_be_cleared, "R-professional",
       "no rule speaks of the tie club"},
      {to_acme(financial, "shares", 5.01), "maker", "Acme Insurance", barred, "R-financial",
       "shares: 5.01 % of income, above 5 %"},
      {to_acme(financial, "shares", 0), "maker", "Acme Insurance", cleared, "R-financial",
       "shares: 0 % of income, not above 5 %"},
      {to_acme(financial, "review_pay", 60), "claims_administrator", "Acme Insurance", cleared, "R-financial",
       "review_pay: not counted"},
      {to_acme(familial, "spouse"), "officer", "Acme Insurance", barred, "R-familial", "spouse: bars"},
      {to_acme(familial, "cousin"), "officer", "Acme Insurance", to_be_cleared, "R-familial",
       "no rule speaks of the tie cousin"},
      {to_acme(familial, "spouse"), "neighbour", "Acme Insurance", to_be_cleared, "R-familial",
       "no rule speaks of a party as neighbour"},
  };
  for (const Row& row : rows) {
    Reviewer who = reviewer("r-1");
    who.relations = {row.relation};
    const ConflictCheck check = check_conflicts(rules(), who, {{row.role, row.party}}, kMoment);
    ASSERT_EQ(check.comparisons.size(), 2U);  // with the reviewer's own name too
    const Comparison& found = check.comparisons[1];
    EXPECT_EQ(name_of(check.outcome()), name_of(row.outcome)) << row.why;
    EXPECT_EQ(found.rule, row.rule) << row.why;
    EXPECT_EQ(found.why, row.why);
  }
}

TEST(Conflicts, NobodyReviewsTheirOwnCaseNorOneTheyDeclined) {
  Reviewer who = reviewer("7");
  who.name = "Testa Invented";
  who.excluded_parties = {"Sample Freight LLC"};
  EXPECT_EQ(check_conflicts(rules(), who, {{"requesting_physician", "Invented, Testa, M.D."}}, kMoment).outcome(),
            barred);
  EXPECT_EQ(check_conflicts(rules(), who, {{"requesting_physician", "T. Invented"}}, kMoment).outcome(), to_be_cleared);
  EXPECT_EQ(check_conflicts(rules(), who, {{"employer", "Sample Freight"}}, kMoment).outcome(), barred);
  EXPECT_EQ(check_conflicts(rules(), who, {{"employer", "Other Haulage"}}, kMoment).outcome(), cleared);
}

TEST(Conflicts, AProgrammeWithoutARuleLeavesThemToAPerson) {
  Reviewer who = reviewer("r-1");
  who.relations = {{"Acme Insurance", RelationKind::professional, "employment", "", std::nullopt}};
  const ConflictCheck check = check_conflicts({}, who, {{"insurer", "Acme Insurance"}}, kMoment);
  EXPECT_EQ(check.outcome(), to_be_cleared);
  EXPECT_EQ(check.comparisons[1].why, "no rule speaks of a professional relation");
}

TEST(Conflicts, APersonClearsWhatIsOpenAndLiftsNoBar) {
  Reviewer who = reviewer("r-1");
  who.relations = {{"Acme Insurance", RelationKind::professional, "employment", "", std::nullopt}};
  const std::vector<Clearance> clearances = {
      {"r-1", "Acne Insurance", "Acme Insurance", "clerk-2", "two different firms", {day("2026-05-30"), 540}},
      {"r-1", "Acme Insurance", "Acme Insurance", "clerk-2", "no", {day("2026-05-30"), 541}}};
  const ConflictCheck open = check_conflicts(rules(), who, {{"insurer", "Acne Insurance"}}, kMoment, clearances);
  EXPECT_EQ(open.outcome(), cleared);
  EXPECT_EQ(open.comparisons[1].why,
            "possibly the same name; if it is: employment: bars; cleared by clerk-2 on 2026-05-30T09:00: "
            "two different firms");
  EXPECT_EQ(check_conflicts(rules(), who, {{"insurer", "Acme Insurance"}}, kMoment, clearances).outcome(), barred);
  who.id = "r-2";
  EXPECT_EQ(check_conflicts(rules(), who, {{"insurer", "Acne Insurance"}}, kMoment, clearances).outcome(),
            to_be_cleared);
}

TEST(Conflicts, TheEvidenceNamesTheReviewerByIdOnly) {
  Reviewer who = reviewer("r-1");
  who.name = "Testa Invented";
  who.relations = {{"Acme Insurance", RelationKind::financial, "shares", "held in trust", 2.5}};
  ConflictCheck check = check_conflicts(
      rules(), who, {{"requesting_physician", "Testa Invented"}, {"insurer", "Acme Insurance"}}, kMoment);
  check.attestation = {"I have no material interest in any party of this case.", {day("2026-06-01"), 610}};
  const nlohmann::json json = to_json(check);
  EXPECT_EQ(json.dump().find("Invented"), std::string::npos);
  EXPECT_EQ(json["reviewer"], "r-1");
  EXPECT_EQ(json["at"], "2026-06-01T10:00");
  EXPECT_EQ(json["outcome"], "barred");
  EXPECT_EQ(json["comparisons"].size(), 4U);
  EXPECT_EQ(json["comparisons"][3]["why"], "shares: 2.5 % of income, not above 5 %");
  EXPECT_EQ(json["comparisons"][3]["section"], "Lab. Code 139.5(d)(6)");
  EXPECT_EQ(json["attestation"]["at"], "2026-06-01T10:10");
}

// The index against the plain check, on names that are often alike.
TEST(ConflictIndex, SaysWhatTheCheckSays) {
  std::mt19937 random(11);
  const auto one_of = [&](auto list) { return *(list.begin() + random() % list.size()); };
  const auto name = [&] {
    using Words = std::initializer_list<const char*>;
    return std::string(one_of(Words{"Acme", "Acne", "Zenith", "J.", "Jane", "John"})) + " " +
           one_of(Words{"Sample", "Samples", "Smaple", "Doe", "Mutual"}) +
           one_of(Words{"", " Inc", " Group", ", M.D."});
  };
  std::vector<Reviewer> reviewers;
  for (int i = 0; i < 60; ++i) {
    Reviewer who = reviewer(std::to_string(i));
    who.name = name();
    if (random() % 3 == 0) who.excluded_parties = {name()};
    for (int n = 0; n < 3; ++n) {
      Relation relation{name(),
                        one_of(std::initializer_list<RelationKind>{RelationKind::familial, RelationKind::financial,
                                                                   RelationKind::professional}),
                        one_of(std::initializer_list<const char*>{"spouse", "employment", "contractor", "shares",
                                                                  "staff_privileges", "review_pay"}),
                        "", std::nullopt};
      if (random() % 2 == 0) relation.share_of_income = static_cast<double>(random() % 10);
      who.relations.push_back(relation);
    }
    reviewers.push_back(std::move(who));
  }
  ConflictIndex index(rules(), reviewers, kMoment.day);
  std::size_t found = 0;
  for (int i = 0; i < 100; ++i) {
    const std::vector<Party> parties = {{"employer", name()}, {"employee", name()}, {"stranger", "Quinn Unlike"}};
    std::vector<Clearance> clearances;
    for (const Reviewer& who : reviewers) {
      if (random() % 4 == 0)
        clearances.push_back({who.id, parties[0].name, who.relations[0].to, "clerk", "looked at", kMoment});
    }
    ConflictIndex::Found expected;
    for (std::size_t r = 0; r < reviewers.size(); ++r) {
      const auto outcome = check_conflicts(rules(), reviewers[r], parties, kMoment, clearances).outcome();
      if (outcome != cleared) expected.emplace_back(r, outcome);
    }
    EXPECT_EQ(index.find(parties, clearances), expected);
    found += expected.size();
  }
  EXPECT_GT(found, 500U);
  EXPECT_LT(found, 5500U);
}

}  // namespace
}  // namespace openimr::cases
