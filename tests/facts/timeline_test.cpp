// The timeline of a drug, a treatment, a finding.
#include "facts/timeline.h"

#include <gtest/gtest.h>

#include "facts/dated_case.h"
#include "facts/show.h"

namespace openimr::facts {
namespace {

const TimelineRow* row(const Timeline& timeline, RowKind kind, std::string_view name) {
  const auto found = std::find_if(timeline.rows.begin(), timeline.rows.end(),
                                  [&](const auto& r) { return r.kind == kind && r.name == name; });
  return found == timeline.rows.end() ? nullptr : &*found;
}

std::string points(const TimelineRow& row) {
  std::string out;
  for (const auto& point : row.points)
    out += fmt::format("{}{} {}", out.empty() ? "" : ", ", point.date.first.iso(), name_of(point.what));
  return out;
}

TEST(Timeline, ShowsWhatChanged) {
  const Timeline timeline = timeline_of(facts_of_dated({{"2015-06-01", "He takes Norco 10/325 mg 3 tablets a day."},
                                                        {"2015-03-01", "He takes Norco 10/325 mg 6 tablets a day."},
                                                        {"2015-08-01", "Norco was discontinued."}}));
  const TimelineRow* norco = row(timeline, RowKind::drug, "hydrocodone/acetaminophen");
  ASSERT_NE(norco, nullptr);
  EXPECT_EQ(points(*norco), "2015-03-01 continued, 2015-06-01 decreased, 2015-08-01 stopped");
  EXPECT_EQ(norco->first().iso(), "2015-03-01");
  EXPECT_EQ(norco->last().iso(), "2015-08-01");
  EXPECT_EQ(norco->points[0].amount, 60);
  EXPECT_EQ(norco->points[1].amount, 30);
}

TEST(Timeline, AGapIsATimeOfVisitsWithoutIt) {
  const DatedText first = {"2015-01-05", "Seen on 1/5/2015. Muscle spasm is found."};
  const DatedText between = {"2015-03-05", "Seen on 3/5/2015. He feels well."};
  const DatedText last = {"2015-06-05", "Seen on 6/5/2015. Muscle spasm is found."};
  const Timeline with = timeline_of(facts_of_dated({first, between, last}));
  const TimelineRow* spasm = row(with, RowKind::finding, "muscle spasm");
  ASSERT_NE(spasm, nullptr);
  ASSERT_EQ(spasm->gaps.size(), 1U);
  EXPECT_EQ(spasm->gaps[0].from.iso() + " " + spasm->gaps[0].to.iso(), "2015-01-05 2015-06-05");
  EXPECT_EQ(spasm->gaps[0].visits, 1);
  const Timeline without = timeline_of(facts_of_dated({first, last}));
  EXPECT_TRUE(row(without, RowKind::finding, "muscle spasm")->gaps.empty()) << "nobody saw him in between";
}

TEST(Timeline, HasRowsForPainWorkVisitsAndSurgery) {
  const Timeline timeline =
      timeline_of(facts_of_dated({{"2015-03-01",
                                   "Seen on 3/1/2015. Pain is 8/10. Work status: modified duty. He had a lumbar "
                                   "fusion on 4/5/2013."}}));
  ASSERT_NE(row(timeline, RowKind::pain, "pain"), nullptr);
  EXPECT_EQ(row(timeline, RowKind::pain, "pain")->points[0].value, "8/10");
  ASSERT_NE(row(timeline, RowKind::work_status, "work status"), nullptr);
  EXPECT_EQ(row(timeline, RowKind::work_status, "work status")->points[0].value, "modified duty");
  ASSERT_NE(row(timeline, RowKind::visits, "visits"), nullptr);
  const auto surgery = std::find_if(timeline.rows.begin(), timeline.rows.end(),
                                    [](const auto& r) { return r.kind == RowKind::surgery; });
  ASSERT_NE(surgery, timeline.rows.end());
  EXPECT_EQ(surgery->first().iso(), "2013-04-05");
}

TEST(Timeline, CountsWhatHasNoDate) {
  const Timeline timeline = timeline_of(testing::facts_of("Muscle spasm is found."));
  EXPECT_EQ(timeline.undated, 1);
  EXPECT_TRUE(timeline.rows.empty());
}

}  // namespace
}  // namespace openimr::facts
