#include "cli/day_assignment.h"

#include <sstream>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace openimr::cli {
namespace {

office::DayAssignment told() {
  office::DayAssignment out{Date::from_iso("2015-10-02").value(), 5, 3, {}, {}, {}};
  out.found.proposals = {{"EX-1", "r-1", 0, {"Pain Medicine, wanted first", "case 1 today of 3"}, {}, {}},
                         {"EX-2", "r-2", 0, {"Neurology"}, {{cases::WhyNot::not_eligible, "Q-2", 1}}, {{"r-3", 20}}}};
  out.found.unassigned = {{"EX-3", 2, 500, "no reviewer may take it", {{cases::WhyNot::conflict, "", 3}}}};
  out.recorded = {office::Recorded::recorded, office::Recorded::meanwhile};
  out.not_ready = {{"EX-4", "nothing has arrived but the denial itself"}};
  return out;
}

std::string printed(const office::DayAssignment& it, const std::string& format) {
  std::ostringstream out;
  print_assignment(out, it, format, 60, false);
  return out.str();
}

TEST(DayAssignment, ReadsAsATable) {
  EXPECT_EQ(printed(told(), "table"),
            "EX-1  r-1  proposed\n"
            "  because     Pain Medicine, wanted first; case 1 today of 3\n"
            "  next best   nobody\n"
            "  the others  there are none\n"
            "EX-2  was assigned meanwhile\n"
            "EX-3  waits, 2 places\n"
            "  because     no reviewer may take it\n"
            "  reviewers   a conflict of interest: 3\n"
            "EX-4  is not ready\n"
            "  because     nothing has arrived but the denial itself\n"
            "\n"
            "2015-10-02: 5 cases for 3 reviewers. 1 proposed, 1 assigned meanwhile, 1 waiting, 1 not ready.\n");
  office::DayAssignment dry = told();
  dry.recorded = {office::Recorded::not_tried, office::Recorded::not_tried};
  const std::string text = printed(dry, "table");
  EXPECT_NE(text.find("EX-2  r-2  would be proposed\n"
                      "  because     Neurology\n"
                      "  next best   r-3 (+20)\n"
                      "  the others  not eligible (Q-2): 1\n"),
            std::string::npos)
      << text;
  EXPECT_TRUE(text.ends_with("2 would be proposed, 1 waiting, 1 not ready.\n")) << text;
}

TEST(DayAssignment, SaysTheSameAsData) {
  EXPECT_EQ(printed(told(), "csv"),
            "case_number,outcome,reviewer,why,next_best,why_not\r\n"
            "EX-1,proposed,r-1,\"Pain Medicine, wanted first; case 1 today of 3\",,there are none\r\n"
            "EX-2,assigned meanwhile,,,,\r\n"
            "EX-3,waits,,no reviewer may take it,,a conflict of interest: 3\r\n"
            "EX-4,not ready,,nothing has arrived but the denial itself,,\r\n");
  const auto data = nlohmann::json::parse(printed(told(), "json"));
  EXPECT_EQ(data["proposals"][1]["outcome"], "assigned meanwhile");
  EXPECT_EQ(data["unassigned"][0]["why"], "no reviewer may take it");
  EXPECT_EQ(data["not_ready"][0]["case"], "EX-4");
  EXPECT_EQ(data["day"], "2015-10-02");
}

}  // namespace
}  // namespace openimr::cli
