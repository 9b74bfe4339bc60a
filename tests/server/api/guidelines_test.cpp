// The guidelines to look through, and the check before a request.
#include "server/api/house.h"
#include "server/api/request_check.h"

namespace openimr::server {
namespace {

using testing::House;
using testing::Person;
using testing::Told;
using Json = nlohmann::json;

// On one server: reading the packs takes long.
class Guidelines : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder = new testing::TempFolder;
    house = new House("sqlite:" + (folder->path() / "imr.db").string());
  }
  static void TearDownTestSuite() {
    delete house;
    delete folder;
  }
  static std::vector<std::string> ids(const Json& rows) {
    std::vector<std::string> out;
    for (const Json& each : rows) out.push_back(each.at("id"));
    return out;
  }

  static inline testing::TempFolder* folder = nullptr;
  static inline House* house = nullptr;
  Person nobody = house->nobody();
};

bool has(const Json& list, const Json& value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

TEST_F(Guidelines, EveryTopicOfTheListIsThere) {
  const Told list = nobody.get("/api/guidelines");
  ASSERT_EQ(list.status, 200);
  const auto editions = ids(list.body.at("editions"));
  EXPECT_GT(editions.size(), 30U);
  EXPECT_EQ(std::set<std::string>(editions.begin(), editions.end()).size(), editions.size());
  EXPECT_GT(list.body.at("topics").size(), 200U);
  for (const Json& topic : list.body.at("topics")) {
    for (const Json& edition : topic.at("editions")) EXPECT_TRUE(has(editions, edition)) << topic;
    const auto name = topic.at("topic").get<std::string>();
    EXPECT_EQ(name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-"), std::string::npos) << name;
  }
  for (const std::size_t at : {std::size_t{0}, list.body.at("topics").size() / 2, list.body.at("topics").size() - 1}) {
    const auto name = list.body.at("topics").at(at).at("topic").get<std::string>();
    EXPECT_EQ(nobody.get("/api/guidelines/" + name).status, 200) << name;
  }
}

TEST_F(Guidelines, OnADayOnlyWhatWasInForce) {
  const Json then = nobody.get("/api/guidelines?on=2015-10-30").body;
  const Json now = nobody.get("/api/guidelines?on=2020-01-01").body;
  const auto before = ids(then.at("editions")), after = ids(now.at("editions"));
  EXPECT_TRUE(has(before, "mtus-chronic-pain-medical-treatment-2009"));
  EXPECT_FALSE(has(after, "mtus-chronic-pain-medical-treatment-2009"));
  for (const Json& edition : then.at("editions")) {
    EXPECT_LE(edition.at("from").get<std::string>(), "2015-10-30");
    EXPECT_TRUE(edition.at("until").is_null() || edition.at("until").get<std::string>() > "2015-10-30");
  }
  for (const Json& topic : then.at("topics")) {
    EXPECT_FALSE(topic.at("editions").empty()) << topic;
    for (const Json& edition : topic.at("editions")) EXPECT_TRUE(has(before, edition)) << topic;
  }
  EXPECT_TRUE(nobody.get("/api/guidelines?on=1950-01-01").body.at("editions").empty());
  const Told wrong = nobody.get("/api/guidelines?on=2015-02-30");
  EXPECT_EQ(wrong.status, 400);
  EXPECT_EQ(wrong.body.at("detail"), "on: there is no such day. Write it as YYYY-MM-DD.");
}

TEST_F(Guidelines, ATopicStandsSideBySideInItsEditions) {
  const Told told = nobody.get("/api/guidelines/carisoprodol");
  ASSERT_EQ(told.status, 200);
  const Json& sections = told.body.at("sections");
  ASSERT_GE(sections.size(), 3U);
  EXPECT_EQ(sections.at(0).at("edition"), "mtus-chronic-pain-medical-treatment-2009");
  EXPECT_EQ(sections.at(0).at("guideline"), "MTUS Chronic Pain Medical Treatment 2009");
  EXPECT_EQ(sections.at(0).at("title"), "Carisoprodol (Soma)");
  EXPECT_EQ(sections.at(0).at("pages"), "29, 63-66");
  EXPECT_EQ(sections.at(0).at("position"), "not recommended");
  EXPECT_EQ(sections.at(0).at("applies_to"), Json{"carisoprodol"});
  const Json& criterion = sections.at(0).at("criteria").at(0);
  EXPECT_EQ(criterion.at("id"), "short-course");
  EXPECT_EQ(criterion.at("kind"), "limit");
  EXPECT_EQ(criterion.at("standing"), "confirmed");
  EXPECT_EQ(criterion.at("soft"), false);
  for (std::size_t i = 1; i < sections.size(); ++i)
    EXPECT_LE(sections.at(i - 1).at("from"), sections.at(i).at("from")) << "the earliest first";

  // By what it speaks of, by its id, and with where and when it holds.
  EXPECT_GE(nobody.get("/api/guidelines/muscle-relaxants").body.at("sections").size(), 2U);
  const Told massage = nobody.get("/api/guidelines/massage");
  EXPECT_NE(massage.text.find("\"massage: "), std::string::npos) << "a part of the body";
  const Told unknown = nobody.get("/api/guidelines/moon-walk");
  EXPECT_EQ(unknown.status, 404);
  EXPECT_EQ(unknown.body.at("detail"), "No loaded guideline has this topic. See /api/guidelines for those there are.");
}

TEST_F(Guidelines, AreKeptByBrowsersUntilThePacksChange) {
  for (const char* path : {"/api/guidelines", "/api/guidelines/carisoprodol"}) {
    const Told told = nobody.get(path);
    ASSERT_FALSE(told.headers["ETag"].empty()) << path;
    EXPECT_EQ(told.headers["Cache-Control"], "no-cache") << path;
    EXPECT_EQ(nobody.get(path, {{"If-None-Match", std::string(told.headers["ETag"])}}).status, 304) << path;
    EXPECT_EQ(nobody.get(path, {{"If-None-Match", "\"another\""}}).status, 200) << path;
  }
}

TEST_F(Guidelines, TheCheckTellsWhatIsDocumentedMissingAndAgainst) {
  const Json request = {{"treatment", "Massage therapy 6 visits to the neck"},
                        {"notes",
                         "PROGRESS REPORT 10/01/2015\nExamination: Sensation is decreased at C6.\n"
                         "Goals for further therapy are to turn the head for driving.\n"},
                        {"on", "2015-10-30"}};
  const Told told = nobody.post("/api/check", request);
  ASSERT_EQ(told.status, 200) << told.text;
  EXPECT_EQ(told.body.at("treatment"), "Massage therapy 6 visits to the neck");
  EXPECT_EQ(told.body.at("addressed"), true);
  EXPECT_EQ(told.body.at("complete"), false);
  EXPECT_EQ(told.body.at("pages"), 1);
  EXPECT_NE(told.body.at("citation").get<std::string>().find("Massage"), std::string::npos);
  const Json& documented = told.body.at("documented");
  ASSERT_FALSE(documented.empty());
  for (const Json& row : documented) {
    EXPECT_EQ(row.at("finding"), "met");
    EXPECT_TRUE(row.at("example").is_null());
  }
  EXPECT_EQ(documented.at(1).at("id"), "treatment-goals");
  EXPECT_EQ(documented.at(1).at("words"), Json{"Goals"});
  ASSERT_EQ(told.body.at("missing").size(), 1U) << told.text;
  EXPECT_EQ(told.body.at("missing").at(0).at("finding"), "not documented");
  EXPECT_FALSE(told.body.at("missing").at(0).at("example").get<std::string>().empty());
  EXPECT_TRUE(told.body.at("against").empty());

  Json complete = request;
  complete["notes"] = request.at("notes").get<std::string>() + "Home exercise program continues.\n";
  EXPECT_EQ(nobody.post("/api/check", complete).body.at("complete"), true);
  Json too_many = complete;
  too_many["treatment"] = "Massage therapy 24 visits to the neck";
  const Told against = nobody.post("/api/check", too_many);
  EXPECT_EQ(against.body.at("complete"), false);
  ASSERT_EQ(against.body.at("against").size(), 1U) << against.text;
  EXPECT_EQ(against.body.at("against").at(0).at("finding"), "not met");
}

TEST_F(Guidelines, TheCheckNeedsNoNotesAndKnowsWhatIsNotAddressed) {
  const Told empty = nobody.post("/api/check", {{"treatment", "Soma 350 mg #20"}, {"notes", " \n"}});
  ASSERT_EQ(empty.status, 200) << empty.text;
  EXPECT_EQ(empty.body.at("pages"), 0);
  EXPECT_FALSE(empty.body.at("missing").empty());
  const Told unknown = nobody.post("/api/check", {{"treatment", "Moon walk"}, {"notes", "Pain 5/10."}});
  ASSERT_EQ(unknown.status, 200) << unknown.text;
  EXPECT_EQ(unknown.body.at("addressed"), false);
  EXPECT_TRUE(unknown.body.at("citation").is_null());
}

TEST_F(Guidelines, TheCheckRefusesDaysThatCannotBe) {
  const struct {
    Json days;
    const char* field;
    const char* message;
  } kWrong[] = {
      {{{"on", "2015-02-30"}}, "on", "There is no such day. Write a day of the calendar as YYYY-MM-DD."},
      {{{"injury", "2015-13-01"}}, "injury", "There is no such day. Write a day of the calendar as YYYY-MM-DD."},
      {{{"on", "2015-10-30"}, {"injury", "2015-10-31"}}, "injury", "The injury is later than the request."}};
  for (const auto& [days, field, message] : kWrong) {
    Json request = {{"treatment", "Soma 350 mg #20"}, {"notes", ""}};
    request.update(days);
    const Told told = nobody.post("/api/check", request);
    EXPECT_EQ(told.status, 422) << days;
    EXPECT_EQ(told.body.at("fields"), (Json{{{"field", field}, {"message", message}}}));
  }
  const Json too_long = {{"treatment", "Soma"}, {"notes", std::string(200'001, 'a')}};
  EXPECT_EQ(nobody.post("/api/check", too_long).status, 422);
}

TEST_F(Guidelines, TheCheckKeepsNothing) {
  const auto heads = [&] { return house->api->shared().offices.lend().value()->store().heads().value(); };
  const auto before = heads();
  ASSERT_EQ(nobody.post("/api/check", {{"treatment", "Soma 350 mg #20"}, {"notes", "Pain 5/10."}}).status, 200);
  EXPECT_EQ(heads(), before);
}

TEST(CheckOfARequest, AnAddressChecksSoOftenAMinute) {
  const testing::TempFolder folder;
  House house("sqlite:" + (folder.path() / "imr.db").string());
  const Person nobody = house.nobody();
  const Json wrong = {{"treatment", ""}};
  for (std::size_t i = 0; i < kChecksAMinute; ++i) ASSERT_EQ(nobody.post("/api/check", wrong).status, 422) << i;
  const Told told = nobody.post("/api/check", wrong);
  EXPECT_EQ(told.status, 429);
  EXPECT_EQ(told.body.at("code"), "too_many_requests");
  const int wait = std::stoi(std::string(told.headers["Retry-After"]));
  EXPECT_GE(wait, 1);
  EXPECT_LE(wait, 60);
  EXPECT_EQ(nobody.get("/api/guidelines/carisoprodol").status, 200) << "only the check is counted";
}

}  // namespace
}  // namespace openimr::server
