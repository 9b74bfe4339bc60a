// The commands on cases and reviewers at the command line: the real program, a store of its own, a day that is set.
#pragma once

#include <map>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "cases/reviewer.h"
#include "store/store.h"
#include "support/process.h"
#include "support/reviewers.h"

namespace openimr::testing {

struct InventedCase {
  std::string number;
  std::vector<std::string> items = {"Soma 350 mg #20"};
  std::map<std::string, std::string> parties = {{"claims_administrator", "Examplary Claims Services"},
                                                {"requesting_physician", "Robin Invented, MD"}};
  std::string address{};  // of every party, where it matters
};

class OfficeCommand : public ::testing::Test {
 protected:
  Ended run(std::vector<std::string> arguments) const {
    return testing::run({.arguments = std::move(arguments),
                         .environment = {{"OPENIMR_TODAY", today}, {"OPENIMR_STORE", "imr.db"}},
                         .folder = folder.path()});
  }
  // Runs what has to work, and gives what it printed.
  std::string done(std::vector<std::string> arguments) const {
    const Ended ended = run(arguments);
    EXPECT_EQ(ended.exit_code, 0) << ::testing::PrintToString(arguments) << "\n" << ended.err;
    return ended.out;
  }

  // An application with one record of the worker's physician, so that more has arrived than the denial.
  void open(const InventedCase& what) const {
    nlohmann::json form = {{"case_number", what.number},
                           {"programme", "ca-dwc-imr"},
                           {"dates", {{"ur_decision", "2015-08-25"}, {"review", "2015-10-30"}}},
                           {"assumed", {"dates.review"}},
                           {"ur_served_by", "mail"},
                           {"disputed_items", nlohmann::json::array()},
                           {"parties", nlohmann::json::array()},
                           {"records", {{{"file", "records/pr2.txt"}, {"kind", "pr2"}, {"date", "2015-08-19"}}}}};
    for (const std::string& item : what.items) form["disputed_items"].push_back({{"text", item}});
    for (const auto& [role, name] : what.parties) {
      nlohmann::json party = {{"role", role}, {"name", name}, {"by", "mail"}};
      if (!what.address.empty()) party["address"] = what.address;
      form["parties"].push_back(std::move(party));
    }
    folder.write(what.number + "/case.yaml", form.dump());
    folder.write(what.number + "/records/pr2.txt", "PR-2 of 08/19/2015. Low back pain, 5/10. Soma 350 mg.\n");
    done({"case", "open", what.number, "--as", "intake:iris"});
  }
  void act(const std::string& number, const std::string& who, std::vector<std::string> event) const {
    std::vector<std::string> arguments = {"case", "do", number};
    arguments.insert(arguments.end(), event.begin(), event.end());
    arguments.insert(arguments.end(), {"--as", who, "--why", "a test"});
    done(arguments);
  }
  // The same, up to where it waits for a reviewer.
  void waiting(const InventedCase& what) const {
    open(what);
    act(what.number, "intake:iris", {"application-found-new"});
    act(what.number, "intake:iris", {"eligibility-decided", "result=eligible"});
    act(what.number, "assign:ann", {"assigned", "by=mail"});
    act(what.number, "intake:iris", {"records-complete"});
  }

  void write_reviewers(const std::string& name, const std::vector<cases::Reviewer>& reviewers) const {
    auto all = nlohmann::json::array();
    for (const cases::Reviewer& each : reviewers) all.push_back(cases::to_json(each));
    folder.write(name, all.dump(1));
  }
  std::string import(const std::vector<cases::Reviewer>& reviewers) const {
    write_reviewers("reviewers.json", reviewers);
    return done({"reviewer", "import", "reviewers.json", "--as", "assign:ann"});
  }

  nlohmann::json shown(const std::string& number) const {
    return nlohmann::json::parse(done({"case", "show", number, "--format", "json"}));
  }
  nlohmann::json history(const std::string& number) const {
    return nlohmann::json::parse(done({"case", "history", number, "--format", "json"}));
  }
  // What every stream of the store comes to.
  std::vector<store::StreamHead> heads() const {
    return store::Store::open((folder.path() / "imr.db").string()).value().heads().value();
  }

  std::string today = "2015-10-01";
  TempFolder folder;
};

}  // namespace openimr::testing
