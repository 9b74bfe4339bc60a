// Each kind of contradiction, with a pair of documents that contradict each other and pairs that do not.
#include "facts/contradictions.h"

#include <gtest/gtest.h>

#include "facts/dated_case.h"
#include "facts/show.h"

namespace openimr::facts {
namespace {

constexpr const char* kDay = "2015-08-19";
constexpr const char* kLater = "2015-09-19";

std::string codes(const Facts& facts) {
  std::string out;
  for (const auto& contradiction : facts.contradictions) out += (out.empty() ? "" : ", ") + contradiction.code;
  return out;
}

TEST(Contradictions, AreFoundBetweenDocumentsOfOneDay) {
  const struct {
    const char* what;
    DatedText first, second;
    const char* codes;
  } cases[] = {
      {"taking and not taking", {kDay, "He is taking Norco."}, {kDay, "He is not taking Norco."}, "drug_use_differs"},
      {"a later change", {kDay, "He is taking Norco."}, {kLater, "He is not taking Norco."}, ""},
      {"another drug", {kDay, "He is taking Norco."}, {kDay, "He is not taking Soma."}, ""},
      {"told of the past", {kDay, "He has a history of Norco use."}, {kDay, "He is not taking Norco."}, ""},
      {"stopped before", {kDay, "Norco was discontinued."}, {kDay, "He is not taking Norco."}, ""},
      {"in one document", {kDay, "He is taking Norco. He is not taking Norco."}, {kDay, "He is seen."}, ""},
      {"a review's words", {kDay, "He is taking Norco."}, {kDay, "He is not taking Norco.", "ur_decision"}, ""},
      {"left and right", {kDay, "He has left knee pain."}, {kDay, "He has right knee pain."}, "sides_differ"},
      {"left, later right", {kDay, "He has left knee pain."}, {kLater, "He has right knee pain."}, ""},
      {"left and both", {kDay, "He has left knee pain."}, {kDay, "He has bilateral knee pain."}, ""},
      {"two parts", {kDay, "He has left knee pain."}, {kDay, "He has right shoulder pain."}, ""},
      {"off work and full duty",
       {kDay, "Work status: temporarily totally disabled."},
       {kDay, "Work status: full duty."},
       "work_status_differs"},
      {"off work, later full duty",
       {kDay, "Work status: temporarily totally disabled."},
       {kLater, "Work status: full duty."},
       ""},
      {"modified and full duty", {kDay, "Work status: modified duty."}, {kDay, "Work status: full duty."}, ""},
      {"two results", {kDay, "The UDS was consistent."}, {kDay, "The UDS was inconsistent."}, "drug_tests_differ"},
      {"two tests", {kDay, "The UDS was consistent."}, {kLater, "The UDS was inconsistent."}, ""},
      {"two injury dates",
       {kDay, "Date of injury: 01/05/2014."},
       {kLater, "Date of injury: 02/06/2014."},
       "injury_dates_differ"},
      {"one injury date", {kDay, "Date of injury: 01/05/2014."}, {kLater, "DOI: 1-5-2014."}, ""},
      {"two ages", {kDay, "A 45 year old male."}, {kDay, "A 54 year old male."}, "ages_differ"},
      {"a birthday between", {kDay, "A 45 year old male."}, {kLater, "A 46 year old male."}, ""},
      {"two sexes", {kDay, "A 45 year old male."}, {kDay, "A 45 year old female."}, "sexes_differ"},
  };
  for (const auto& c : cases) {
    const Facts facts = facts_of_dated({c.first, c.second});
    EXPECT_EQ(codes(facts), c.codes) << c.what;
    for (const auto& contradiction : facts.contradictions) {
      ASSERT_EQ(contradiction.places.size(), 2U) << c.what;
      EXPECT_NE(contradiction.places[0].document, contradiction.places[1].document) << c.what;
    }
    EXPECT_EQ(named(facts, "contradiction").size(), facts.contradictions.size()) << c.what;
  }
}

TEST(Contradictions, TellWhatContradictsWhat) {
  const Facts facts = facts_of_dated({{kDay, "He is taking Norco."}, {kDay, "He is not taking Norco."}});
  ASSERT_EQ(facts.contradictions.size(), 1U);
  EXPECT_EQ(facts.contradictions[0].message,
            "on 2015-08-19 one record has hydrocodone/acetaminophen in use, another says that it is not");
  const Facts work = facts_of_dated({{kDay, "Work status: temporarily totally disabled."}, {kDay, "Full duty."}});
  ASSERT_EQ(work.contradictions.size(), 1U);
  EXPECT_EQ(work.contradictions[0].message, "on 2015-08-19 one record has the worker off work, another at full duty");
}

// A criterion that rests on contradicted facts alone is in conflict, with both places.
TEST(Contradictions, MakeTheirCriterionAConflict) {
  const auto draft = testing::draft_of(
      dated_case({{kDay, "The UDS was consistent."}, {kDay, "The UDS was inconsistent."}}, {"Norco 10/325 mg #60"}));
  const auto* touched = testing::criterion(draft.items[0], "drug-testing");
  ASSERT_NE(touched, nullptr);
  EXPECT_TRUE(touched->evaluated.conflict);
  EXPECT_EQ(touched->evaluated.finding, guidelines::Finding::not_documented);
  ASSERT_GE(touched->evaluated.places.size(), 2U);
  EXPECT_NE(touched->evaluated.places[0].document, touched->evaluated.places[1].document);

  const auto sure = testing::draft_of(
      dated_case({{kDay, "The UDS was consistent."}, {kLater, "The UDS was inconsistent."}}, {"Norco 10/325 mg #60"}));
  EXPECT_FALSE(testing::criterion(sure.items[0], "drug-testing")->evaluated.conflict);
}

}  // namespace
}  // namespace openimr::facts
