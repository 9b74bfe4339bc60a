// POST /api/cases/{number}/events takes plain events only: what rests on something else is made where that is made.
#include "server/api/in_review.h"

namespace openimr::server {
namespace {

TEST(OwnAddress, OfAnEventIsNamedAndNothingIsRecorded) {
  const testing::TempFolder folder;
  testing::House house((folder.path() / "imr.db").string());
  const auto c = testing::case_in_review(house);
  const testing::Person isa = house.sign_in("isa");
  const std::string path = "/api/cases/" + c.number + "/events";
  const auto before = isa.get(path);
  ASSERT_EQ(before.status, 200) << before.text;

  const auto refused = [&](const char* event) {
    const auto told = isa.post(path, {{"event", event}, {"what", {{"letter", c.record}}}});
    EXPECT_EQ(told.status, 422) << event << ": " << told.text;
    EXPECT_EQ(told.body.value("code", ""), "own_address") << event;
    return told.body.value("detail", "");
  };
  EXPECT_EQ(refused("served"), "This event is made at an address of its own: service.");
  EXPECT_EQ(refused("corrected"), "This event is made at an address of its own: correction.");
  EXPECT_EQ(refused("joined"), "This event is made at an address of its own: joining.");
  EXPECT_EQ(refused("published"), "This event is not made here: the command `openimr case` makes it.");
  EXPECT_NE(isa.post("/api/cases/" + c.number + "/correction", {{"why", "a misprint"}})
                .text.find("a case that is 'in-review' does not allow this: 'corrected'."),
            std::string::npos);
  EXPECT_EQ(isa.get(path).body, before.body);
}

}  // namespace
}  // namespace openimr::server
