// A second opinion on the days off: date-holidays (npm), another project's data. It needs node, and date-holidays in
// node_modules of the folder $OPENIMR_PEERS, or of build/peers; without them the test is left out. Written against
// date-holidays 3.37.
#include <cstdlib>
#include <filesystem>
#include <map>

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "support/process.h"
#include "support/programmes.h"

namespace openimr::program {
namespace {

namespace fs = std::filesystem;

// The folder whose node_modules have it; empty where there is none.
fs::path peer_folder() {
  const char* named = std::getenv("OPENIMR_PEERS");
  for (const fs::path& folder : {fs::path(named == nullptr ? "" : named), fs::path(OPENIMR_SOURCE_DIR) / "build/peers"})
    if (!folder.empty() && fs::exists(folder / "node_modules/date-holidays")) return fs::absolute(folder);
  return {};
}

const Calendar& calendar(const char* programme, const char* id) {
  for (const Calendar& each : testing::programme(programme).calendars()) {
    if (each.id() == id) return each;
  }
  throw std::runtime_error(id);
}

// A day off that one of the two has and the other has not, on how many working days of 2013 to 2030, and why.
struct Difference {
  const char* calendar;
  const char* ours;  // our name of it; empty: we are open
  const char* theirs;
  int days;
  const char* why;
};

const Difference kKnown[] = {
    {"business", "", "New Year's Day (substitute day)", 2,
     "a Saturday gives California no other day; Friday is federal"},
    {"business", "", "Independence Day (substitute day)", 3, "the same"},
    {"business", "", "Christmas Day (substitute day)", 2, "the same"},
    {"business", "", "Juneteenth", 7, "no day of CalHR's list"},
    {"business", "", "Juneteenth (substitute day)", 3, "the same"},
    {"court", "", "New Year's Day (substitute day)", 2, "Gov. Code 6701 moves November 11 alone off a Saturday"},
    {"court", "", "Independence Day (substitute day)", 3, "the same"},
    {"court", "", "Christmas Day (substitute day)", 2, "the same"},
    {"court", "", "Juneteenth (substitute day)", 3,
     "2021 and 2022 are before its first year here (unverified); nothing known moves June 19 off a Saturday (2027)"},
    {"court", "Columbus Day", "", 9, "a day of the courts until 2021 (CCP 135), no paid day off of the State"},
    {"court", "Native American Day", "", 9, "a day of the courts from 2022 (CCP 135), no paid day off of the State"},
    {"court", "Lincoln's Birthday", "", 16, "a day of the courts (CCP 135), no paid day off of the State"},
};

TEST(HolidayPeer, AgreesButForWhatIsExplained) {
  const fs::path folder = peer_folder();
  if (folder.empty())
    GTEST_SKIP()
        << "left out: set OPENIMR_PEERS to a folder with node_modules/date-holidays (npm install date-holidays)";
  const auto ran = testing::run(
      {.arguments = {"node", std::string(OPENIMR_SOURCE_DIR) + "/tests/program/date_holidays.mjs", "2013", "2030"},
       .folder = folder,
       .program = "/usr/bin/env"});
  ASSERT_EQ(ran.exit_code, 0) << ran.err;
  const auto peer = nlohmann::json::parse(ran.out);

  std::map<std::string, int> found;  // "court | Lincoln's Birthday | "
  const auto compare = [&](const Calendar& ours, const nlohmann::json& theirs) {
    int agreed = 0;
    for (Date day = *Date::of(2013, 1, 1); day < *Date::of(2031, 1, 1); day = day.plus({1})) {
      if (day.weekday() == std::chrono::Saturday || day.weekday() == std::chrono::Sunday) continue;
      const std::string our_name(ours.why_closed(day));
      const std::string their_name = theirs.value(day.iso(), "");
      if (our_name.empty() != their_name.empty()) ++found[fmt::format("{} | {} | {}", ours.id(), our_name, their_name)];
      agreed += !our_name.empty() && !their_name.empty() ? 1 : 0;
    }
    EXPECT_GT(agreed, 150) << ours.id();
  };
  compare(calendar("ca-dwc-imr", "business"), peer.at("US-CA"));
  compare(calendar("ca-dwc-imr", "court"), peer.at("US-CA"));
  compare(calendar("medicare-qic", "federal"), peer.at("US"));

  std::map<std::string, int> known;
  for (const Difference& each : kKnown)
    known[fmt::format("{} | {} | {}", each.calendar, each.ours, each.theirs)] = each.days;
  EXPECT_EQ(found, known) << "each difference needs its row and its reason in kKnown";
}

}  // namespace
}  // namespace openimr::program
