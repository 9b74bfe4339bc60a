// What a statement is a fact of: found on examination or told by the worker; of a treatment or of nothing.
#include <gtest/gtest.h>

#include "facts/dated_case.h"
#include "facts/show.h"
#include "support/engine.h"

namespace openimr::facts {
namespace {

TEST(Finding, ToldByTheWorkerIsASymptom) {
  const struct {
    const char* text;
    const char* fact;
    const char* concept_name;
  } cases[] = {
      {"Examination shows muscle spasm.", "finding", "muscle spasm"},
      {"There is decreased sensation in the L5 dermatome.", "finding", "sensory deficit"},
      {"The progress report states decreased sensation.", "finding", "sensory deficit"},
      {"He complains of decreased sensation in the foot.", "symptom", "numbness"},
      {"The patient also reports muscle weakness.", "symptom", "weakness"},
      {"REVIEW OF SYSTEMS: Muscle weakness.", "symptom", "weakness"},
      {"He complains of pain; on examination there is muscle weakness.", "finding", "motor weakness"},
      {"He reports pain, with decreased sensation appreciated about the thumb.", "finding", "sensory deficit"},
      {"HISTORY OF PRESENT ILLNESS: He has pain. On exam there was muscle weakness.", "finding", "motor weakness"},
  };
  for (const auto& c : cases) {
    const Facts facts = testing::facts_of(c.text);
    const auto found = named(facts, c.fact, c.concept_name);
    EXPECT_EQ(found.size(), 1U) << c.text;
    EXPECT_EQ(named(facts, "finding").size(), std::string_view(c.fact) == "finding" ? 1U : 0U) << c.text;
  }
}

TEST(StartAndTaper, AreOfATreatment) {
  const struct {
    const char* text;
    const char* fact;
    bool stands;
  } cases[] = {
      {"He started Soma.", "start", true},           {"He takes Soma. It was started on 5/6/15.", "start", true},
      {"The pain started at work.", "start", false}, {"Taper Norco.", "taper", true},
      {"He cut down some trees.", "taper", false},
  };
  for (const auto& c : cases) EXPECT_EQ(!named(testing::facts_of(c.text), c.fact).empty(), c.stands) << c.text;
}

TEST(Diagnosis, OfNoPlaceHasNone) {
  const Facts facts = testing::facts_of("He has diabetes, knee pain and fever.");
  for (const char* concept_name : {"diabetes", "fever"}) {
    for (const Fact& fact : facts.all) {
      if (fact.concept_name == concept_name) EXPECT_EQ(attribute(fact, "body_part"), "-") << concept_name;
    }
  }
}

TEST(Indication, IsOfTheDrugBeforeIt) {
  const Facts facts = testing::facts_of("He takes Norco 10/325 mg and Ambien 10 mg for sleep.");
  for (const Fact* fact : named(facts, "indication"))
    EXPECT_EQ(std::count(fact->subjects.begin(), fact->subjects.end(), "hydrocodone/acetaminophen"), 0);
}

TEST(Function, LimitedIsNotHad) {
  for (const char* text : {"ADLs are severely limited.", "His activities of daily living are limited."}) {
    const Facts facts = testing::facts_of(text);
    EXPECT_EQ(named(facts, "function", "functional limitation").size(), 1U) << text;
    EXPECT_TRUE(named(facts, "function", "activities of daily living").empty()) << text;
  }
}

TEST(Operation, ThatIsDescribedIsNotConsidered) {
  const Facts facts = testing::facts_of(
      "DESCRIPTION OF PROCEDURE: The tourniquet was to be released. A knee arthroscopy was planned and performed.");
  EXPECT_TRUE(named(facts, "surgery_considered").empty());
}

}  // namespace
}  // namespace openimr::facts
