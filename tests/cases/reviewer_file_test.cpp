#include "cases/reviewer_file.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <rapidcheck.h>

#include "base/packs.h"
#include "support/places.h"
#include "support/reviewers.h"

namespace openimr::cases {
namespace {

using nlohmann::json;
using testing::reviewer;

const json& schema() {
  static const json all = read_snapshot(OPENIMR_SNAPSHOT).value().data["schema"]["reviewer"];
  return all;
}

std::vector<std::string> problems_of(const std::string& text) {
  std::vector<Error> problems;
  const auto read = reviewers_from_json(text, "reviewers.json", schema(), problems);
  EXPECT_EQ(read.has_value(), problems.empty());
  std::vector<std::string> out;
  for (const Error& problem : problems) out.push_back(problem.to_string());
  return out;
}

// Two reviewers as an organization would write them, a value on each line.
std::string two_reviewers(const std::string& of, const std::string& with) {
  std::string text = R"([
{"id": "r-1", "name": "Testa Invented",
 "licences": [{"type": "MD",
   "state": "CA", "status": "active",
   "from": "2001-01-01",
   "until": "2031-01-01"}],
 "certifications": [{"board": "American Board of Samples", "specialty": "Pain Medicine", "until": null}],
 "practice": {"years": 12, "hours_per_week": 30},
 "capacity": {"per_day": 3, "per_week": 12},
 "disciplined": false, "appointments": [],
 "relations": [{"to": "Acme Insurance", "kind": "financial", "tie": "shares", "share_of_income": 1.5}]},
{"id": "r-2", "name": "Quinn Invented", "licences": [], "capacity": {"per_day": 0, "per_week": 0}}
])";
  if (!of.empty()) text.replace(text.find(of), of.size(), with);
  return text;
}

TEST(ReviewerFile, IsRead) {
  std::vector<Error> problems;
  const auto read = reviewers_from_json(two_reviewers("", ""), "reviewers.json", schema(), problems);
  ASSERT_TRUE(read) << read.error().to_string();
  ASSERT_EQ(read->size(), 2U);
  const Reviewer& first = (*read)[0];
  EXPECT_EQ(first.licences[0].until->iso(), "2031-01-01");
  EXPECT_EQ(first.certifications[0].until, std::nullopt);
  EXPECT_EQ(first.relations[0].share_of_income, 1.5);
  EXPECT_EQ(first.disciplined, false);
  EXPECT_EQ((*read)[1].disciplined, std::nullopt);
  EXPECT_EQ((*read)[1].appointments, std::nullopt);
  EXPECT_EQ((*read)[1].years, std::nullopt);
}

TEST(ReviewerFile, SaysWhatIsWrongWhereAndWhatToDo) {
  struct Row {
    const char* of;
    const char* with;
    const char* message;
  };
  const Row rows[] = {
      {R"("CA")", R"("California")",
       "reviewers.json:4: 0/licences/0/state: none of the values that are known here: '\"California\"'. Write CA"},
      {R"("type": "MD")", R"("type": "MBBS")",
       "reviewers.json:3: 0/licences/0/type: none of the values that are known here: '\"MBBS\"'. Use one of: MD, DO, "
       "PSY, LAC, OD, DDS, DPM, DC, PHARMD, PT, OT, NP, PA, RN"},
      {R"("2031-01-01")", R"("2031-02-30")",
       "reviewers.json:6: 0/licences/0/until: no such day: '2031-02-30'. Write a day of the calendar as YYYY-MM-DD"},
      {R"("2031-01-01")", R"("01/01/2031")",
       "reviewers.json:6: 0/licences/0/until: not written as it must be: '\"01/01/2031\"'. Write a day as YYYY-MM-DD"},
      {R"("2031-01-01")", R"("1999-01-01")",
       "reviewers.json:6: 0/licences/0/until: it ends before it begins: '1999-01-01'. Write a day after 'from', or "
       "null"},
      {R"("r-2")", R"("r-1")",
       "reviewers.json:12: 1/id: the id of another reviewer too: 'r-1'. Give each an id of their own; the other stands "
       "in line 2"},
      {R"("status")", R"("statsu")",
       "reviewers.json:4: 0/licences/0/statsu: no such key here: 'statsu'. Keys here: from, number, state, status, "
       "type, until"},
      {R"("disciplined")", R"("disciplind")",
       "reviewers.json:10: 0/disciplind: no such key here: 'disciplind'. Keys here: appointments, capacity, "
       "certifications, disciplined, exclusions, id, licences, name, practice, relations"},
      {R"("per_day": 3)", R"("per_day": -3)",
       "reviewers.json:9: 0/capacity/per_day: outside the range that is allowed: '-3'. Write cases a day, 0 to 100"},
      {R"("capacity": {"per_day": 3, "per_week": 12},)", "",
       "reviewers.json:2: 0: missing: 'capacity'. Add 'capacity'"},
  };
  for (const Row& row : rows) {
    const auto problems = problems_of(two_reviewers(row.of, row.with));
    ASSERT_FALSE(problems.empty()) << row.with;
    EXPECT_NE(std::find(problems.begin(), problems.end(), row.message), problems.end())
        << row.with << "\n"
        << problems.front() << "\nexpected\n"
        << row.message;
  }
}

