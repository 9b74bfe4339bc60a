// The server as a process of its own over a store that a test fills, with R-1 and cases that wait for a signature.
#pragma once

#include <chrono>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "cli/serving.h"
#include "server/api/quiet_house.h"
#include "server/http/client.h"

namespace openimr::server {

inline constexpr const char* kPassword = "seven green kettles";  // of everybody who is let in
inline const std::string kRecord = "records/zebulon-quillfeather.txt";
inline const std::string kNote =
    "Progress Report (PR-2)\nPatient: Zebulon Quillfeather\nDate of exam: 08/19/2015\n"
    "The patient has taken Soma 350 mg TID since September 9, 2014. He has low back pain, 8/10.\n";

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
  // A time by chance.
  std::chrono::microseconds up_to(std::chrono::microseconds most) {
    return std::chrono::microseconds(std::uniform_int_distribution<long>(0, most.count())(random_));
  }
  std::string store() const { return (folder.path() / "imr.db").string(); }

  testing::TempFolder folder;
  QuietHouse house{folder.path()};

 private:
  std::mt19937 random_{20151019};
};

inline std::string signature_of(const std::string& number, const Headers& session) {
  return testing::request_text("POST", "/api/cases/" + number + "/signature", session,
                               Json({{"password", kPassword}}).dump());
}

inline testing::Reply sign(testing::Client& client, const Headers& session, const std::string& number) {
  return client.send(signature_of(number, session)) ? client.read() : testing::Reply{};
}

}  // namespace openimr::server
