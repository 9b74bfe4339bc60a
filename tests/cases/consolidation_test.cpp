#include "cases/consolidation.h"

#include <gtest/gtest.h>

#include "cases/acts.h"
#include "cases/making.h"

namespace openimr::cases {
namespace {

Case application_of(const std::string& number) {
  CaseEvent received = application("2015-09-22");
  received.what["parties"].push_back(party("requesting_physician", "Dr. Made Up"));
  received.what["documents"] = records("records/denial.pdf", "ur_decision");
  Case c;
  c.number = number;
  for (CaseEvent each : {received, event("2015-09-23", "intake:iris", "application-found-new")}) {
    auto sound = checked(california(), c, each);
    EXPECT_TRUE(sound) << message(sound);
    apply(c, *sound);
  }
  return c;
}

TEST(Consolidation, IsForOneWorkerOneInjuryAndOnePhysician) {
  struct Row {
    void (*change)(Case& from);
    const char* says;
  };
  const Row rows[] = {
      {[](Case&) {}, ""},
      {[](Case& c) { c.parties[2].name = "MADE UP, Dr"; }, ""},
      {[](Case& c) { c.claim = "WC-101"; },
       "the worker of the two cases is not known to be the same: 'B, A'. Only such applications are joined (8 CCR "
       "9792.10.4(a))."},
      {[](Case& c) { c.claim.clear(); },
       "the worker of the two cases is not known to be the same: 'B, A'. Only such applications are joined (8 CCR "
       "9792.10.4(a))."},
      {[](Case& c) { c.parties[2].name = "Dr. Another"; },
       "the requesting physician of the two cases is not known to be the same: 'B, A'. Only such applications are "
       "joined "
       "(8 CCR 9792.10.4(a))."},
      {[](Case& c) { c.number = "A"; }, "a case cannot go on in itself: 'A'. Name another one."},
  };
  const Case into = application_of("A");
  for (const Row& row : rows) {
    Case from = application_of("B");
    row.change(from);
    EXPECT_EQ(message(may_join(california(), from, into)), row.says);
  }
  EXPECT_EQ(message(may_join(testing::programme("medicare-qic"), application_of("B"), into)),
            "the programme does not join applications: 'medicare-qic'. Decide each by itself.");
}

TEST(Consolidation, TakesInItemsAndRecords) {
  Case into = application_of("A");
  Case from = application_of("B");
  from.items[0].ended = "authorized";
  from.records.push_back({document("other"), "records/report.pdf", "pr2", Date::of(2015, 8, 1), moment("2015-09-22")});
  const CaseEvent by = event("2015-09-24", "intake:iris", "joined");
  const auto taken_in = checked(california(), into, consolidated(from, by));
  ASSERT_TRUE(taken_in) << message(taken_in);
  apply(into, *taken_in);
  ASSERT_EQ(into.items.size(), 3U) << "the item that ended stays behind";
  EXPECT_EQ(into.items[2].from_case, "B");
  ASSERT_EQ(into.records.size(), 2U) << "the denial is in both and stands once";
  EXPECT_EQ(into.records[1].name, "records/B/report.pdf");

  const auto ended = checked(california(), from, joined(into, by));
  ASSERT_TRUE(ended) << message(ended);
  apply(from, *ended);
  EXPECT_EQ(from.state, "joined");
  EXPECT_EQ(from.joined_into, "A");
}

}  // namespace
}  // namespace openimr::cases
