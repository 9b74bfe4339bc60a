// The reviewer's desk: the evidence at once, and nothing of the draft's decision before the reviewer's own finding.
#include "office/drafting.h"
#include "server/api/quiet_house.h"

namespace openimr::server {
namespace {

const std::string kNote =
    "Progress Report (PR-2)\nDate of exam: 08/19/2015\n"
    "The patient has taken Soma 350 mg TID since September 9, 2014. He has low back pain, 8/10.\n"
    "No radicular pain. Lumbar spine: tenderness and muscle spasm.\n";

class DeskApi : public Api {
 protected:
  DeskApi() {
    house.open_case({{"records/pr2.txt", kNote}});
    house.let_in("R-1", "review");
  }
  void prepare_draft() {
    const office::FoundCase found = must(house.office().find("EX-100", house.shared.local(QuietHouse::kNow)));
    const auto reviewed = must(house.shared.records.of(house.office(), house.shared.engine, found));
    must(office::keep_draft(house.office(), found, *reviewed,
                            cases::event("2015-10-18", "assign:ann", "draft-prepared")));
    drafted = must(office::draft_of(house.store(), house.c()));
  }
  void own_finding(int item) {
    house.happens({cases::event("2015-10-19", "review:R-1", "own-finding-recorded",
                                {{"item", item}, {"decision", "Overturned"}})});
  }
  Answered desk(const std::string& who = "R-1") {
    const auto out = house.ask({.path = "/desk", .who = who});
    EXPECT_TRUE(out.status != 200 || out.etag() == "\"" + std::to_string(house.c().version) + "\"");
    return out;
  }

