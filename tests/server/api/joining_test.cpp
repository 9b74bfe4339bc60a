// POST /api/cases/{number}/joining: an application of the same worker, injury and physician goes on in another case.
#include "cases/consolidation.h"
#include "server/api/house.h"

namespace openimr::server {
namespace {

using testing::House;
using testing::Told;
using Json = nlohmann::json;

class Joining : public ::testing::Test {
 protected:
  // A case whose eligibility is looked at.
  std::string filed(const std::string& worker, const std::string& item, const std::string& claim = "X-100") {
    const Told told =
        iris.post("/api/applications", {{"priority", "standard"},
                                        {"injury", "2024-05-01"},
                                        {"request", "2026-02-12"},
                                        {"ur_decision", "2026-02-18"},
                                        {"claim", claim},
                                        {"items", {{{"text", item}}}},
                                        {"parties",
                                         {{{"role", "employee"}, {"name", worker}, {"by", "mail"}},
                                          {{"role", "claims_administrator"}, {"name", "Invented Claims"}},
                                          {{"role", "requesting_physician"}, {"name", "Paula Invented, M.D."}}}}});
    EXPECT_EQ(told.status, 201) << told.text;
    const std::string number = told.body.value("case_number", "");
    EXPECT_EQ(iris.post("/api/cases/" + number + "/events", {{"event", "application-found-new"}}).status, 200);
    return number;
  }
  Told join(const std::string& from, const Json& body, Headers headers = {}) {
    return ann.post("/api/cases/" + from + "/joining", body, std::move(headers));
  }

  testing::TempFolder folder;
  House house{"sqlite:" + (folder.path() / "imr.db").string()};
  const testing::Person iris = house.sign_in("iris"), ann = house.sign_in("ann");
};

TEST_F(Joining, TakesTheItemsOverAndEndsTheApplication) {
  const std::string first = filed("Walt Invented", "Soma 350 mg #90");
  const std::string second = filed("Walt Invented", "Physical therapy, 12 visits");
  const Told joined = join(second, {{"into", first}, {"why", "one worker, one injury"}});
  ASSERT_EQ(joined.status, 200) << joined.text;
  EXPECT_EQ(joined.body.at("case_number"), second);
  EXPECT_EQ(joined.body.at("state"), "joined");
  const Told into = iris.get("/api/cases/" + first);
  ASSERT_EQ(into.body.at("items").size(), 2U) << into.text;
  EXPECT_EQ(into.body.at("items").at(1).at("text"), "Physical therapy, 12 visits");

  const Told again = join(second, {{"into", first}}, {{"If-Match", "\"2\""}});
  EXPECT_EQ(again.status, 200) << "the answer was lost: " << again.text;
  EXPECT_EQ(again.body, joined.body);
  EXPECT_EQ(iris.get("/api/cases/" + first).body, into.body) << "and nothing is taken in twice";
}

TEST_F(Joining, IsRefusedWhereTheTwoDoNotBelongTogether) {
  const std::string first = filed("Walt Invented", "Soma 350 mg #90");
  const std::string strangers = filed("Wanda Invented", "Soma 350 mg #90", "X-200");
  const Told before = iris.get("/api/cases/" + first);
  const struct {
    Json body;
    const char* says;
  } table[] = {
      {{{"into", "EX-404"}}, "There is no such case."},
      {{{"into", strangers}}, "a case cannot go on in itself"},
      {{{"into", first}}, "the worker of the two cases is not known to be the same"},
  };
  for (const auto& row : table) {
    const Told told = join(strangers, row.body);
    EXPECT_EQ(told.status, 422) << told.text;
    EXPECT_NE(told.text.find(row.says), std::string::npos) << told.text;
  }
  EXPECT_EQ(join(strangers, {{"into", first}}, {{"If-Match", "\"1\""}}).status, 412);
  EXPECT_EQ(house.sign_in("quinn").post("/api/cases/" + strangers + "/joining", {{"into", first}}).status, 403);
  EXPECT_EQ(iris.get("/api/cases/" + first).body, before.body);
}

// As after a kill between the two: what was taken in stays, and whoever does it again does the rest.
TEST_F(Joining, GoesOnWhereItWasEnded) {
  const std::string first = filed("Walt Invented", "Soma 350 mg #90");
  const std::string second = filed("Walt Invented", "Physical therapy, 12 visits");
  {
    auto& shared = house.api->shared();
    const auto office = shared.offices.lend().value();
    const cases::CaseEvent by{.type = "joined",
                              .who = {"intake", "iris"},
                              .on = shared.local(shared.clock()),
                              .recorded = shared.clock(),
                              .why = "another reason"};
    office->ledger()
        .record(first, {cases::consolidated(office->ledger().load(second).value(), by)},
                store::EventKey::of("join/" + second).value())
        .value();
  }
  const Told joined = join(second, {{"into", first}});
  ASSERT_EQ(joined.status, 200) << joined.text;
  EXPECT_EQ(joined.body.at("state"), "joined");
  EXPECT_EQ(iris.get("/api/cases/" + first).body.at("items").size(), 2U);
}

TEST_F(Joining, TakesNothingInWhereTheOtherCaseMayNotEnd) {
  const std::string first = filed("Walt Invented", "Soma 350 mg #90");
  const std::string second = filed("Walt Invented", "Physical therapy, 12 visits");
  for (const Json& event : {Json{{"event", "eligibility-decided"}, {"what", {{"result", "eligible"}}}},
                            Json{{"event", "assigned"}, {"what", {{"by", "mail"}}}}})
    ASSERT_EQ(iris.post("/api/cases/" + second + "/events", event).status, 200);
  const Told before = iris.get("/api/cases/" + first);
  const Told refused = join(second, {{"into", first}});
  EXPECT_EQ(refused.status, 422);
  EXPECT_NE(refused.text.find("a case that is 'awaiting-records' does not allow this: 'joined'"), std::string::npos)
      << refused.text;
  EXPECT_EQ(iris.get("/api/cases/" + first).body, before.body);
}

}  // namespace
}  // namespace openimr::server
