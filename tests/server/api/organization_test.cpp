// Reviewers, the assignment of a day and reports, as those ask who do it.
#include "cases/demo.h"
#include "office/demo.h"
#include "server/api/house.h"

namespace openimr::server {
namespace {

using testing::House;
using testing::Person;
using testing::Told;
using Json = nlohmann::json;

// A case that waits for a reviewer, or, without a record beyond the denial, cannot have one yet.
void waiting_case(House& house, const std::string& number, bool with_records = true) {
  auto& shared = house.api->shared();
  const auto office = shared.offices.lend().value();
  const auto by = [&](const char* type, Json what = Json::object()) {
    return cases::CaseEvent{.type = type,
                            .who = {"intake", "iris"},
                            .on = shared.local(shared.clock()),
                            .recorded = shared.clock(),
                            .what = std::move(what)};
  };
  const auto document = [&](const char* name, const char* kind) {
    return Json{{"document", office->store().put(name).value().hash.hex()}, {"name", name}, {"kind", kind}};
  };
  Json application = {{"programme", office->law().usual().id()},
                      {"priority", "standard"},
                      {"items", {{{"text", "Soma 350 mg #90"}}}},
                      {"documents", Json::array({document("denial.txt", "ur_decision")})},
                      {"parties", {{{"role", "employee"}, {"name", "Walt Invented"}, {"by", "mail"}}}}};
  std::vector<cases::CaseEvent> events = {by("application-received", application), by("application-found-new"),
                                          by("eligibility-decided", {{"result", "eligible"}}),
                                          by("assigned", {{"by", "mail"}})};
  if (with_records)
    events.push_back(by("records-received", {{"from", "employee"}, {"documents", {document("pr2.txt", "pr2")}}}));
  events.push_back(by("records-complete"));
  office->ledger().record(number, events).value();
}

// On one server, which each test leaves with the reviewers that it found: reading the packs takes long.
class Organization : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder = new testing::TempFolder;
    house = new House("sqlite:" + (folder->path() / "imr.db").string());
    // Once each: a code of the second factor counts once.
    signed_in_ann = house->sign_in("ann");
    signed_in_mara = house->sign_in("mara");
  }
  static void TearDownTestSuite() {
    delete house;
    delete folder;
  }

  static inline testing::TempFolder* folder = nullptr;
  static inline House* house = nullptr;
  static inline std::optional<Person> signed_in_ann, signed_in_mara;
  const Person& ann = *signed_in_ann;
  const Person& mara = *signed_in_mara;

  Json kept(const std::string& id) { return ann.get("/api/reviewers/" + id).body.at("reviewer"); }
};

TEST_F(Organization, TheListTellsWhoMayReviewAndWhyNotAndNobodysName) {
  Json suspended = kept("R-2");
  suspended["licences"][0]["status"] = "probation";
  ASSERT_EQ(ann.ask("PUT", "/api/reviewers/R-2", suspended).status, 204);
  const Told told = ann.get("/api/reviewers");
  ASSERT_EQ(told.status, 200) << told.text;
  EXPECT_EQ(told.body.at("today"), "2026-03-02");
  ASSERT_EQ(told.body.at("reviewers").size(), 2U);
  EXPECT_EQ(told.body.at("reviewers").at(0), (Json{{"reviewer", "R-1"},
                                                   {"specialties", {"Pain Medicine"}},
                                                   {"states", {"CA"}},
                                                   {"may_review", true},
                                                   {"bar", nullptr},
                                                   {"today", 0},
                                                   {"this_week", 0}}));
  EXPECT_EQ(told.body.at("reviewers").at(1).at("may_review"), false);
  EXPECT_TRUE(told.body.at("reviewers").at(1).at("bar").get<std::string>().ends_with("MD of CA: probation"))
      << told.text;
  EXPECT_EQ(told.text.find("Invented"), std::string::npos);
  suspended["licences"][0]["status"] = "active";
  ASSERT_EQ(ann.ask("PUT", "/api/reviewers/R-2", suspended).status, 204);
}

TEST_F(Organization, AReviewerIsShownWithEveryRule) {
  const Told told = mara.get("/api/reviewers/R-1");
  ASSERT_EQ(told.status, 200) << told.text;
  EXPECT_EQ(told.body.at("reviewer").at("name"), "Testa R-1 Invented");
  EXPECT_EQ(told.body.at("active"), true);
  EXPECT_GT(told.body.at("rules").size(), 4U);
  for (const Json& rule : told.body.at("rules")) {
    EXPECT_FALSE(rule.at("section").get<std::string>().empty()) << rule;
    EXPECT_NE(rule.at("words").get<std::string>().find("(asked: "), std::string::npos) << rule;
  }
  EXPECT_EQ(ann.get("/api/reviewers/R-9").status, 404);
  EXPECT_EQ(ann.get("/api/reviewers/R%209").status, 422);
}

