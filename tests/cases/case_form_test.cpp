#include "cases/case_form.h"

#include <gtest/gtest.h>

#include "base/data.h"
#include "base/packs.h"
#include "cases/making.h"

namespace openimr::cases {
namespace {

TEST(CaseForm, IsAFormThatOpens) {
  Case c;
  c.number = "CM15-0000001";
  c.programme = "ca-dwc-imr";
  c.priority = "expedited";
  c.injury = Date::of(2012, 3, 4);
  c.received = moment("2015-09-22T09:30");
  c.ur_served_by = "mail";
  c.age = 52;
  c.items.resize(3);
  c.items[0].text = "Soma 350 mg #20";
  c.items[0].denial_guideline = "MTUS 2009";
  c.items[1].text = "what was authorized";
  c.items[1].ended = "authorized";
  c.items[2].text = "MRI of the lumbar spine: \"with contrast\"";
  c.items[2].service_date = Date::of(2015, 8, 1);
  c.records = {{document("a"), "records/pr2.txt", "pr2", Date::of(2015, 8, 20), moment("2015-10-01")},
               {document("b"), "records/scan.pdf", "", std::nullopt, moment("2015-10-01")}};
  const CaseForm form = form_of(c, *Date::of(2015, 10, 26));
  EXPECT_EQ(form.items, (std::vector<std::size_t>{0, 2})) << "what ended is not reviewed";

  const auto read = read_yaml(form.yaml, "case.yaml");
  ASSERT_TRUE(read) << message(read);
  const auto packs = read_snapshot(OPENIMR_SNAPSHOT);
  ASSERT_TRUE(packs);
  for (const Error& problem : check_schema(*read, packs->data["schema"]["case"])) ADD_FAILURE() << problem.to_string();
  EXPECT_EQ(read->value["dates"]["application"], "2015-09-22");
  EXPECT_EQ(read->value["dates"]["review"], "2015-10-26");
  EXPECT_EQ(read->value["disputed_items"][1]["text"], "MRI of the lumbar spine: \"with contrast\"");
  EXPECT_EQ(read->value["disputed_items"][1]["service_date"], "2015-08-01");
  ASSERT_EQ(read->value["records"].size(), 1U) << "only what is known of a record is told";
  EXPECT_EQ(read->value["records"][0]["kind"], "pr2");
}

}  // namespace
}  // namespace openimr::cases