  Json drafted;
};

TEST_F(DeskApi, BeforeThereIsADraftTheRecordsAreThere) {
  const Json got = desk().json;
  EXPECT_EQ(got["draft_ready"], false);
  EXPECT_EQ(got["me"], "R-1");
  EXPECT_EQ(got["items"].size(), 2U);
  EXPECT_EQ(got["items"][0]["criteria"], Json::array());
  EXPECT_EQ(got["items"][0]["draft"], nullptr);
  EXPECT_EQ(got["facts"], Json::array());
  ASSERT_EQ(got["documents"].size(), 1U);
  EXPECT_EQ(got["documents"][0]["name"], "records/pr2.txt");
  EXPECT_EQ(got["documents"][0]["pages"], 1);
  EXPECT_EQ(got["documents"][0]["media"], "text");
  EXPECT_EQ(got["documents"][0]["parts"],
            Json::parse(R"([{"kind": "pr2", "date": "2015-08-19", "page": 1, "pages": 1}])"));
  const auto names_soma = [](const Json& row) { return row["kind"] == "drug" && row["name"] == "carisoprodol"; };
  EXPECT_TRUE(std::any_of(got["timeline"].begin(), got["timeline"].end(), names_soma)) << got["timeline"];
}

TEST_F(DeskApi, TheEvidenceComesAtOnceAndTheDecisionDoesNot) {
  prepare_draft();
  const auto got = desk();
  ASSERT_EQ(got.status, 200) << got.bytes;
  EXPECT_EQ(got.json["draft_ready"], true);
  const Json& soma = got.json["items"][0];
  EXPECT_EQ(soma["draft_shown"], false);
  ASSERT_EQ(soma["criteria"].size(), drafted["items"][0]["criteria"].size());
  for (std::size_t i = 0; i < soma["criteria"].size(); ++i) {
    const Json& shown = soma["criteria"][i];
    const Json& kept = drafted["items"][0]["criteria"][i];
    EXPECT_EQ(shown["finding"], kept["finding"]);
    EXPECT_EQ(shown["places"], kept["places"]);
    EXPECT_EQ(shown["decided"], false);
    EXPECT_EQ(shown["searched"].is_null(), kept["finding"] != "not documented");
  }
  EXPECT_EQ(got.json["summary"], Json::array());
  for (const Json& item : got.json["items"]) EXPECT_EQ(item["draft"], nullptr);
}

// Whatever of the draft tells its decision stands nowhere in the answer, under no name.
TEST_F(DeskApi, NoWordOfADecisionIsInTheAnswerBefore) {
  prepare_draft();
  const std::string bytes = desk().bytes;
  for (const Json& item : drafted["items"]) {
    for (const Json& sentence : item["rationale"])
      EXPECT_EQ(bytes.find(sentence["text"].get<std::string>()), std::string::npos) << sentence;
  }
  for (const char* word : {"Upheld", "Overturned", "\"decided\":true", "would_overturn", "took part in the decision"})
    EXPECT_EQ(bytes.find(word), std::string::npos) << word;
}

TEST_F(DeskApi, TheDraftOfAnItemOpensWithTheReviewersOwnFindingOnIt) {
  prepare_draft();
  own_finding(1);
  const Json got = desk().json;
  const Json& soma = got["items"][0];
  const Json& kept = drafted["items"][0];
  EXPECT_EQ(soma["own"], "Overturned");
  EXPECT_EQ(soma["draft_shown"], true);
  EXPECT_EQ(soma["draft"]["decision"], kept["decision"]);
  EXPECT_EQ(soma["draft"]["would_overturn"], kept["would_overturn"]);
  ASSERT_EQ(soma["draft"]["rationale"].size(), kept["rationale"].size());
  EXPECT_EQ(soma["draft"]["rationale"][0]["text"], kept["rationale"][0]["text"]);
  const auto decides = [](const Json& criterion) { return criterion["decided"] == true; };
  EXPECT_TRUE(std::any_of(soma["criteria"].begin(), soma["criteria"].end(), decides));
  EXPECT_EQ(got["items"][1]["draft"], nullptr);
  EXPECT_EQ(got["summary"], Json::array()) << "the other item is still open";

  own_finding(2);
  EXPECT_EQ(desk().json["summary"].size(), drafted["summary"].size());
}

TEST_F(DeskApi, AnItemThatEndedMovesNoOther) {
  prepare_draft();
  own_finding(1);
  own_finding(2);
  house.happens({cases::event("2015-10-19", "intake:iris", "item-ended", {{"item", 1}}, "It was authorized.")});
  const Json got = desk().json;
  EXPECT_EQ(got["items"][0]["open"], false);
  EXPECT_EQ(got["items"][1]["draft"]["decision"], drafted["items"][1]["decision"]);
  EXPECT_EQ(got["items"][1]["criteria"].size(), drafted["items"][1]["criteria"].size());
}

TEST_F(DeskApi, AFactTellsWhichCriteriaUseIt) {
  prepare_draft();
  const Json got = desk().json;
  ASSERT_FALSE(got["facts"].empty());
  for (const Json& fact : got["facts"]) {
    ASSERT_FALSE(fact["used_by"].empty()) << fact;
    for (const Json& use : fact["used_by"]) {
      const Json& criteria = got["items"][use["item"].get<std::size_t>() - 1]["criteria"];
      const auto rests_on_it = [&](const Json& criterion) {
        return criterion["id"] == use["criterion"] &&
               std::any_of(criterion["places"].begin(), criterion["places"].end(), [&](const Json& place) {
                 return place["begin"] < fact["place"]["end"] && fact["place"]["begin"] < place["end"];
               });
      };
      EXPECT_TRUE(std::any_of(criteria.begin(), criteria.end(), rests_on_it)) << fact;
    }
  }
}

TEST_F(DeskApi, WhatTheReviewerSaidStandsBesideTheFinding) {
  prepare_draft();
  own_finding(1);
  const std::string criterion = drafted["items"][0]["criteria"][0]["id"];
  house.happens({cases::event("2015-10-19", "review:R-1", "finding-overridden",
                              {{"item", 1}, {"criterion", criterion}, {"finding", "met"}}, "The note shows it."),
                 cases::event("2015-10-19", "review:R-1", "item-decided",
                              {{"item", 1}, {"decision", "Overturned"}, {"rationale", "It is needed."}})});
  const Json soma = desk().json["items"][0];
  EXPECT_EQ(soma["criteria"][0]["answer"],
            Json::parse(R"({"overridden": true, "finding": "met", "why": "The note shows it."})"));
  EXPECT_EQ(soma["decided"],
            Json::parse(R"({"decision": "Overturned", "rationale": "It is needed.", "citation": null})"));
}

TEST_F(DeskApi, IsReadByThoseWhoMayAndNoted) {
  prepare_draft();
  house.let_in("R-2", "review");
  EXPECT_EQ(desk("R-2").status, 404);
  for (const auto& [id, role, status] :
       {std::tuple("quinn", "quality", 200), std::tuple("mel", "medical-director", 200),
        std::tuple("ann", "assign", 403), std::tuple("adam", "administrator", 403),
        std::tuple("pat", "applicant", 403)}) {
    house.let_in(id, role);
    EXPECT_EQ(desk(id).status, status) << role;
  }
  EXPECT_EQ(desk("quinn").json["me"], "R-1");
  EXPECT_EQ(desk("quinn").json["items"][0]["draft"], nullptr) << "nor for those who look over the shoulder";
  const auto reads = must(Reads(house.store(), house.shared.reads).of("EX-100"));
  ASSERT_EQ(reads.size(), 2U);
  EXPECT_EQ(reads[0].who, "quality:quinn");
  EXPECT_EQ(reads[0].document, "desk");
}

}  // namespace
}  // namespace openimr::server