TEST_F(Organization, AReviewerIsKeptChangedAndLeaves) {
  Json data = kept("R-1");
  data.erase("id");
  data["name"] = "Testa New Invented";
  ASSERT_EQ(ann.ask("PUT", "/api/reviewers/R-7", data).status, 204);
  EXPECT_EQ(kept("R-7").at("name"), "Testa New Invented");
  data["capacity"] = {{"per_day", 1}, {"per_week", 2}};
  ASSERT_EQ(ann.ask("PUT", "/api/reviewers/R-7", data).status, 204);
  EXPECT_EQ(kept("R-7").at("capacity").at("per_week"), 2);

  EXPECT_EQ(ann.ask("DELETE", "/api/reviewers/R-7", Json::object()).status, 422) << "the reason is missing";
  ASSERT_EQ(ann.ask("DELETE", "/api/reviewers/R-7", {{"why", "retires"}}).status, 204);
  EXPECT_EQ(ann.get("/api/reviewers/R-7").body.at("active"), false);
  EXPECT_EQ(ann.get("/api/reviewers").body.at("reviewers").size(), 2U);
  const Told again = ann.ask("DELETE", "/api/reviewers/R-7", {{"why", "retires"}});
  EXPECT_EQ(again.status, 422);
  EXPECT_EQ(again.body.at("detail"), "the reviewer has left: 'R-7'. It was on 2026-03-02.");
  EXPECT_EQ(ann.ask("DELETE", "/api/reviewers/R-9", {{"why", "retires"}}).status, 404);
  EXPECT_EQ(mara.ask("DELETE", "/api/reviewers/R-1", {{"why", "retires"}}).status, 403);
}

TEST_F(Organization, WhatIsWrongWithAReviewerIsToldFieldByField) {
  const struct {
    const char* at;  // JSON pointer
    Json value;
    const char* field;
    const char* message;
  } kWrong[] = {
      {"/id", "R-2", "id", "This is another one than that of the address."},
      {"/licences/0/state", "California", "licences/0/state", ""},
      {"/licences/0/until", "2031-02-30", "licences/0/until", "no such day"},
      {"/capacity/per_day", 200, "capacity/per_day", ""},
      {"/exclusions", {{"items", {"moon walks"}}}, "exclusions/items/0", "No item is called so (docs/assignment.md)."},
  };
  const Json sound = kept("R-1");
  for (const auto& [at, value, field, message] : kWrong) {
    Json wrong = sound;
    wrong[Json::json_pointer(at)] = value;
    const Told told = ann.ask("PUT", "/api/reviewers/R-1", wrong);
    EXPECT_EQ(told.status, 422) << at;
    ASSERT_TRUE(told.body.contains("fields")) << at << told.text;
    EXPECT_EQ(told.body.at("fields").size(), 1U) << told.text;
    EXPECT_EQ(told.body.at("fields").at(0).at("field"), field) << told.text;
    EXPECT_TRUE(told.body.at("fields").at(0).at("message").get<std::string>().starts_with(message)) << told.text;
  }
  Json unnamed = sound;
  unnamed.erase("name");
  unnamed["licences"][0].erase("type");
  EXPECT_EQ(ann.ask("PUT", "/api/reviewers/R-1", unnamed).body.at("fields"),
            (Json{{{"field", "licences/0/type"}, {"message", "This is missing."}},
                  {{"field", "name"}, {"message", "This is missing."}}}));
  EXPECT_EQ(kept("R-1"), sound);
  Json narrow = sound;
  narrow["exclusions"] = {{"items", {"Surgery"}}, {"parties", Json::array()}};
  EXPECT_EQ(ann.ask("PUT", "/api/reviewers/R-1", narrow).status, 204) << "a name of items";
  EXPECT_EQ(ann.ask("PUT", "/api/reviewers/R-1", sound).status, 204);
}

TEST_F(Organization, ADayIsAssignedWithReasons) {
  waiting_case(*house, "EX-100");
  waiting_case(*house, "EX-200", false);
  const Told shown = ann.post("/api/assignments", {{"dry_run", true}});
  ASSERT_EQ(shown.status, 200) << shown.text;
  EXPECT_EQ(shown.body.at("day"), "2026-03-02");
  EXPECT_EQ(shown.body.at("cases"), 2);
  EXPECT_EQ(shown.body.at("reviewers"), 2);
  ASSERT_EQ(shown.body.at("proposals").size(), 1U) << shown.text;
  const Json& proposal = shown.body.at("proposals").at(0);
  EXPECT_EQ(proposal.at("case_number"), "EX-100");
  EXPECT_EQ(proposal.at("recorded"), "not_tried");
  ASSERT_GE(proposal.at("reasons").size(), 3U);
  EXPECT_EQ(proposal.at("reasons").back(), "the others: costs more: 1");
  EXPECT_TRUE(
      proposal.at("reasons").at(proposal.at("reasons").size() - 2).get<std::string>().starts_with("next best: R-"));
  ASSERT_EQ(shown.body.at("unassigned").size(), 1U);
  EXPECT_EQ(shown.body.at("unassigned").at(0).at("case_number"), "EX-200");
  EXPECT_EQ(ann.get("/api/cases/EX-100").body.at("state"), "records-complete") << "nothing was recorded";

  const Told done = ann.post("/api/assignments", {{"dry_run", false}});
  EXPECT_EQ(done.body.at("proposals").at(0).at("recorded"), "recorded") << done.text;
  EXPECT_EQ(ann.get("/api/cases/EX-100").body.at("state"), "reviewer-proposed");
  EXPECT_TRUE(ann.post("/api/assignments", {{"dry_run", false}}).body.at("proposals").empty());
  const Told reviewers = ann.get("/api/reviewers");
  EXPECT_EQ(reviewers.body.at("reviewers").at(0).at("today").get<int>() +
                reviewers.body.at("reviewers").at(1).at("today").get<int>(),
            1);
}

