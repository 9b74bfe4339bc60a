// The server as it runs: what its logs and metrics tell of a case (nothing), and what a kill leaves of a signature.
#include <algorithm>
#include <cctype>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <random>
#include <sstream>
#include <thread>

#include "cli/serving.h"
#include "server/api/quiet_house.h"
#include "server/http/client.h"

namespace openimr::server {
namespace {

using std::chrono::microseconds;
using std::chrono::steady_clock;
using testing::Client;
using testing::Reply;
using testing::Serving;

constexpr const char* kPassword = "seven green kettles";  // of everybody who is let in
const std::string kRecord = "records/zebulon-quillfeather.txt";
const std::string kNote =
    "Progress Report (PR-2)\nPatient: Zebulon Quillfeather\nDate of exam: 08/19/2015\n"
    "The patient has taken Soma 350 mg TID since September 9, 2014. He has low back pain, 8/10.\n";

struct Session {
  std::string cookie, csrf;
  Headers headers() const { return {{"Cookie", cookie}, {"X-CSRF-Token", csrf}, {"Content-Type", "application/json"}}; }
};

// A store with R-1, and cases that wait for their signature.
class ServedProcess : public ::testing::Test {
 protected:
  ServedProcess() { house.let_in("R-1", "review"); }

  void to_sign(const std::string& number) {
    house.open_case({{kRecord, kNote}}, number);
    const auto by = [](const char* who, const char* type, Json what = Json::object()) {
      return cases::event("2015-10-19", who, type, std::move(what));
    };
    std::vector<cases::CaseEvent> events;
    for (const int item : {1, 2}) {
      events.push_back(by("review:R-1", "own-finding-recorded", {{"item", item}, {"decision", "Upheld"}}));
      events.push_back(
          by("review:R-1", "item-decided",
             {{"item", item},
              {"decision", "Upheld"},
              {"rationale",
               "The guideline advises against long use, and the records name no other ground. The "
               "request is not medically necessary."},
              {"citation", "MTUS Chronic Pain Medical Treatment 2009, Section(s): Carisoprodol (Soma), Page(s): 29"}}));
    }
    events.push_back(by("review:R-1", "submitted", {{"summary", "The worker has low back pain and takes Soma."}}));
    events.push_back(by("quality:quinn", "quality-passed"));
    house.happens(events, number);
  }

  // The headers of somebody who has signed in, by the clock of the world.
  Headers signed_in(const std::string& account) {
    const Accounts accounts(house.store(), house.shared.password_cost);
    const auto now = std::chrono::floor<Instant::duration>(std::chrono::system_clock::now());
    const auto opened =
        must(Sessions(house.store(), house.shared.sessions).open(must(accounts.find(account)), "", now));
    return {{"Cookie", "openimr_session=" + opened.token},
            {"X-CSRF-Token", opened.session.csrf},
            {"Content-Type", "application/json"}};
  }
  std::string store() const { return (folder.path() / "imr.db").string(); }

  testing::TempFolder folder;
  QuietHouse house{folder.path()};
};

std::string signature_of(const std::string& number, const Headers& session) {
  return testing::request_text("POST", "/api/cases/" + number + "/signature", session,
                               Json({{"password", kPassword}}).dump());
}

Reply sign(Client& client, const Headers& session, const std::string& number) {
  return client.send(signature_of(number, session)) ? client.read() : Reply{};
}

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
  std::mt19937 random(20151019);
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
    std::this_thread::sleep_for(microseconds(std::uniform_int_distribution<long>(0, usual.count() * 6 / 5)(random)));
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

TEST_F(ServedProcess, ItsLogsAndMetricsTellNothingOfACase) {
  to_sign("EX-100");
  house.let_in("walt-quillfeather", "applicant");
  const std::string log = (folder.path() / "server.log").string();
  std::string metrics;
  {
    Serving serving(store(), log);
    Client client(serving.port());
    const Headers rita = signed_in("R-1");
    const Headers walt = signed_in("walt-quillfeather");
    const std::string at = "/api/cases/EX-100";
    const struct {
      const char* method;
      std::string path, body;
      const Headers& who;
    } requests[] = {
        {"GET", at, "", rita},
        {"GET", at, "", walt},
        {"GET", at + "/desk", "", rita},
        {"GET", at + "/letter?format=text", "", rita},
        {"GET", at + "/records?name=Quillfeather", "", rita},
        {"GET", "/api/cases/EX-Quillfeather", "", rita},
        {"GET", "/api/work?search=Quillfeather", "", rita},
        {"GET", "/Zebulon/Quillfeather.html", "", rita},
        {"POST", at + "/events", R"({"event": "Quillfeather"})", rita},
        {"POST", at + "/events", R"({"event": "item-decided", "what": {"item": "Quillfeather"}})", rita},
        {"POST", at + "/events", R"({"Quillfeather": )", rita},
        {"POST", at + "/signature", R"({"password": "Quillfeather is wrong"})", rita},
        {"POST", "/api/session", R"({"account": "quillfeather", "password": "Zebulon Quillfeather"})", rita},
        {"POST", at + "/uploads", R"({"name": "quillfeather.pdf", "bytes": 7})", walt},
        {"QUILLFEATHER", at, "", rita},
    };
    for (const auto& request : requests) {
      Client each(serving.port());
      Headers headers = request.who;
      headers.add("X-Zebulon", "Quillfeather");
      headers.add("Referer", "https://example.org/Quillfeather");
      headers.add("User-Agent", "Quillfeather/1.0");
      EXPECT_GT(each.ask(request.method, request.path, headers, request.body).status, 0) << request.path;
    }
    EXPECT_EQ(sign(client, rita, "EX-100").status, 200);
    metrics = client.get("/metrics").body;
    EXPECT_EQ(serving.end(SIGTERM), 0);
  }
  std::stringstream logged;
  logged << std::ifstream(log).rdbuf();
  EXPECT_NE(logged.str().find(R"("route":"/api/cases/{number}/signature","status":200,)"), std::string::npos)
      << logged.str();
  EXPECT_NE(metrics.find("openimr_http_requests_total"), std::string::npos);
  std::string all = logged.str() + metrics;
  std::transform(all.begin(), all.end(), all.begin(), [](unsigned char c) { return std::tolower(c); });
  // Of the worker, the case, its words, who signs in, their password, and the session.
  for (const char* word : {"zebulon", "quillfeather", "ex-100", "ex-quill", "examplary", "test person", "wc-100",
                           "soma", "r-1", "kettles", "openimr_session"})
    EXPECT_EQ(all.find(word), std::string::npos) << word << " in\n" << logged.str() << metrics;
}

}  // namespace
}  // namespace openimr::server
