// What a kill of the server leaves: everything that was acknowledged, and nothing half done.
#include <algorithm>
#include <cstdlib>
#include <thread>

#include "cli/served_process.h"

namespace openimr::server {
namespace {

using std::chrono::microseconds;
using std::chrono::steady_clock;
using testing::Client;
using testing::Reply;
using testing::Serving;

// What is signed is whole: each document that the event names is kept under its own hash.
void expect_whole(QuietHouse& house, const std::string& number) {
  int signatures = 0;
  for (const cases::KeptEvent& kept : must(house.office().ledger().history(number))) {
    if (kept.event.type != "signed") continue;
    ++signatures;
    for (const char* field : {"letter", "text", "pdf"}) {
      const auto id = store::DocumentId{store::Hash::from_hex(kept.event.text(field)).value()};
      const auto bytes = house.store().get(id);
      ASSERT_TRUE(bytes) << number << ": " << field;
      EXPECT_EQ(store::DocumentId::of(*bytes).hash, id.hash);
    }
  }
  EXPECT_EQ(signatures, 1) << number;
}

TEST_F(ServedProcess, AKillLeavesASignatureWholeOrNotMade) {
  const int kills = std::getenv("OPENIMR_SLOW") != nullptr ? 200 : 12;
  microseconds usual{0};
  int cut = 0;
  for (int i = 0; i <= kills; ++i) {
    const std::string number = "EX-" + std::to_string(100 + i);
    to_sign(number);
    Serving serving(store());
    Client client(serving.port());
    const Headers rita = signed_in("R-1");
    const auto begin = steady_clock::now();
    if (i == 0) {
      const Reply first = sign(client, rita, number);
      ASSERT_EQ(first.status, 200) << first.body;
      usual = std::chrono::duration_cast<microseconds>(steady_clock::now() - begin);
      continue;
    }
    ASSERT_TRUE(client.send(signature_of(number, rita)));
    std::this_thread::sleep_for(up_to(usual * 6 / 5));
    serving.end(SIGKILL);
    const bool acknowledged = client.read().status == 200;
    const std::string state = house.c(number).state;
    ASSERT_TRUE(state == "signed" || (state == "to-sign" && !acknowledged)) << number << ": " << state;
    if (state == "to-sign") {
      ++cut;
      Serving again(store());
      Client later(again.port());
      const Reply signed_now = sign(later, signed_in("R-1"), number);
      ASSERT_EQ(signed_now.status, 200) << signed_now.body;
    }
    expect_whole(house, number);
  }
  EXPECT_GT(cut, 0) << "no kill came before a signature was kept";
  const testing::Ended verified = testing::run({.arguments = {"store", "verify", store()}});
  EXPECT_EQ(verified.exit_code, 0) << verified.out << verified.err;
}

// Ends a server while somebody asks it.
std::jthread killed_after(Serving& serving, microseconds time) {
  return std::jthread([&serving, time] {
    std::this_thread::sleep_for(time);
    serving.end(SIGKILL);
  });
}

TEST_F(ServedProcess, AKillLosesNothingOfAnUpload) {
  house.open_case({{kRecord, kNote}});
  house.let_in("adam", "administrator");
  std::string bytes;
  for (int line = 1; bytes.size() < 300'000; ++line) bytes += "Line " + std::to_string(line) + " of a long record.\n";
  constexpr std::size_t kPiece = 10'000;
  const std::size_t last = bytes.size() - kPiece;
  const std::string uploads = "/api/cases/EX-100/uploads";
  std::string id;
  std::size_t acknowledged = 0;
  int kills = 0;
  while (acknowledged < last) {
    ASSERT_LT(++kills, 200);
    Serving serving(store());
    Client client(serving.port());
    Headers headers = signed_in("adam");
    if (id.empty()) {
      const Json file = {{"name", "long.txt"}, {"size", bytes.size()}};
      id = Json::parse(client.ask("POST", uploads, headers, file.dump()).body).value("upload", "");
      ASSERT_NE(id, "");
    }
    const std::string at = uploads + "/" + id;
    const auto known = Json::parse(client.get(at, headers).body).value("offset", std::size_t{0});
    ASSERT_GE(known, acknowledged);
    ASSERT_LE(known, acknowledged + kPiece) << "only what was sent is there";
    acknowledged = known;
    headers.set("Content-Type", "application/octet-stream");
    const std::jthread killer = killed_after(serving, up_to(std::chrono::milliseconds(50 * kills)));
    while (acknowledged < last) {
      headers.set("Upload-Offset", std::to_string(acknowledged));
      if (client.ask("PATCH", at, headers, bytes.substr(acknowledged, kPiece)).status != 200) break;
      acknowledged += std::min(kPiece, bytes.size() - acknowledged);
    }
  }
  EXPECT_GT(kills, 1) << "no kill came in the middle";

  // The file is in the case once, and as it was, whenever the server ends meanwhile.
  for (int i = 0;; ++i) {
    ASSERT_LT(i, 50);
    Serving serving(store());
    Client client(serving.port());
    Headers headers = signed_in("adam");
    if (i == 0) {
      headers.set("Content-Type", "application/octet-stream");
      headers.set("Upload-Offset", std::to_string(acknowledged));
      if (acknowledged < bytes.size())
        ASSERT_EQ(client.ask("PATCH", uploads + "/" + id, headers, bytes.substr(acknowledged)).status, 200);
      headers.set("Content-Type", "application/json");
    }
    const std::jthread killer = killed_after(serving, std::chrono::milliseconds(20 * i));
    const Json received = {{"uploads", {id}}};
    if (client.ask("POST", "/api/cases/EX-100/records", headers, received.dump()).status == 200) break;
  }
  int kept = 0;
  for (const cases::Record& record : house.c().records) {
    if (record.name.find("long") == std::string::npos) continue;
    ++kept;
    EXPECT_EQ(must(house.store().get(store::DocumentId{store::Hash::from_hex(record.document).value()})), bytes);
  }
  EXPECT_EQ(kept, 1);
}

TEST_F(ServedProcess, AKillLosesNothingThatWasTyped) {
  house.open_case({{kRecord, kNote}});
  const std::string at = "/api/cases/EX-100/notes";
  int typed = 0;
  for (int kill = 0; kill < 6; ++kill) {
    Serving serving(store());
    Client client(serving.port());
    Headers headers = signed_in("R-1");
    Reply reply = client.get(at, headers);
    const std::string summary = Json::parse(reply.body)["text"].value("summary", "");
    const int known = summary.empty() ? 0 : std::stoi(summary);
    ASSERT_GE(known, typed);
    ASSERT_LE(known, typed + 1) << "only what was sent is there";
    EXPECT_TRUE(summary.empty() || summary == std::to_string(known) + std::string(5000, '.')) << "whole";
    typed = known;
    const std::jthread killer = killed_after(serving, up_to(std::chrono::milliseconds(100)));
    while (reply.status == 200) {
      headers.set("If-Match", std::string(reply.headers["ETag"]));
      const Json text = {{"summary", std::to_string(typed + 1) + std::string(5000, '.')}, {"items", Json::array()}};
      reply = client.ask("PUT", at, headers, text.dump());
      if (reply.status == 200) ++typed;
    }
    EXPECT_EQ(reply.status, 0) << reply.body;
  }
  EXPECT_GT(typed, 0);
}

}  // namespace
}  // namespace openimr::server