TEST(AssignmentOfADay, WhereNobodyCanTakeACaseItWaitsAndSaysWhy) {
  const testing::TempFolder folder;
  House house("sqlite:" + (folder.path() / "imr.db").string());
  const Person ann = house.sign_in("ann");
  for (const char* id : {"R-1", "R-2"})
    ASSERT_EQ(ann.ask("DELETE", std::string("/api/reviewers/") + id, {{"why", "retires"}}).status, 204);
  waiting_case(house, "EX-100");
  const Told told = ann.post("/api/assignments", {{"dry_run", false}});
  ASSERT_EQ(told.body.at("unassigned").size(), 1U) << told.text;
  EXPECT_TRUE(told.body.at("unassigned").at(0).at("why").get<std::string>().ends_with("; reviewers: there are none"))
      << told.text;
}

TEST(Demo, AllOfItsReviewersMayReview) {
  const testing::TempFolder folder;
  House house("sqlite:" + (folder.path() / "imr.db").string());
  {
    const auto office = house.api->shared().offices.lend().value();
    ASSERT_TRUE(office::fill_with_reviewers(*office, testing::day("2026-03-02")));
  }
  const Told told = house.sign_in("ann").get("/api/reviewers");
  EXPECT_GT(told.body.at("reviewers").size(), 40U);
  for (const Json& each : told.body.at("reviewers")) EXPECT_TRUE(each.at("bar").is_null()) << each;
}

TEST(Reports, TheFiguresOfAMonth) {
  const testing::TempFolder folder;
  House house("sqlite:" + (folder.path() / "imr.db").string());
  {
    const auto office = house.api->shared().offices.lend().value();
    const cases::Demo demo{
        .seed = 1, .cases = 60, .first = testing::day("2025-09-01"), .last = testing::day("2026-02-28")};
    office::fill_with_demo(*office, demo).value();
  }
  const Person mara = house.sign_in("mara");
  const struct {
    const char* report;
    std::vector<std::string> sections;
  } kReports[] = {{"timeliness", {"ages", "deadlines", "penalties", "overdue"}},
                  {"volume", {"month", "reasons", "became", "waiting"}},
                  {"outcomes", {"cases", "items", "drafts"}},
                  {"agreement", {"reviewers", "drafts"}}};
  for (const auto& [report, sections] : kReports) {
    const Told told = mara.get(std::string("/api/reports/") + report + "?month=2026-01");
    ASSERT_EQ(told.status, 200) << told.text;
    EXPECT_EQ(told.body.at("report"), report);
    EXPECT_EQ(told.body.at("month"), "2026-01");
    EXPECT_EQ(told.body.at("as_of"), "2026-03-02");
    std::vector<std::string> ids;
    for (const Json& section : told.body.at("sections")) {
      ids.push_back(section.at("id"));
      for (const Json& row : section.at("rows")) EXPECT_EQ(row.size(), section.at("columns").size()) << section;
    }
    EXPECT_EQ(ids, sections);
  }
  const Json drafts = mara.get("/api/reports/agreement?month=2026-01").body.at("sections").at(1);
  ASSERT_EQ(drafts.at("rows").size(), 2U) << drafts;
  EXPECT_EQ(drafts.at("rows").at(0).at(0), "own finding and draft");
  EXPECT_EQ(drafts.at("columns").at(0).at("number"), false);
  EXPECT_EQ(drafts.at("columns").at(7).at("name"), "kappa");
  EXPECT_TRUE(drafts.at("note").get<std::string>().starts_with("Kappa (95 % interval): 0 is chance"));

  const Told rates = mara.get("/api/reports/reviewers?month=2026-01");
  ASSERT_EQ(rates.status, 200) << rates.text;
  const Json reviewers = rates.body.at("sections").at(0).at("rows");
  ASSERT_FALSE(reviewers.empty()) << rates.text;
  EXPECT_TRUE(reviewers.at(0).at(0).get<std::string>().starts_with("R-"));
  EXPECT_EQ(house.sign_in("quinn").get("/api/reports/reviewers?month=2026-01").status, 403)
      << "the medical director alone";

  EXPECT_EQ(mara.get("/api/reports/volume").body.at("month"), "2026-03") << "that of today";
  EXPECT_EQ(mara.get("/api/reports/weather").status, 404);
  const Told wrong = mara.get("/api/reports/volume?month=2026-13");
  EXPECT_EQ(wrong.status, 400);
  EXPECT_EQ(wrong.body.at("detail"), "month: there is no such month. Write it as YYYY-MM.");
}

}  // namespace
}  // namespace openimr::server
