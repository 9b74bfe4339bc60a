// The records of a case are read once: for all who ask at once, until they change, and over a restart.
#include <thread>

#include "server/api/quiet_house.h"
#include "support/pdf_maker.h"

namespace openimr::server {
namespace {

class ReadRecordsOfCases : public Api {
 protected:
  ReadRecordsOfCases() {
    house.open_case(
        {{"records/pr2.pdf", testing::pdf_of_pages({testing::draw("He takes Soma 350 mg TID.", 72, 700)})}});
  }
  office::FoundCase found(const std::string& number = "EX-100", Date day = *Date::of(2015, 10, 20)) {
    return must(house.office().find(number, {day, {}}));
  }
  Result<std::shared_ptr<const office::Reviewed>> read(ReadRecords& records, const office::FoundCase& what) {
    return records.of(house.office(), house.shared.engine, what);
  }
};

TEST_F(ReadRecordsOfCases, OnceForTheSameRecordsAndDay) {
  ReadRecords records;
  const auto first = must(read(records, found()));
  EXPECT_EQ(first->file.files.size(), 1U);
  EXPECT_FALSE(first->facts.all.empty());
  EXPECT_EQ(must(read(records, found())), first);
  EXPECT_EQ(records.readings(), 1);
  house.happens(
      {cases::event("2015-10-19", "review:R-1", "own-finding-recorded", {{"item", 1}, {"decision", "Upheld"}})});
  EXPECT_EQ(must(read(records, found())), first) << "an event that changes no record";
  EXPECT_NE(must(read(records, found("EX-100", *Date::of(2015, 10, 21)))), first);
}

TEST_F(ReadRecordsOfCases, AgainWhereARecordWasAdded) {
  ReadRecords records;
  const auto before = must(read(records, found()));
  house.happens({cases::event(
      "2015-10-19", "intake:iris", "records-received",
      {{"from", "employee"}, {"documents", {{{"document", house.keep("More.")}, {"name", "records/more.txt"}}}}})});
  const auto after = must(read(records, found()));
  EXPECT_EQ(after->file.files.size(), 2U);
  EXPECT_EQ(before->file.files.size(), 1U) << "whoever still looks at it sees what was";
  EXPECT_EQ(records.readings(), 2);
}

TEST_F(ReadRecordsOfCases, OnceForAllWhoAskTogether) {
  ReadRecords records;
  const office::FoundCase what = found();
  std::vector<std::thread> threads;
  std::vector<std::shared_ptr<const office::Reviewed>> got(6);
  for (auto& each : got)
    threads.emplace_back([&] {
      auto office = must(house.shared.offices.lend());
      each = must(records.of(*office, house.shared.engine, what));
    });
  for (auto& thread : threads) thread.join();
  for (const auto& each : got) EXPECT_EQ(each, got.front());
  EXPECT_EQ(records.readings(), 1);
}

TEST_F(ReadRecordsOfCases, AFailureIsTriedAgain) {
  ReadRecords records;
  office::FoundCase broken = found();
  broken.c.records.front().document = std::string(64, '0');
  EXPECT_FALSE(read(records, broken));
  EXPECT_FALSE(read(records, broken));
  EXPECT_EQ(records.readings(), 2);
  EXPECT_TRUE(read(records, found()));
}

TEST_F(ReadRecordsOfCases, WhatWasNotUsedForLongestGoesWhereMemoryIsShort) {
  for (const char* number : {"EX-101", "EX-102"}) house.open_case({{"records/a.txt", std::string(number)}}, number);
  ReadRecords records({.memory = 1});
  must(read(records, found("EX-101")));
  must(read(records, found("EX-102")));
  must(read(records, found("EX-102")));
  EXPECT_EQ(records.readings(), 2) << "the last one stays";
  must(read(records, found("EX-101")));
  EXPECT_EQ(records.readings(), 3);
}

// With no program to read them, what was read before is all there is.
TEST_F(ReadRecordsOfCases, OverARestartNothingIsReadAgain) {
  const ReadRecordsOptions kept{folder.path() / "read", folder.path() / "read.key"};
  {
    ReadRecords records(kept);
    ASSERT_TRUE(must(read(records, found()))->file.losses.empty());
  }
  setenv("OPENIMR_READER", "/nowhere/openimr-reader", 1);
  ReadRecords after(kept);
  const auto again = must(read(after, found()));
  ReadRecords without;
  const auto lost = must(read(without, found()));
  setenv("OPENIMR_READER", OPENIMR_READER, 1);
  EXPECT_TRUE(again->file.losses.empty());
  EXPECT_FALSE(lost->file.losses.empty());
}

}  // namespace
}  // namespace openimr::server
