// What the parts of a programme's pack refuse: each message once.
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "program/programme.h"
#include "support/programmes.h"

namespace openimr::program {
namespace {

using nlohmann::json;

json pack_with_parts() {
  return json::parse(R"({
    "_file": "small.yaml",
    "programme": {"id": "small", "title": "Small", "in_force": {"from": "2020-01-01", "until": null}, "roll": "open", "roll_source": "rule 1", "_line": 2},
    "calendars": [{"id": "open", "title": "open days", "closed": ["saturday", "sunday"], "section": "rule 1", "standing": "confirmed", "_line": 5, "holidays": []}],
    "service": [{"by": "mail", "says": "mailed", "adds": "5 calendar days", "section": "rule 2", "standing": "confirmed", "_line": 9}],
    "events": [{"id": "asked", "says": "a request comes in", "_line": 11}],
    "deadlines": [{"id": "A-1", "who": "office", "act": "answer", "after": "asked", "limits": [{"limit": "5 calendar days", "dispute": "dental"}], "section": "rule 3", "standing": "confirmed", "_line": 14}],
    "eligibility": [
      {"id": "B-1", "checks": "it is signed", "test": {"fact": "signed-by-applicant"}, "if_failed": "ask", "reason": "Not signed.", "section": "rule 4", "standing": "inferred", "_line": 20},
      {"id": "B-2", "checks": "it came in time", "test": {"any_of": [{"day": "application-received", "within": ["A-1"], "after": "decision"}, {"dispute": "dental"}, {"day": "injury", "not_before": "2020-05-01"}]}, "if_failed": "ineligible", "reason": "Late.", "section": "rule 5", "standing": "confirmed", "_line": 24}],
    "panel": {"usual": 1, "section": "rule 6", "standing": "confirmed", "even_split": {"decides": "upheld", "section": "rule 6", "standing": "unverified"}, "_line": 30},
    "outcomes": [
      {"level": "item", "outcome": "upheld", "says": "No", "means": "It stays.", "section": "rule 7", "standing": "confirmed", "_line": 40},
      {"level": "case", "outcome": "upheld", "says": "No", "means": "All stays.", "section": "rule 7", "standing": "confirmed", "_line": 41}],
    "fees": [
      {"id": "C-1", "amount": "USD 10", "stage": "decided", "priority": "standard", "in_force": {"from": "2020-01-01", "until": "2021-01-01"}, "section": "rule 8", "standing": "confirmed", "_line": 50},
      {"id": "C-2", "amount": "unknown", "stage": "decided", "in_force": {"from": "2021-01-01", "until": null}, "section": "rule 8", "standing": "unverified", "_line": 51}],
    "penalties": [{"id": "D-1", "violation": "late", "counted": "each-day", "amount": "USD 1", "maximum": "USD 5", "deadlines": ["A-1"], "section": "rule 9", "standing": "confirmed", "_line": 60}],
    "letter_parts": [
      {"id": "condition", "says": "the condition", "lacks": "no condition", "section": "rule 10", "standing": "confirmed", "_line": 70},
      {"id": "lay-language", "says": "plain", "lacks": "too long", "most_words": 30, "section": "rule 10", "standing": "confirmed", "_line": 71},
      {"id": "guideline-citation", "says": "cited", "lacks": "badly cited", "citations": [{"source": "ODG", "needs": ["title"]}], "section": "rule 10", "standing": "confirmed", "_line": 72}],
    "parties": [{"id": "office", "says": "office", "_line": 70}, {"id": "worker", "says": "worker", "_line": 71}],
    "served": [
      {"paper": "determination", "to": "office", "section": "rule 11", "standing": "confirmed", "_line": 80},
      {"paper": "determination", "to": "worker", "section": "rule 11", "standing": "confirmed", "_line": 81}],
    "publication": [
      {"field": "age", "says": "the age", "published": true, "section": "rule 12", "standing": "confirmed", "_line": 90},
      {"field": "name", "says": "the name", "published": false, "section": "rule 12", "standing": "confirmed", "_line": 91}]
  })");
}

TEST(ProgrammeParts, AreReadFromThePack) {
  const auto programme = Programme::from_pack(pack_with_parts());
  ASSERT_TRUE(programme) << programme.error().to_string();
  ASSERT_EQ(programme->eligibility().size(), 2U);
  EXPECT_EQ(programme->eligibility()[1].test.parts.size(), 3U);
  EXPECT_EQ(programme->eligibility()[0].standing, Standing::inferred);
  EXPECT_EQ(programme->eligibility()[0].in_force.from.iso(), "2020-01-01");
  EXPECT_EQ(programme->panel()->even_split, determination::Decision::upheld);
  EXPECT_EQ(programme->panel()->even_split_standing, Standing::unverified);
  EXPECT_EQ(programme->outcomes().size(), 2U);
  EXPECT_EQ(programme->fees().size(), 2U);
  EXPECT_EQ(programme->penalties().front().maximum, Money{500});
  EXPECT_EQ(programme->letter_parts().size(), 3U);
  EXPECT_EQ(programme->served().size(), 2U);
  EXPECT_EQ(programme->publication().size(), 2U);
}

TEST(ProgrammeParts, MayBeLeftOut) {
  json pack = pack_with_parts();
  for (const char* part :
       {"eligibility", "panel", "outcomes", "fees", "penalties", "letter_parts", "served", "publication"})
    pack.erase(part);
  const auto programme = Programme::from_pack(pack);
  ASSERT_TRUE(programme) << programme.error().to_string();
  EXPECT_FALSE(programme->panel());
  EXPECT_TRUE(programme->fees().empty());
  EXPECT_FALSE(judge(*programme, {}));  // nothing is eligible by no rule
}

TEST(ProgrammeParts, RefuseWhatDoesNotHoldTogether) {
  struct Row {
    const char* at;
    json value;
    const char* message;
  };
  const char* const kFacts =
      "Use one of: decision-exists, denied-on-necessity, denied-for-missing-information, decision-timely, "
      "decision-attached, notice-complete, signed-by-applicant, signed-by-representative, form-complete, duplicate, "
      "liability-disputed, liability-settled, administrator-agrees";
  const char* const kDays =
      "Use one of: injury, decision, decision-communicated, liability-resolved, application-received, designation";
  const std::string no_fact = std::string("small.yaml:20: fact: no such fact of an application: 'wealthy'. ") + kFacts;
  const std::string no_day = std::string("small.yaml:24: day: no such day of an application: 'payday'. ") + kDays;
  const Row rows[] = {
      {"/eligibility/0/test/fact", "wealthy", no_fact.c_str()},
      {"/eligibility/0/test",
       {{"fact", "duplicate"}, {"dispute", "dental"}},
       "small.yaml:20: test: it needs one of fact, day, dispute, any_of, all_of: "
       "'{\"dispute\":\"dental\",\"fact\":\"duplicate\"}'. Put several tests into any_of or all_of."},
      {"/eligibility/1/test/any_of/0/day", "payday", no_day.c_str()},
      {"/eligibility/1/test/any_of/0/after", "payday", no_day.c_str()},
      {"/eligibility/1/test/any_of/2/not_before", "payday", no_day.c_str()},
      {"/eligibility/1/test/any_of/2/not_before", "2020-02-30",
       "small.yaml:24: not_before: no such day: '2020-02-30'. Write YYYY-MM-DD, or the name of a day."},
      {"/eligibility/1/test/any_of/0/not_before", "2020-05-01",
       "small.yaml:24: day: it needs either 'not_before', or 'within' and 'after': 'application-received'. Write one "
       "of "
       "them."},
      {"/eligibility/1/test/any_of/0/within/0", "A-9",
       "small.yaml:24: within: no such rule: 'A-9'. Name the id of a deadline."},
      {"/eligibility/1/test/any_of/1/dispute", "eyes",
       "small.yaml:24: dispute: no deadline knows such a class: 'eyes'. Use one of: ordinary, dental"},
      {"/eligibility/1/if_failed", "forget",
       "small.yaml:24: if_failed: no such result: 'forget'. Use one of: ineligible, duplicate, defer, ask, record"},
      {"/eligibility/1/id", "B-1",
       "small.yaml:24: eligibility: two rows of one id hold on one day: 'B-1'. Let one end before the other begins, or "
       "give it an id of its own."},
      {"/eligibility/1/in_force",
       {{"from", "2021-01-01"}, {"until", "2020-01-01"}},
       "small.yaml:24: in_force: it ends before it begins: '2020-01-01'. Write a later day, or null."},
      {"/panel/even_split/decides", "coin",
       "small.yaml:30: even_split: it decides nothing that is known: 'coin'. Write upheld or overturned."},
      {"/outcomes/0/outcome", "maybe",
       "small.yaml:40: outcome: no such outcome: 'maybe'. Use one of: upheld, overturned, partially-overturned, none"},
      {"/outcomes/0/outcome", "partially-overturned",
       "small.yaml:40: outcome: an item is never decided in part: 'partially-overturned'. Write level: case."},
      {"/outcomes/1/level", "item",
       "small.yaml:41: outcomes: two words for one outcome: 'No'. Keep one of them for each level."},
      {"/fees/0/amount", "10 dollars",
       "small.yaml:50: amount: not understood: '10 dollars'. Write as 'USD 420', or unknown."},
      {"/fees/0/stage", "begun",
       "small.yaml:50: stage: no such stage: 'begun'. Use one of: decided, ended-before-reviewer, "
       "ended-after-reviewer"},
      {"/fees/1/id", "C-1", "small.yaml:51: fees: two of one name: 'C-1'. Give one of them a name of its own."},
      {"/fees/1/in_force",
       {{"from", "2020-12-31"}, {"until", nullptr}},
       "small.yaml:51: fees: one review, two rows: C-1 and this: 'C-2'. Let days, stage, priority, reviewers, licence "
       "or "
       "pharmacy_only part them."},
      {"/fees/1/in_force",
       {{"from", "2021-02-30"}, {"until", nullptr}},
       "small.yaml:51: in_force: no such day: '2021-02-30'. Write YYYY-MM-DD."},
      {"/penalties/0/amount", "1", "small.yaml:60: amount: not understood: '1'. Write as 'USD 500'."},
      {"/penalties/0/maximum", "5", "small.yaml:60: maximum: not understood: '5'. Write as 'USD 500'."},
      {"/penalties/0/at_most", "USD 5",
       "small.yaml:60: a penalty needs either 'amount' or 'at_most': 'D-1'. Write the amount, or unknown; at_most "
       "where "
       "the law only bounds it."},
      {"/penalties/0/counted", "once",
       "small.yaml:60: maximum: of a penalty that is not counted by the day: 'D-1'. Write counted: each-day, or leave "
       "the maximum out."},
      {"/penalties/0/deadlines/0", "A-9", "small.yaml:60: deadlines: no such rule: 'A-9'. Name the id of a deadline."},
      {"/letter_parts/0/id", "poem",
       "small.yaml:70: letter_parts: nothing checks such a part: 'poem'. Use one of: decision-per-item, condition, "
       "documents-reviewed, disputed-items, evidence-per-item, reasons-per-item, lay-language, qualifications, "
       "no-reviewer-name, guideline-citation"},
      {"/letter_parts/0/most_words", 30,
       "small.yaml:70: most_words: lay-language needs it, and nothing else has it: 'condition'. Write the most words "
       "of a "
       "sentence with lay-language alone."},
      {"/letter_parts/0/citations", json::array({{{"source", "ODG"}, {"needs", {"title"}}}}),
       "small.yaml:70: citations: guideline-citation needs them, and nothing else has them: 'condition'. Write what a "
       "citation needs with guideline-citation alone."},
      {"/letter_parts/2/citations/0/needs/0", "colour",
       "small.yaml:72: needs: no such part of a citation: 'colour'. Use one of: title, year, section"},
      {"/letter_parts/1/id", "condition",
       "small.yaml:71: letter_parts: two of one name: 'condition'. Give one of them a name of its own."},
      {"/parties/1/id", "office",
       "small.yaml:71: parties: two of one name: 'office'. Give one of them a name of its own."},
      {"/life", json::object({{"acts", {{{"starts_for", "judge"}, {"_line", 95}}}}}),
       "small.yaml:95: starts_for: no such party: 'judge'. Use one of: office, worker; or add it to parties."},
      {"/conflicts", json::object({{"against", {{{"roles", {"office", "judge"}}, {"_line", 96}}}}}),
       "small.yaml:96: conflicts: no such party: 'judge'. Use one of: office, worker; or add it to parties."},
      {"/served/1/to", "judge",
       "small.yaml:81: served: no such party: 'judge'. Use one of: office, worker; or add it to parties."},
      {"/served/1/to", "office", "small.yaml:81: served: the same paper twice to: 'office'. Keep one of the two rows."},
      {"/publication/1/field", "age",
       "small.yaml:91: publication: two of one name: 'age'. Give one of them a name of its own."},
  };
  for (const Row& row : rows) {
    json pack = pack_with_parts();
    pack[json::json_pointer(row.at)] = row.value;
    const auto programme = Programme::from_pack(pack);
    EXPECT_EQ(programme ? "" : programme.error().to_string(), row.message) << row.at;
  }
}

// Rows of fees that some condition parts answer no question together.
TEST(ProgrammeParts, TakeFeesThatAConditionParts) {
  struct Row {
    const char* key;
    json value;
  };
  for (const auto& [key, value] : {Row{"priority", "expedited"}, Row{"stage", "ended-before-reviewer"}}) {
    json pack = pack_with_parts();
    pack["fees"][1]["in_force"]["from"] = "2020-01-01";
    ASSERT_FALSE(Programme::from_pack(pack)) << key;
    pack["fees"][1][key] = value;
    EXPECT_TRUE(Programme::from_pack(pack)) << key;
  }
}

TEST(Programmes, HaveASectionForEveryRow) {
  for (const Programme& programme : testing::programmes()) {
    for (const auto& row : programme.eligibility()) EXPECT_FALSE(row.section.empty() || row.reason.empty()) << row.id;
    for (const auto& row : programme.fees()) EXPECT_FALSE(row.section.empty()) << row.id;
    for (const auto& row : programme.penalties()) EXPECT_FALSE(row.section.empty()) << row.id;
    for (const auto& row : programme.letter_parts()) EXPECT_FALSE(row.section.empty()) << row.lacks;
    for (const auto& row : programme.served()) EXPECT_FALSE(row.section.empty()) << row.to;
    for (const auto& row : programme.publication()) EXPECT_FALSE(row.section.empty()) << row.field;
  }
  const Programme& california = testing::programme("ca-dwc-imr");
  EXPECT_EQ(california.eligibility().size(), 11U);  // E-1 to E-10, E-5 twice
  EXPECT_EQ(california.fees().size(), 25U);
  EXPECT_EQ(california.penalties().size(), 11U);
}

}  // namespace
}  // namespace openimr::program
