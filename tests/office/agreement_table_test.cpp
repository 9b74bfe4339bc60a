// The figures of agreement as a table, and what its note says of them.
#include <gtest/gtest.h>

#include "office/report_tables.h"

namespace openimr::office {
namespace {

using nlohmann::json;

TEST(AgreementTable, HasSharesKappaAndItsInterval) {
  const cases::Compared some{{20, 5, 10, 15}, 50};
  const Rows table = agreement_table({{"decisions", some}}, "None.");
  ASSERT_EQ(table.rows.size(), 1U);
  // 35 of 50 alike; kappa 0.4 from 0.15 to 0.65 (tests/base/kappa_test.cpp). Yes is Overturned.
  EXPECT_EQ(table.rows[0], (std::vector<json>{"decisions", 50, 50, 15, 20, 15, 70.0, 0.4, 0.15, 0.65}));
  EXPECT_EQ(table.columns.size(), table.rows[0].size());
  EXPECT_EQ(agreement_note({{"decisions", some}}), "Kappa (95 % interval): 0 is chance, 1 always alike.");
}

TEST(AgreementTable, IsAsWideAsItsItemsAre) {
  const cases::Compared threes{{20, 5, 10, 15}, 25};
  const auto row = agreement_table({{"decisions", threes}}, "").rows.at(0);
  EXPECT_EQ(row[1], 25);
  EXPECT_EQ(row[2], 50);
  EXPECT_EQ(row[8], 0.04);
  EXPECT_EQ(row[9], 0.76);
}

TEST(AgreementTable, MarksWhatIsFewAndWhatHasNoKappa) {
  const cases::Compared none, same{{0, 0, 0, 12}, 12}, alike{{1, 0, 0, 11}, 12};
  const Rows table = agreement_table({{"own findings", none}, {"decisions", same}, {"with draft", alike}}, "None.");
  ASSERT_EQ(table.rows.size(), 2U) << "without pairs there is no row";
  EXPECT_EQ(table.rows[0], (std::vector<json>{"decisions", 12, 12, 12, 0, 0, 100.0, nullptr, nullptr, nullptr}));
  EXPECT_EQ(table.rows[1], (std::vector<json>{"with draft", 12, 12, 11, 1, 0, 100.0, 1.0, nullptr, nullptr}));
  EXPECT_EQ(
      agreement_note({{"decisions", same}}),
      "Kappa (95 % interval): 0 is chance, 1 always alike. Fewer than 30 items say little. None: all said the same.");
  EXPECT_EQ(agreement_table({{"own findings", none}}, "None.").when_empty, "None.");
}

}  // namespace
}  // namespace openimr::office
