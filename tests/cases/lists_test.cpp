// The lists in which a case stands after each step, on both databases.
#include "cases/lists.h"

#include <set>

#include <fmt/format.h>

#include "cases/ledger.h"
#include "cases/making.h"
#include "store/on_both.h"

namespace openimr::cases {
namespace {

using store::Engine;
using store::Store;

constexpr const char* kNumber = "CM15-0000001";

class Lists : public store::OnBoth {
 protected:
  Lists() : store(store::opened(new_address())), keeping(store), ledger(testing::programmes(), keeping) {}

  // Every list in which the case stands, with its place: "received 2015-09-22, work/intake 9999-12-31".
  std::string places(const Case& c) {
    std::set<std::string> lists = {"received", "determined", "ended", "reviewer/R-1", "reviewer/R-2"};
    for (const auto& role : california().life().roles()) lists.insert("work/" + role.id);
    for (const auto& state : california().life().states()) lists.insert("state/" + state.id);
    std::vector<std::string> out;
    for (const std::string& list : lists) {
      const auto stand = store.list(list).value();
      for (const store::ListPlace& place : stand) out.push_back(list + " " + place.sort);
    }
    for (const std::string& list : {dispute_list(c), worker_list(c)}) {
      if (list.empty()) continue;
      const auto stand = store.list(list).value();
      for (const store::ListPlace& place : stand) out.push_back(list.substr(0, list.find('/')) + " " + place.sort);
    }
    return fmt::format("{}", fmt::join(out, ", "));
  }

  Store store;
  KeptInStore keeping;
  Ledger ledger;
};
OPENIMR_ON_BOTH(Lists);

TEST_P(Lists, HoldTheCaseWhereItStands) {
  struct Step {
    CaseEvent event;
    const char* lists;
  };
  const auto opened = until_complete();
  const Step steps[] = {
      {opened[0], "received 2015-09-22, state/received 2015-09-22, work/intake 9999-12-31, dispute N, worker N"},
      {opened[1],
       "received 2015-09-22, state/eligibility-review 2015-09-23, work/intake 9999-12-31, dispute N, worker N"},
      {opened[2], "received 2015-09-22, state/eligible 2015-09-28, work/assign 2015-09-29, dispute N, worker N"},
      {opened[3],
       "received 2015-09-22, state/awaiting-records 2015-09-29, work/intake 2015-10-14, dispute N, worker N"},
      {opened[4],
       "received 2015-09-22, state/awaiting-records 2015-10-13, work/intake 2015-10-14, dispute N, worker N"},
      {opened[5],
       "received 2015-09-22, state/records-complete 2015-10-15, work/assign 2015-11-16, dispute N, worker N"},
      {proposed("R-1"),
       "received 2015-09-22, reviewer/R-1 2015-11-16, state/reviewer-proposed 2015-10-16, work/review 2015-11-16, "
       "dispute N, worker N"},
      {event("2015-10-17", "assign:ann", "conflict-found", {{"reviewer", "R-1"}}, "a conflict"),
       "received 2015-09-22, state/records-complete 2015-10-17, work/assign 2015-11-16, dispute N, worker N"},
      {proposed("R-2"),
       "received 2015-09-22, reviewer/R-2 2015-11-16, state/reviewer-proposed 2015-10-16, work/review 2015-11-16, "
       "dispute N, worker N"},
      {event("2015-10-18", "intake:iris", "terminated", {}, "settled"),
       "ended 2015-10-18, received 2015-09-22, state/terminated 2015-10-18, dispute N, worker N"},
  };
  for (const Step& step : steps) {
    const auto done = ledger.record(kNumber, {step.event});
    ASSERT_TRUE(done) << done.error().to_string();
    std::string expected = step.lists;
    for (auto at = expected.find(" N"); at != std::string::npos; at = expected.find(" N"))
      expected.replace(at, 2, std::string(" ") + kNumber);
    EXPECT_EQ(places(*done), expected) << step.event.type;
  }

  // The same claim in other spelling is the same dispute; without a claim there is no such list.
  CaseEvent other = application("2015-09-25");
  other.what["claim"] = "wc 100";
  const auto second = ledger.record("CM15-2", {other});
  EXPECT_EQ(store.count(dispute_list(*second)).value(), 2);
  EXPECT_EQ(store.count(worker_list(*second)).value(), 2);
  other.what["ur_decision"] = "2015-08-26";
  const auto third = ledger.record("CM15-3", {other});
  EXPECT_EQ(store.count(dispute_list(*third)).value(), 1);
  EXPECT_EQ(store.count(worker_list(*third)).value(), 3);
  other.what.erase("claim");
  const auto fourth = ledger.record("CM15-4", {other});
  EXPECT_EQ(dispute_list(*fourth) + worker_list(*fourth), "");
}

}  // namespace
}  // namespace openimr::cases
