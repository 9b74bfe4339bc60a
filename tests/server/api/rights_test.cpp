// Every role at every address, with a case of its own and with another's: allowed or refused as the table of rights
// says (server/rights.h), over the wire.
#include "server/rights.h"

#include <algorithm>
#include <cctype>

#include "server/api/in_review.h"

namespace openimr::server {
namespace {

using testing::case_in_review;
using testing::House;
using testing::InReview;
using testing::Person;
using testing::Told;
using Json = nlohmann::json;

struct Asker {
  std::string account;  // empty: nobody
  Right RightsRow::* right;
  bool has_case;  // as reviewer or party of EX-100
};

const std::vector<Asker>& askers() {
  static const std::vector<Asker> all = {{"", &RightsRow::nobody, false},
                                         {"iris", &RightsRow::intake, false},
                                         {"ann", &RightsRow::assign, false},
                                         {"R-1", &RightsRow::review, true},
                                         {"R-2", &RightsRow::review, false},
                                         {"quinn", &RightsRow::quality, false},
                                         {"isa", &RightsRow::issue, false},
                                         {"mara", &RightsRow::medical_director, false},
                                         {"clara", &RightsRow::administrator, true},
                                         {"walt", &RightsRow::applicant, true},
                                         {"wanda", &RightsRow::applicant, false}};
  return all;
}

std::string path_of(const std::string& pattern, const InReview& c) {
  std::string out;
  for (std::size_t at = 0; at < pattern.size();) {
    if (pattern[at] != '{') {
      out += pattern[at++];
      continue;
    }
    const auto end = pattern.find('}', at);
    const std::string name = pattern.substr(at + 1, end - at - 1);
    out += name == "number"     ? c.number
           : name == "document" ? c.record
           : name == "page"     ? "1"
           : name == "report"   ? "volume"
           : name == "topic"    ? "carisoprodol"
           : name == "id"       ? "R-1"
                                : "none";
    at = end + 1;
  }
  return out;
}

// What the table makes of it: the code of the refusal, or nothing.
std::string expected(const RightsRow& row, const Asker& asker, bool is_about_case) {
  switch (row.*asker.right) {
    case Right::none:
      return asker.account.empty() ? "unauthenticated" : "forbidden";
    case Right::yes:
    case Right::any:
      return "";
    case Right::own:
      return asker.has_case || !is_about_case ? "" : "no such case";
    case Right::glass:
      return "break_glass_first";
  }
  return "";
}

// What the answer says of the right to ask; nothing where it was allowed, whatever came of it.
std::string refusal_in(const Told& told) {
  const std::string code = told.body.is_object() ? told.body.value("code", "") : "";
  if (code == "not_found" && told.body.value("detail", "").find("no such case") != std::string::npos)
    return "no such case";
  for (const char* refusal : {"unauthenticated", "forbidden", "break_glass_first"}) {
    if (code == refusal) return refusal;
  }
  return "";
}

TEST(Rights, EveryRoleAtEveryAddress) {
  testing::TempFolder folder;
  House house("sqlite:" + (folder.path() / "rights.db").string());
  const InReview c = case_in_review(house);
  std::map<std::string, Person> people;
  for (const Asker& asker : askers())
    people.emplace(asker.account, asker.account.empty() ? house.nobody() : house.sign_in(asker.account));
  const Json& description = house.api->shared().description.value();
  int asked = 0;
  for (const auto& [path, methods] : description.at("paths").items()) {
    if (!path.starts_with("/api/") || path.starts_with("/api/session")) continue;
    for (const auto& [method, operation] : methods.items()) {
      if (!operation.is_object() || !operation.contains("operationId")) continue;
      const std::string id = operation.at("operationId");
      const auto table = rights_table();
      const auto row = std::find_if(table.begin(), table.end(), [&](const RightsRow& each) {
        return each.operation == id && (each.of.empty() || each.of == "records");
      });
      ASSERT_NE(row, table.end()) << id;
      std::string verb = method;
      std::transform(verb.begin(), verb.end(), verb.begin(),
                     [](unsigned char each) { return static_cast<char>(std::toupper(each)); });
      // What would change the case for those who are asked later is asked with a body that is refused behind the
      // rights.
      const bool has_body = operation.contains("requestBody");
      if (verb != "GET" && !has_body) continue;
      for (const Asker& asker : askers()) {
        const Told told = people.at(asker.account).ask(verb, path_of(path, c), has_body ? Json::object() : Json());
        const bool is_about_case = path.find("{number}") != std::string::npos;
        EXPECT_EQ(refusal_in(told), expected(*row, asker, is_about_case))
            << (asker.account.empty() ? "nobody" : asker.account) << ' ' << verb << ' ' << path << ": " << told.status
            << ' ' << told.text.substr(0, 300);
        ++asked;
      }
    }
  }
  EXPECT_GT(asked, 300);
}

TEST(Rights, ACaseThatIsNotTheirsIsLikeOneThatIsNotThere) {
  testing::TempFolder folder;
  House house("sqlite:" + (folder.path() / "rights.db").string());
  case_in_review(house);
  for (const char* account : {"R-2", "wanda"}) {
    const Person person = house.sign_in(account);
    for (const char* rest : {"", "/events", "/acts"}) {
      Told theirs = person.get(std::string("/api/cases/EX-100") + rest);
      Told none = person.get(std::string("/api/cases/EX-999") + rest);
      theirs.body.erase("instance");
      none.body.erase("instance");
      EXPECT_EQ(theirs.body, none.body) << account << rest;
      EXPECT_EQ(theirs.status, 404);
    }
  }
}

TEST(Rights, DocumentsOfOtherCasesAreNotThere) {
  testing::TempFolder folder;
  House house("sqlite:" + (folder.path() / "rights.db").string());
  case_in_review(house);
  const auto office = house.api->shared().offices.lend().value();
  const std::string secret = office->store().put("conflict evidence, say").value().hash.hex();
  for (const char* account : {"iris", "mara", "R-1", "walt"}) {
    const Person person = house.sign_in(account);
    EXPECT_EQ(person.get("/api/cases/EX-100/documents/" + secret).status, 404) << account;
    EXPECT_EQ(person.get("/api/cases/EX-100/documents/" + std::string(64, '0')).status, 404) << account;
    EXPECT_EQ(person.get("/api/cases/EX-100/documents/..%2f..%2fetc%2fpasswd").status, 400) << account;
  }
}

TEST(Rights, TheGlassIsBrokenWithAReasonThatStays) {
  testing::TempFolder folder;
  House house("sqlite:" + (folder.path() / "rights.db").string());
  const InReview c = case_in_review(house);
  const Person ann = house.sign_in("ann");
  const std::string record = "/api/cases/EX-100/documents/" + c.record;
  EXPECT_EQ(ann.get(record).status, 403);
  EXPECT_EQ(ann.post("/api/cases/EX-100/break-glass", {{"why", "short"}}).status, 422);
  EXPECT_EQ(
      ann.post("/api/cases/EX-100/break-glass", {{"why", "the reviewer asks whether the page is upside down"}}).status,
      204);
  EXPECT_EQ(ann.get(record).status, 200);
  const Told reads = house.sign_in("mara").get("/api/cases/EX-100/reads");
  ASSERT_EQ(reads.body.at("reads").size(), 2U) << reads.text;
  EXPECT_EQ(reads.body.at("reads").at(0).at("what"), "break-glass");
  EXPECT_EQ(reads.body.at("reads").at(1).at("who"), "assign:ann");
  EXPECT_EQ(reads.body.at("reads").at(1).at("document"), c.record);
}

TEST(Rights, AForgedOrStolenTokenDoesNothing) {
  testing::TempFolder folder;
  House house("sqlite:" + (folder.path() / "rights.db").string());
  case_in_review(house);
  const Person iris = house.sign_in("iris");
  const Person forged(house, "openimr_session=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", iris.csrf());
  EXPECT_EQ(forged.get("/api/work").status, 401);
  const Person without(house, iris.cookie(), "");
  EXPECT_EQ(without.post("/api/cases/EX-100/events", {{"event", "records-complete"}}).body.value("code", ""), "csrf");
  const Person others(house, iris.cookie(), house.sign_in("ann").csrf());
  EXPECT_EQ(others.post("/api/cases/EX-100/events", {{"event", "records-complete"}}).body.value("code", ""), "csrf");
  EXPECT_EQ(iris.ask("POST", "/api/cases/EX-100/events", {{"event", "records-complete"}},
                     {{"Origin", "https://elsewhere.example"}, {"Sec-Fetch-Site", "cross-site"}})
                .status,
            403);
  EXPECT_EQ(iris.ask("DELETE", "/api/session").status, 204);
  EXPECT_EQ(iris.get("/api/work").status, 401) << "a token that was signed out is replayed";
}

}  // namespace
}  // namespace openimr::server
