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

}  // namespace
}  // namespace openimr::facts
