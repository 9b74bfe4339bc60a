// `openimr deadlines`: the law's clocks at the command line. The counting itself is tested in tests/program.
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "support/process.h"

namespace openimr {
namespace {

using nlohmann::json;
using testing::Ended;
using testing::openimr;

constexpr int kDone = 0;
constexpr int kWrongUse = 2;

TEST(DeadlinesCommand, SaysWhatIsDueAndHowItWasCounted) {
  const Ended ended = openimr({"deadlines", "--rule", "IMR-1", "--on", "2015-08-25", "--by", "mail"});
  EXPECT_EQ(ended.exit_code, kDone) << ended.err;
  EXPECT_EQ(
      ended.out,
      "IMR-1   due 2015-09-29 (Tuesday)\n"
      "        employee: apply for independent medical review\n"
      "          2015-08-25 (Tuesday): the utilization review decision is served on the worker; the day itself is "
      "not counted\n"
      "          30 calendar days: 2015-09-24 (Thursday)\n"
      "          5 calendar days more, mailed, both addresses in California (CCP 1013(a), Lab. Code 5316): "
      "2015-09-29 (Tuesday)\n"
      "          2015-09-29 (Tuesday) is open: the last day\n"
      "        Lab. Code 4610.5(h)(1)(B); 8 CCR 9792.10.1(b)(1); confirmed\n\n");
}

TEST(DeadlinesCommand, SaysTheSameAsData) {
  const Ended ended =
      openimr({"deadlines", "--event", "determination-received", "--on", "2024-03-28", "--format", "json"});
  EXPECT_EQ(ended.exit_code, kDone) << ended.err;
  const json out = json::parse(ended.out);
  ASSERT_EQ(out.size(), 2U);
  EXPECT_EQ(out[0]["rule"], "IMR-23");
  EXPECT_EQ(out[0]["due"], "2024-04-05");
  EXPECT_EQ(out[0]["unit"], "business days");
  EXPECT_EQ(out[0]["standing"], "confirmed");
  EXPECT_EQ(out[0]["section"], "Lab. Code 4610.6(j); 8 CCR 9792.10.7(a)(2)");
  EXPECT_EQ(out[0]["steps"][2],
            "not counted: 2024-03-30 (Saturday), 2024-03-31 (Sunday), 2024-04-01 (Cesar Chavez Day)");
  EXPECT_EQ(out[1]["rule"], "IMR-24");
  EXPECT_EQ(out[1]["what"], "claims administrator: reimburse the services found necessary and already given");
  const Ended uncounted = openimr({"deadlines", "--rule", "IMR-18", "--on", "2024-03-28", "--format", "json"});
  EXPECT_TRUE(json::parse(uncounted.out)[0]["due"].is_null());
}

TEST(DeadlinesCommand, KnowsBusinessDays) {
  const Ended ended = openimr({"deadlines", "--business-day", "2024-02-12", "--format", "json"});
  EXPECT_EQ(ended.exit_code, kDone) << ended.err;
  const json out = json::parse(ended.out);
  ASSERT_EQ(out.size(), 2U);
  EXPECT_EQ(out[0]["rule"], "business");
  EXPECT_EQ(out[0]["open"], true);
  EXPECT_EQ(out[1]["open"], false);
  EXPECT_EQ(out[1]["due"], "2024-02-13");
  EXPECT_EQ(out[1]["steps"][0], "2024-02-12 (Monday) is closed: Lincoln's Birthday; the next open day is 2024-02-13");
}

TEST(DeadlinesCommand, TakesAnotherProgramme) {
  const Ended ended = openimr({"deadlines", "--programme", "medicare-qic", "--rule", "QIC-2", "--on",
                               "2025-01-02T10:00", "--priority", "expedited", "--format", "json"});
  EXPECT_EQ(ended.exit_code, kDone) << ended.err;
  EXPECT_EQ(json::parse(ended.out)[0]["due"], "2025-01-05T10:00");
}

TEST(DeadlinesCommand, SaysWhenNothingCounts) {
  const Ended ended = openimr({"deadlines", "--event", "ur-served", "--on", "2012-01-03"});
  EXPECT_EQ(ended.exit_code, kDone) << ended.err;
  EXPECT_EQ(ended.out, "No rule counts from this event on that day.\n");
}

TEST(DeadlinesCommand, NamesWhatWasWrong) {
  struct Row {
    std::vector<std::string> arguments;
    const char* message;
  };
  const Row rows[] = {
      {{"--event", "ur-served", "--on", "25/08/2015"},
       "--on: no such day: '25/08/2015'. Write YYYY-MM-DD, or YYYY-MM-DDThh:mm where the hour counts.\n"},
      {{"--business-day", "2023-11-31"}, "--business-day: no such day: '2023-11-31'. Write the date as YYYY-MM-DD.\n"},
      {{"--rule", "IMR-1", "--programme", "texas"},
       "--programme: no such programme: 'texas'. Use one of: ca-dwc-imr, medicare-qic.\n"},
      {{"--rule", "IMR-2", "--on", "2015-08-25", "--formulary"},
       "--rule IMR-2: not in force on that day: '2015-08-25'. It holds from 2018-01-01.\n"},
  };
  for (const Row& row : rows) {
    std::vector<std::string> arguments = {"deadlines"};
    arguments.insert(arguments.end(), row.arguments.begin(), row.arguments.end());
    const Ended ended = openimr(arguments);
    EXPECT_EQ(ended.exit_code, kWrongUse);
    EXPECT_EQ(ended.err, row.message);
    EXPECT_EQ(ended.out, "");
  }
  EXPECT_EQ(openimr({"deadlines"}).exit_code, kWrongUse);
  EXPECT_EQ(openimr({"deadlines", "--rule", "IMR-1", "--event", "ur-served"}).exit_code, kWrongUse);
}

}  // namespace
}  // namespace openimr
