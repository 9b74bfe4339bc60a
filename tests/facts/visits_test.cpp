// Visits done, authorized and requested; weeks of conservative care.
#include "facts/visits.h"

#include <gtest/gtest.h>

#include "facts/dated_case.h"
#include "facts/show.h"

namespace openimr::facts {
namespace {

TEST(Visits, AreDoneAuthorizedOrRequested) {
  const struct {
    const char* text;
    const char* visits;
    const char* are;
    const char* total;
  } cases[] = {
      {"He has completed 6 of 12 sessions of physical therapy.", "6", "done", "true"},
      {"Physical therapy: 6/12 visits completed.", "6", "done", "true"},
      {"He has attended 8 physical therapy visits to date.", "8", "done", "true"},
      {"He has had twelve sessions of acupuncture.", "12", "done", "-"},
      {"He received 6 chiropractic visits.", "6", "done", "-"},
      {"Physical therapy, 6 visits authorized.", "6", "authorized", "-"},
      {"12 sessions of physical therapy were approved.", "12", "authorized", "-"},
      {"We are requesting 8 additional physical therapy visits.", "8", "requested", "-"},
      {"Recommend physical therapy x 12 visits.", "12", "requested", "-"},
      {"Physical therapy was done.", "-", "-", "-"},
  };
  for (const auto& c : cases) {
    const Facts facts = testing::facts_of(c.text);
    const auto found = named(facts, "treatment");
    ASSERT_FALSE(found.empty()) << c.text;
    EXPECT_EQ(attribute(*found.front(), "visits"), c.visits) << c.text;
    EXPECT_EQ(attribute(*found.front(), "visits_are"), c.are) << c.text;
    EXPECT_EQ(attribute(*found.front(), "total"), c.total) << c.text;
  }
}

TEST(PriorVisits, AreThoseDone) {
  const struct {
    const char* what;
    std::vector<DatedText> documents;
    const char* visits;
  } cases[] = {
      {"one number", {{"2015-03-01", "He has had 6 sessions of physical therapy."}}, "6"},
      {"one number twice",
       {{"2015-03-01", "He has had 6 sessions of physical therapy."},
        {"2015-04-01", "He has had 6 sessions of physical therapy."}},
       "6"},
      {"two numbers, of the same visits or of others",
       {{"2015-03-01", "He has had 6 sessions of physical therapy."},
        {"2015-05-01", "He has had 8 sessions of physical therapy."}},
       "8-14"},
      {"the latest total wins",
       {{"2015-03-01", "He has had 6 of 12 sessions of physical therapy."},
        {"2015-05-01", "He has had 10 of 12 sessions of physical therapy."},
        {"2015-04-01", "He has had 4 sessions of physical therapy."}},
       "10"},
      {"what is authorized or asked for was not had",
       {{"2015-03-01", "12 sessions of physical therapy were approved. We request 8 sessions of physical therapy."}},
       ""},
      {"notes count one a day",
       {{"2015-03-01", "Physical therapy daily note. Tolerated well."},
        {"2015-03-03", "Physical therapy daily note. Tolerated well."},
        {"2015-03-03", "Physical therapy daily note. A copy."}},
       "2"},
      {"a total wins over notes",
       {{"2015-03-01", "Physical therapy daily note. Tolerated well."},
        {"2015-03-03", "He has attended 9 physical therapy visits to date."}},
       "9"},
  };
  for (const auto& c : cases) EXPECT_EQ(values(facts_of_dated(c.documents), "prior_visits"), c.visits) << c.what;
}

TEST(ConservativeWeeks, AreAtLeastWhatIsStatedOrDocumented) {
  const struct {
    const char* what;
    std::vector<DatedText> documents;
    const char* weeks;
  } cases[] = {
      {"stated", {{"2015-03-01", "He had 6 weeks of physical therapy."}}, ">=6"},
      {"in months", {{"2015-03-01", "He had 3 months of physical therapy."}}, ">=13"},
      {"documented", {{"2015-03-01", "Physical therapy helped."}, {"2015-04-12", "Acupuncture helped."}}, ">=6"},
      {"asked for", {{"2015-03-01", "We request 6 weeks of physical therapy."}}, ""},
      {"nothing", {{"2015-03-01", "He is seen."}}, ""},
  };
  for (const auto& c : cases) EXPECT_EQ(values(facts_of_dated(c.documents), "conservative_weeks"), c.weeks) << c.what;
}

TEST(DayOfAVisit, HoldsForWhatFollowsOnlyWhereItOpensTheVisit) {
  const struct {
    const char* text;
    const char* day;  // of the spasm
  } cases[] = {
      {"He was last seen on 07/13/2004. There is muscle spasm.", "2015-03-01"},
      {"An MRI report dated 06/28/2007 is at hand. There is muscle spasm.", "2015-03-01"},
      {"She had surgery on 05/06/2010. There is muscle spasm.", "2015-03-01"},
      {"On 05/06/2010 he underwent surgery. There is muscle spasm.", "2015-03-01"},
      {"The progress report dated 08/19/2014 states neck pain. There is muscle spasm.", "2014-08-19"},
      {"On 08/19/2014, the patient was seen in follow up. There is muscle spasm.", "2014-08-19"},
      {"Date of service: 08/19/2014\nThere is muscle spasm.", "2014-08-19"},
      // a day in a history ends with it; the title of a note heads all its sections
      {"HISTORY OF PRESENT ILLNESS: He was hurt at work and has pain in the neck and the low back since. On "
       "08/19/2014, the "
       "patient was seen at another clinic.\nEXAMINATION: There is muscle spasm.",
       "2015-03-01"},
      {"HISTORY: Pain.\nProgress note of 08/19/2014\nEXAMINATION: There is muscle spasm.", "2014-08-19"},
      {"RECORDS REVIEWED: The reports of the doctors who treated him were read for this review. The progress report "
       "dated "
       "08/19/2014 states neck pain.\nOBJECTIVE: There is muscle spasm.",
       "2014-08-19"},
  };
  for (const auto& c : cases) {
    const auto facts = facts_of_dated({{"2015-03-01", c.text}});
    const auto spasm = named(facts, "finding", "muscle spasm");
    ASSERT_EQ(spasm.size(), 1U) << c.text;
    ASSERT_TRUE(spasm[0]->date) << c.text;
    EXPECT_EQ(spasm[0]->date->first.iso(), c.day) << c.text;
  }
}

TEST(SideOfTheBody, IsReadAroundAStatement) {
  const struct {
    const char* text;
    const char* side;
  } cases[] = {
      {"Tenderness of the right knee.", "right"},
      {"Tenderness of the knee, right.", "right"},
      {"Tenderness of the right and left knee.", "bilateral"},
      {"Tenderness of both knees.", "bilateral"},
      {"Tenderness of the neck, left knee weakness.", "-"},
      {"EXAMINATION OF THE RIGHT KNEE:\nThere is tenderness.", "right"},
      {"Tenderness of the knee right now.", "-"},
      {"There is tenderness left over.", "-"},
  };
  for (const auto& c : cases) {
    const auto facts = facts_of_dated({{"2015-03-01", c.text}});
    const auto found = named(facts, "finding", "tenderness");
    ASSERT_EQ(found.size(), 1U) << c.text;
    EXPECT_EQ(attribute(*found[0], "side"), c.side) << c.text;
  }
}

}  // namespace
}  // namespace openimr::facts
