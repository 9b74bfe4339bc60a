// The whole life of a case through the API, each act by the role that does it, from filing to the served letter; on
// SQLite and on PostgreSQL.
#include "server/api/house.h"
#include "store/on_both.h"

namespace openimr::server {
namespace {

using testing::House;
using testing::Person;
using testing::Told;
using Json = nlohmann::json;

class Life : public store::OnBoth {
 protected:
  static std::string state_of(const Told& told) { return told.body.value("state", told.text); }

  // A text as a record, in two pieces.
  static std::string upload(const Person& person, const std::string& number, const std::string& name,
                            const std::string& text, const Json& from) {
    Json begin = {{"name", name}, {"size", text.size()}};
    if (!from.is_null()) begin["from"] = from;
    const Told begun = person.post("/api/cases/" + number + "/uploads", begin);
    EXPECT_EQ(begun.status, 201) << begun.text;
    const std::string id = begun.body.value("upload", "");
    const std::size_t half = text.size() / 2;
    for (const auto& [at, piece] :
         {std::pair{std::size_t{0}, text.substr(0, half)}, std::pair{half, text.substr(half)}})
      EXPECT_EQ(send_piece(person, number, id, at, piece), 200);
    return id;
  }
  static int send_piece(const Person& person, const std::string& number, const std::string& id, std::size_t at,
                        const std::string& piece) {
    return person.send("/api/cases/" + number + "/uploads/" + id, at, piece).status;
  }
};

constexpr const char* kNotes =
    "PROGRESS REPORT (PR-2)\nDate of visit: 02/10/2026\n\nThe patient has low back pain. Soma 350 mg TID has been "
    "taken "
    "since 06/2025. No acute exacerbation.\nPlan: continue Soma 350 mg #90.\n";

TEST_P(Life, FromTheApplicationToTheServedLetter) {
  House house(new_address());
  const Person walt = house.sign_in("walt");
  const Told filed = walt.post(
      "/api/applications",
      {{"priority", "standard"},
       {"injury", "2024-05-01"},
       {"request", "2026-02-12"},
       {"ur_decision", "2026-02-18"},
       {"ur_served_by", "mail"},
       {"claim", "X-100"},
       {"items", {{{"text", "Soma 350 mg #90"}, {"reasons", "not medically necessary"}}}},
       {"parties",
        {{{"role", "employee"}, {"name", "Walt Invented"}, {"address", "2 Sample Street, Exampleton"}, {"by", "mail"}},
         {{"role", "claims_administrator"},
          {"name", "Invented Claims"},
          {"address", "3 Sample Street, Exampleton"}}}}});
  ASSERT_EQ(filed.status, 201) << filed.text;
  const std::string number = filed.body.at("case_number");
  const std::string at = "/api/cases/" + number;
  EXPECT_EQ(walt.get("/api/my-cases").body.at("rows").at(0).at("case_number"), number);
  EXPECT_EQ(house.sign_in("wanda").get(at).status, 404) << "for others it does not exist";

  const Person iris = house.sign_in("iris");
  const Told waiting = iris.get("/api/work");
  ASSERT_EQ(waiting.status, 200) << waiting.text;
  EXPECT_EQ(waiting.body.at("rows").at(0).at("case_number"), number);
  const auto event = [&](const Person& person, const Json& body) { return person.post(at + "/events", body); };
  EXPECT_EQ(state_of(event(iris, {{"event", "application-found-new"}})), "eligibility-review");
  EXPECT_EQ(iris.get(at + "/eligibility").status, 200);
  EXPECT_EQ(state_of(event(iris, {{"event", "eligibility-decided"}, {"what", {{"result", "eligible"}}}})), "eligible");
  EXPECT_EQ(state_of(event(iris, {{"event", "assigned"}, {"what", {{"by", "mail"}}}})), "awaiting-records");
  const std::string id = upload(iris, number, "pr2.txt", kNotes, "claims_administrator");
  const Told received = iris.post(at + "/records", {{"uploads", {id}}, {"from", "claims_administrator"}});
  ASSERT_EQ(received.status, 200) << received.text;
  EXPECT_EQ(state_of(event(iris, {{"event", "records-complete"}})), "records-complete");

  const Person ann = house.sign_in("ann");
  const Told assigned = ann.post("/api/assignments", {{"dry_run", false}});
  ASSERT_EQ(assigned.status, 200) << assigned.text;
  ASSERT_EQ(assigned.body.at("proposals").size(), 1U) << assigned.text;
  const std::string reviewer = assigned.body.at("proposals").at(0).at("reviewer");
  const Person other = house.sign_in(reviewer == "R-1" ? "R-2" : "R-1");
  EXPECT_EQ(other.get(at).status, 404) << "a reviewer sees only their own";

  const Person rita = house.sign_in(reviewer);
  const Json attested = {{"attestation", "I have no conflict of interest in this case."}};
  EXPECT_EQ(rita.post(at + "/acceptance", attested, {{"If-Match", "\"1\""}}).status, 412)
      << "another state than the one that was seen";
  EXPECT_EQ(state_of(rita.post(at + "/acceptance", attested)), "in-review");
  ASSERT_EQ(rita.post(at + "/draft").status, 200);
  Told desk = rita.get(at + "/desk");
  ASSERT_EQ(desk.status, 200) << desk.text;
  const Json& item = desk.body.at("items").at(0);
  EXPECT_TRUE(item.at("draft").is_null()) << "the reviewer finds first";
  EXPECT_FALSE(item.at("criteria").empty());
  EXPECT_EQ(event(rita, {{"event", "item-decided"},
                         {"what", {{"item", 1}, {"decision", "Upheld"}, {"rationale", "too early"}}}})
                .status,
            422);
  ASSERT_EQ(event(rita, {{"event", "own-finding-recorded"}, {"what", {{"item", 1}, {"decision", "Upheld"}}}}).status,
            200);
  desk = rita.get(at + "/desk");
  ASSERT_FALSE(desk.body.at("items").at(0).at("draft").is_null()) << desk.text;
  const std::string citation = desk.body.at("items").at(0).at("draft").at("citation");
  ASSERT_EQ(
      event(rita, {{"event", "item-decided"},
                   {"what",
                    {{"item", 1},
                     {"decision", "Upheld"},
                     {"rationale",
                      "Soma 350 mg has been taken since June 2025 and the guideline advises against long use. The "
                      "request for Soma 350 mg #90 is not medically necessary."},
                     {"citation", citation}}}})
          .status,
      200);
  const Told submitted = rita.post(at + "/submission", {{"summary", "The worker has low back pain and takes Soma."}});
  ASSERT_EQ(submitted.status, 200) << submitted.text;
  EXPECT_EQ(state_of(submitted), "in-quality");
  EXPECT_EQ(state_of(event(house.sign_in("quinn"), {{"event", "quality-passed"}})), "to-sign");

  EXPECT_EQ(rita.post(at + "/signature", {{"password", "not this one, no"}}).body.value("code", ""), "password");
  const Told letter = rita.get(at + "/letter");
  ASSERT_EQ(letter.status, 200) << letter.text;
  ASSERT_TRUE(letter.body.at("may_sign").get<bool>()) << letter.text;
  EXPECT_EQ(state_of(rita.post(at + "/signature", {{"password", testing::kPassword}})), "signed");

  EXPECT_TRUE(walt.get(at).body.at("items").at(0).at("decision").is_null()) << "nothing is told before it is issued";
  const Person isa = house.sign_in("isa");
  EXPECT_EQ(state_of(event(isa, {{"event", "issued"}, {"what", {{"by", "mail"}}}})), "determined");
  EXPECT_EQ(isa.post(at + "/service").status, 422) << "nobody said how the claims administrator is served";
  EXPECT_EQ(event(isa, {{"event", "address-changed"}, {"what", {{"of", "claims_administrator"}}}}).status, 422);
  ASSERT_EQ(event(isa, {{"event", "address-changed"},
                        {"what", {{"of", "claims_administrator"}, {"address", "5 Sample Street"}, {"by", "mail"}}}})
                .status,
            200);
  EXPECT_EQ(isa.get(at).body.at("parties").at(1).at("address"), "5 Sample Street");
  // The answers are lost the first time.
  const Json by_mail = {{"by", "mail"}};
  const Told served = isa.post(at + "/service", by_mail, {{"Idempotency-Key", "serve-it-once"}});
  ASSERT_EQ(served.status, 200) << served.text;
  EXPECT_EQ(isa.post(at + "/service", by_mail, {{"Idempotency-Key", "serve-it-once"}}).text, served.text);
  EXPECT_EQ(isa.post(at + "/correction", {{"why", " "}}).status, 422);
  EXPECT_EQ(rita.post(at + "/correction", {{"why", "a street is misspelt"}}).status, 403);
  const server::Headers once = {{"Idempotency-Key", "correct-it-once"}};
  const Told corrected = isa.post(at + "/correction", {{"why", "a street is misspelt"}}, once);
  ASSERT_EQ(corrected.status, 200) << corrected.text;
  EXPECT_EQ(isa.post(at + "/correction", {{"why", "a street is misspelt"}}, once).text, corrected.text);
  EXPECT_EQ(corrected.body.at("letters").size(), 2U) << "the first stays beside it";
  const Told invoiced = isa.post(at + "/invoice", by_mail, {{"Idempotency-Key", "invoice-it-once"}});
  EXPECT_EQ(invoiced.status, 200) << invoiced.text;
  EXPECT_EQ(isa.post(at + "/invoice", by_mail, {{"Idempotency-Key", "invoice-it-once"}}).text, invoiced.text);

  const Told seen = walt.get(at);
  EXPECT_EQ(seen.body.at("items").at(0).at("decision"), "Upheld");
  ASSERT_EQ(seen.body.at("sent").size(), 1U) << "what was sent to him, and nothing else";
  EXPECT_EQ(walt.get(at + "/documents/" + seen.body.at("sent").at(0).at("pdf").get<std::string>()).text.substr(0, 5),
            "%PDF-");
  const std::string quoted = "\"" + reviewer + "\"";
  EXPECT_EQ(seen.text.find(quoted), std::string::npos) << "never a reviewer";
  EXPECT_EQ(walt.get(at + "/events").text.find("review:"), std::string::npos);
}

OPENIMR_ON_BOTH(Life);

}  // namespace
}  // namespace openimr::server
