// How records come into a case: sent in pieces by a party or for one, read, and then in the case once.
#include "server/api/quiet_house.h"
#include "support/pdf_maker.h"

namespace openimr::server {
namespace {

const std::string kNote = "Progress Report (PR-2)\nDate of exam: 08/19/2015\nThe patient takes Soma 350 mg TID.\n";

class UploadApi : public Api {
 protected:
  UploadApi() {
    house.open_case({{"records/first.txt", "The patient has low back pain.\n"}});
    house.let_in("adam", "administrator");
    house.let_in("pat", "applicant");
    house.let_in("iris", "intake");
  }
  Answered begin(const std::string& who, const std::string& name, std::size_t size, const std::string& from = "",
                 const std::string& key = "") {
    Json body = {{"name", name}, {"size", size}};
    if (!from.empty()) body["from"] = from;
    Headers headers;
    if (!key.empty()) headers.add("Idempotency-Key", key);
    return house.ask(
        {.method = Method::post, .path = "/uploads", .who = who, .body = body, .headers = std::move(headers)});
  }
  Answered go_on(const std::string& who, const std::string& upload, const std::string& offset,
                 const std::string& bytes) {
    return house.ask({.method = Method::patch,
                      .path = "/uploads/" + upload,
                      .who = who,
                      .headers = {{"Upload-Offset", offset}, {"Content-Type", "application/octet-stream"}},
                      .bytes = bytes});
  }
  // A whole upload.
  std::string sent(const std::string& who, const std::string& name, const std::string& bytes,
                   const std::string& from = "") {
    const auto begun = begin(who, name, bytes.size(), from);
    EXPECT_EQ(begun.status, 201) << begun.bytes;
    const std::string id = begun.json.value("upload", "");
    EXPECT_EQ(go_on(who, id, "0", bytes).status, 200);
    return id;
  }
  Answered receive(const std::string& who, const std::vector<std::string>& uploads, const std::string& from = "") {
    Json body = {{"uploads", uploads}};
    if (!from.empty()) body["from"] = from;
    return house.ask({.method = Method::post, .path = "/records", .who = who, .body = body});
  }
  int status_of(const std::string& who, const std::string& upload) {
    return house.ask({.path = "/uploads/" + upload, .who = who}).status;
  }
  std::string last_from() { return must(house.office().ledger().history("EX-100")).back().event.text("from"); }
};

TEST_F(UploadApi, AFileBecomesARecordWithKindAndDate) {
  const auto before = house.c();
  const std::string id = sent("adam", "C:\\scans\\note.txt", kNote);
  const auto received = receive("adam", {id});
  ASSERT_EQ(received.status, 200) << received.bytes;
  EXPECT_EQ(received.json["losses"], Json::array());
  const auto c = house.c();
  ASSERT_EQ(c.records.size(), before.records.size() + 1);
  const cases::Record& record = c.records.back();
  EXPECT_EQ(record.name, "records/note.txt");
  EXPECT_EQ(record.kind, "pr2");
  EXPECT_EQ(record.date->iso(), "2015-08-19");
  EXPECT_EQ(must(office::document_of(house.store(), record.document)), kNote);
  EXPECT_EQ(received.json["received"][0], Json({{"document", record.document},
                                                {"name", "records/note.txt"},
                                                {"kind", "pr2"},
                                                {"date", "2015-08-19"},
                                                {"received", "2015-10-20T09:00"}}));
  EXPECT_EQ(status_of("adam", id), 404) << "the upload is done";
}

TEST_F(UploadApi, ComeFromTheAccountsPartyOrFromWhomStaffSay) {
  ASSERT_EQ(receive("adam", {sent("adam", "a.txt", kNote + "a")}).status, 200);
  EXPECT_EQ(last_from(), "claims_administrator");
  ASSERT_EQ(receive("pat", {sent("pat", "b.txt", kNote + "b", "claims_administrator")}).status, 200);
  EXPECT_EQ(last_from(), "employee") << "a party cannot send as another";
  ASSERT_EQ(receive("iris", {sent("iris", "c.txt", kNote + "c")}, "requesting_physician").status, 200);
  EXPECT_EQ(last_from(), "requesting_physician");
  ASSERT_EQ(receive("iris", {sent("iris", "d.txt", kNote + "d", "employee")}).status, 200);
  EXPECT_EQ(last_from(), "employee");

  const auto unsaid = receive("iris", {sent("iris", "e.txt", kNote + "e")});
  EXPECT_EQ(unsaid.status, 422);
  EXPECT_EQ(unsaid.json["fields"][0]["field"], "from");
  const auto unknown = begin("iris", "f.txt", 3, "nobody");
  EXPECT_EQ(unknown.status, 422);
  EXPECT_EQ(unknown.json["fields"][0]["message"], "Name a party of the programme, as getProgramme does.");
}

TEST_F(UploadApi, WhatCouldNotBeReadIsTold) {
  const auto received = receive("adam", {sent("adam", "note.txt", kNote), sent("adam", "bad.pdf", "%PDF-1.7 broken")});
  ASSERT_EQ(received.status, 200) << received.bytes;
  ASSERT_EQ(received.json["losses"].size(), 1U) << received.bytes;
  const std::string loss = received.json["losses"][0];
  EXPECT_TRUE(loss.starts_with("records/bad.pdf: ")) << loss;
  EXPECT_EQ(loss.find(folder.path().string()), std::string::npos) << loss;
  EXPECT_EQ(house.c().records.back().name, "records/bad.pdf") << "it is kept all the same";
}

TEST_F(UploadApi, AskedAgainTheAnswerIsTheSame) {
  const std::vector<std::string> uploads = {sent("adam", "bad.pdf", "%PDF-1.7 broken")};
  const auto first = receive("adam", uploads);
  ASSERT_EQ(first.status, 200) << first.bytes;
  const auto version = house.c().version;
  const auto again = receive("adam", uploads);
  EXPECT_EQ(again.status, 200) << again.bytes;
  EXPECT_EQ(again.json, first.json);
  EXPECT_EQ(house.c().version, version);
}

// The server died between the event and the end of the upload.
TEST_F(UploadApi, AnUploadThatWasReceivedIsCleanedUp) {
  const std::string id = sent("adam", "note.txt", kNote);
  const auto data = folder.path() / "data" / "uploads";
  const auto saved = folder.path() / "saved";
  std::filesystem::copy(data, saved, std::filesystem::copy_options::recursive);
  ASSERT_EQ(receive("adam", {id}).status, 200);
  std::filesystem::copy(saved, data,
                        std::filesystem::copy_options::overwrite_existing | std::filesystem::copy_options::recursive);
  ASSERT_EQ(status_of("adam", id), 200);
  const auto version = house.c().version;
  EXPECT_EQ(receive("adam", {id}).status, 200);
  EXPECT_EQ(house.c().version, version);
  EXPECT_EQ(status_of("adam", id), 404);
}

TEST_F(UploadApi, OneNameIsGivenOnce) {
  ASSERT_EQ(receive("adam", {sent("adam", "note.txt", kNote), sent("adam", "note.txt", kNote + "2")}).status, 200);
  ASSERT_EQ(receive("adam", {sent("adam", "note.txt", kNote + "3")}).status, 200);
  const auto c = house.c();
  std::vector<std::string> names;
  for (const cases::Record& record : c.records)
    if (record.name.find("note") != std::string::npos) names.push_back(record.name);
  EXPECT_EQ(std::vector(names.end() - 3, names.end()),
            (std::vector<std::string>{"records/note.txt", "records/note-2.txt", "records/note-3.txt"}));
}

TEST_F(UploadApi, UnfinishedOnesAreNotReceived) {
  const std::string id = begin("adam", "note.txt", 10).json["upload"];
  ASSERT_EQ(go_on("adam", id, "0", "0123").status, 200);
  const auto refused = receive("adam", {sent("adam", "whole.txt", kNote), id});
  EXPECT_EQ(refused.status, 409);
  EXPECT_EQ(refused.code(), "upload_unfinished");
  EXPECT_EQ(refused.json["offending"], "note.txt");
  EXPECT_EQ(house.c().records.size(), 1U) << "all or none";
}

TEST_F(UploadApi, AWrongOffsetIsToldTheRightOne) {
  const std::string id = begin("adam", "note.txt", 10).json["upload"];
  ASSERT_EQ(go_on("adam", id, "0", "0123").json["offset"], 4);
  const auto wrong = go_on("adam", id, "2", "2345");
  EXPECT_EQ(wrong.status, 409);
  EXPECT_EQ(wrong.code(), "offset");
  EXPECT_EQ(wrong.json["offending"], "4");
  EXPECT_EQ(house.ask({.path = "/uploads/" + id, .who = "adam"}).json["offset"], 4);
  const auto more = go_on("adam", id, "4", "4567890");
  EXPECT_EQ(more.status, 422);
  EXPECT_EQ(more.code(), "size");
  for (const char* unsound : {"", "-1", "4 ", "four", "99999999999999999999"})
    EXPECT_EQ(go_on("adam", id, unsound, "4").status, 400) << unsound;
}

TEST_F(UploadApi, ThereAreNoneOfOthers) {
  const std::string id = sent("adam", "note.txt", kNote);
  for (const char* other : {"pat", "iris"}) {
    EXPECT_EQ(status_of(other, id), 404);
    EXPECT_EQ(go_on(other, id, "0", "x").status, 404);
    EXPECT_EQ(receive(other, {id}, "employee").status, 404);
    EXPECT_EQ(house.ask({.method = Method::delete_, .path = "/uploads/" + id, .who = other}).status, 404);
  }
  EXPECT_EQ(status_of("adam", id), 200);
  EXPECT_EQ(house.ask({.method = Method::delete_, .path = "/uploads/" + id, .who = "adam"}).status, 204);
  EXPECT_EQ(status_of("adam", id), 404);
}

TEST_F(UploadApi, BeginOnceWithAKey) {
  const auto first = begin("adam", "note.txt", 10, "", "key-12345678");
  const auto again = begin("adam", "note.txt", 10, "", "key-12345678");
  EXPECT_EQ(first.json["upload"], again.json["upload"]);
  EXPECT_EQ(begin("adam", "other.txt", 10, "", "key-12345678").status, 422);
}

TEST_F(UploadApi, AreRefusedWhereTheCaseTakesNoRecords) {
  house.let_in("rita", "review");
  EXPECT_EQ(begin("rita", "note.txt", 10).status, 403);
  EXPECT_EQ(begin("adam", "note.txt", 536870913).status, 422);
  EXPECT_EQ(begin("adam", "", 1).status, 422);
  EXPECT_EQ(begin("nobody", "note.txt", 1).status, 401);
}

}  // namespace
}  // namespace openimr::server