TEST(ReviewerFile, NamesTheStatesThatThereAre) {
  const auto problems = problems_of(two_reviewers(R"("CA")", R"("XX")"));
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_TRUE(
      problems[0].starts_with("reviewers.json:4: 0/licences/0/state: none of the values that are known here: "
                              "'\"XX\"'. Use one of: AL, AK, AZ, "))
      << problems[0];
  EXPECT_EQ(schema()["definitions"]["state"]["enum"].size(), 56U);
  for (const auto& code : schema()["definitions"]["state"]["enum"])
    EXPECT_TRUE(schema()["definitions"]["state"]["names"].contains(code.get<std::string>())) << code;
}

TEST(ReviewerFile, CollectsEveryProblem) {
  std::string text = two_reviewers(R"("CA")", R"("XX")");
  text.replace(text.find("\"id\": \"r-2\""), 11, "\"id\": \"r 2\"");
  text.replace(text.find("\"financial\""), 11, "\"monetary\"");
  EXPECT_EQ(problems_of(text).size(), 3U);
}

TEST(ReviewerFile, MayHoldOneOnEachLine) {
  const std::string one = to_json(reviewer("r-1")).dump(), two = to_json(reviewer("r-2")).dump();
  EXPECT_TRUE(problems_of(one + "\n\n" + two + "\n").empty());
  EXPECT_TRUE(problems_of("").empty());
  const auto same = problems_of(one + "\n" + one);
  ASSERT_EQ(same.size(), 1U);
  EXPECT_EQ(same[0],
            "reviewers.json:2: 1/id: the id of another reviewer too: 'r-1'. Give each an id of their own; the other "
            "stands in line 1");
  const auto broken = problems_of(one + "\n" + "{\"id\": \n" + two);
  ASSERT_FALSE(broken.empty());
  EXPECT_TRUE(broken[0].starts_with("reviewers.json:2: ")) << broken[0];
}

TEST(ReviewerFile, GivesBackWhatWasWritten) {
  EXPECT_TRUE(rc::check([] {
    const auto number = [](int below) { return *rc::gen::inRange(0, below); };
    const auto maybe = [&](auto value) { return number(2) == 0 ? std::optional(value) : std::nullopt; };
    const auto text = [] { return *rc::gen::container<std::string>(rc::gen::inRange(' ', '~')); };
    std::vector<Reviewer> written;
    json list = json::array();
    for (int i = 0; i < number(4); ++i) {
      Reviewer who = reviewer("r-" + std::to_string(i));
      who.name = "Invented " + text();
      who.licences[0].status = static_cast<LicenceStatus>(number(8));
      who.licences[0].number = text();
      who.licences[0].from = maybe(*Date::from_iso("1999-12-31"));
      who.certifications[0].subspecialty = text();
      who.certifications[0].until = maybe(*Date::from_iso("2030-02-28"));
      who.years = maybe(number(80));
      who.hours_per_week = maybe(number(100));
      who.per_day = number(9);
      who.excluded_parties = std::vector<std::string>(static_cast<std::size_t>(number(3)), "Acme " + text());
      who.excluded_items = {"spinal surgery"};
      who.disciplined = maybe(number(2) == 0);
      who.appointments = maybe(std::vector<std::string>{"qme"});
      who.relations = {
          {"Acme: #1, \"x\"", program::RelationKind::familial, "spouse", text(), maybe(number(100) / 4.0)}};
      list.push_back(to_json(who));
      written.push_back(std::move(who));
    }
    RC_ASSERT(testing::broken_schema(list, schema()).empty());
    std::vector<Error> problems;
    const auto read = reviewers_from_json(list.dump(number(3)), "reviewers.json", schema(), problems);
    RC_ASSERT(read.has_value());
    RC_ASSERT(*read == written);
  }));
}

}  // namespace
}  // namespace openimr::cases
