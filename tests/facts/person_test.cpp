// Who the injured worker is, and the dates of the case, as the records give them.
#include <gtest/gtest.h>

#include "facts/show.h"
#include "support/engine.h"

namespace openimr::facts {
namespace {

TEST(Person, HasTheAgeAndSexOfTheRecords) {
  const struct {
    const char* text;
    const char* age;
    const char* sex;
  } cases[] = {
      {"The injured worker is a 63 year old female, who was hurt.", "63", "female"},
      {"This 58-year-old right-handed man works.", "58", "male"},
      {"A 45 yo M with pain.", "45", "male"},
      {"He is a 45 y/o male.", "45", "male"},
      {"She is 44 years of age.", "44", ""},
      {"Age: 52 Sex: F", "52", "female"},
      {"Gender: male", "", "male"},
      {"The patient is a pleasant woman.", "", "female"},
      {"The claimant is a man.", "", "male"},
      {"A 10 year old injury.", "", ""},
      {"He has had pain for 5 years.", "", ""},
      {"The 130 year old building.", "", ""},
      {"He has a female friend.", "", ""},
      {"The MRI of the left knee.", "", ""},
  };
  for (const auto& c : cases) {
    const Facts facts = testing::facts_of(c.text);
    EXPECT_EQ(values(facts, "age"), c.age) << c.text;
    EXPECT_EQ(values(facts, "sex"), c.sex) << c.text;
  }
}

TEST(Person, IsNotTheRelative) {
  const Facts facts = testing::facts_of("His mother is a 70 year old female.");
  for (const Fact* fact : named(facts, "age")) EXPECT_EQ(fact->assertion, Assertion::other_person);
}

TEST(Person, IsNoSupposition) {
  const Facts facts = testing::facts_of("If the patient is a 70 year old female, we stop.");
  ASSERT_EQ(named(facts, "age").size(), 1U);
  for (const char* name : {"age", "sex"}) EXPECT_EQ(named(facts, name).front()->assertion, Assertion::present);
}

TEST(SideEffects, AreOfDrugs) {
  EXPECT_TRUE(named(testing::facts_of("He was given sedation with a Bier block."), "adverse_effect").empty());
  EXPECT_EQ(named(testing::facts_of("Norco gives him sedation."), "adverse_effect").size(), 1U);
}

TEST(DatesOfTheCase, AreFacts) {
  const Facts facts = testing::facts_of(
      "He sustained an injury on 11-30-2000. A progress note dated 8-19-15 tells of pain. A Request for Authorization "
      "is dated 9-22-15. A Utilization Review letter is dated 8-25-15. He was born on 3/4/57.");
  EXPECT_EQ(values(facts, "injury_date"), "2000-11-30");
  EXPECT_EQ(values(facts, "visit_date"), "2015-08-19");
  EXPECT_EQ(values(facts, "request_date"), "2015-09-22");
  EXPECT_EQ(values(facts, "ur_date"), "2015-08-25");
  EXPECT_EQ(named(facts, "injury_date").front()->places.front().text, "11-30-2000");
}

TEST(Contradictions, AreReportedWithBothPlaces) {
  const struct {
    const char* name;
    testing::TestCase test;
    const char* codes;
  } cases[] = {
      {"none",
       {.records = {{"a", "A 45 year old male."}}, .request = "2015-10-01", .denial = "2015-10-05", .service = ""},
       ""},
      {"request after denial",
       {.records = {}, .request = "2015-10-06", .denial = "2015-10-05", .service = ""},
       "request_after_denial"},
      {"request on the day of the denial",
       {.records = {}, .request = "2015-10-05", .denial = "2015-10-05", .service = ""},
       ""},
      {"ages differ",
       {.records = {{"a", "A 45 year old."}, {"b", "A 58 year old."}}, .request = "", .denial = "", .service = ""},
       "ages_differ"},
      {"a birthday between",
       {.records = {{"a", "A 45 year old."}, {"b", "A 47 year old."}}, .request = "", .denial = "", .service = ""},
       ""},
      {"sexes differ",
       {.records = {{"a", "A 45 year old male."}, {"b", "The patient is a woman."}},
        .request = "",
        .denial = "",
        .service = ""},
       "sexes_differ"},
      {"a relative",
       {.records = {{"a", "A 45 year old male. His mother is a 78 year old female."}},
        .request = "",
        .denial = "",
        .service = ""},
       ""},
      {"a record after the review",
       {.records = {{"a", "Seen on 1/5/2016."}}, .request = "", .denial = "", .service = ""},
       "record_after_review"},
      {"a record on the day of the review",
       {.records = {{"a", "Seen on 10/30/2015."}}, .request = "", .denial = "", .service = ""},
       ""},
  };
  for (const auto& c : cases) {
    const Facts facts = testing::facts_of(c.test);
    std::vector<std::string> codes;
    for (const Contradiction& contradiction : facts.contradictions) {
      codes.push_back(contradiction.code);
      EXPECT_EQ(contradiction.places.size(), 2U) << c.name;
      EXPECT_FALSE(contradiction.message.empty()) << c.name;
    }
    EXPECT_EQ(fmt::format("{}", fmt::join(codes, ", ")), c.codes) << c.name;
  }
}

TEST(Contradictions, OfTheDayOfInjuryAreReported) {
  auto file = testing::make_case(
      {.records = {{"a", "He was injured on 11/17/2003. An injury on 11/17/2003."}, {"b", "DOI: 11/17/2003"}},
       .request = "",
       .denial = "",
       .service = ""});
  file.dates.injury = Date::of(2003, 11, 17);
  EXPECT_TRUE(extract(file, testing::engine().vocabulary).contradictions.empty());
  file.dates.injury = Date::of(2004, 11, 17);
  const auto contradictions = extract(file, testing::engine().vocabulary).contradictions;
  ASSERT_FALSE(contradictions.empty());
  EXPECT_EQ(contradictions.front().code, "injury_dates_differ");
  EXPECT_NE(contradictions.front().message.find("2004-11-17"), std::string::npos);
  EXPECT_NE(contradictions.front().message.find("2003-11-17"), std::string::npos);
}

}  // namespace
}  // namespace openimr::facts
