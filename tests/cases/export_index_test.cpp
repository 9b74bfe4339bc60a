#include "cases/export_index.h"

#include <set>
#include <sstream>

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "support/golden.h"

namespace openimr::cases {
namespace {

const letter::Letterhead kHead = {"Example Review Organization", "Invented programme of review"};

std::string text_of(const letter::Paper& paper) {
  std::ostringstream out;
  letter::write_paper_text(out, paper);
  return out.str();
}

std::vector<ExportEntry> entries() {
  return {{EntryKind::record, "Application for review", "application", Date::of(2015, 9, 14), 1, "a1", ".pdf"},
          {EntryKind::record, "Progress report of an invented physician", "progress report", Date::of(2015, 8, 10), 12,
           "a2", ".pdf"},
          {EntryKind::notice, "Notice of assignment and request for information", "noarfi", Date::of(2015, 10, 1), 3,
           "a3", ".pdf"},
          {EntryKind::proof_of_service, "Proof of service of the notice of assignment", "noarfi", Date::of(2015, 10, 1),
           std::nullopt, "a4", ".pdf"},
          {EntryKind::determination, "Final determination", "", Date::of(2015, 10, 30), 3, "a5", ".pdf"},
          {EntryKind::event_log, "History of the case", "", std::nullopt, std::nullopt, "a6", "json"}};
}

TEST(ExportNames, AreNumberedAndSafe) {
  std::vector<std::string> names;
  for (const NumberedEntry& each : numbered(entries())) names.push_back(each.file_name);
  EXPECT_EQ(names, (std::vector<std::string>{
                       "0001-record-application-2015-09-14.pdf", "0002-record-progress-report-2015-08-10.pdf",
                       "0003-notice-noarfi-2015-10-01.pdf", "0004-proof-of-service-noarfi-2015-10-01.pdf",
                       "0005-determination-2015-10-30.pdf", "0006-event-log.json"}));
}

TEST(ExportNames, HoldNoPathAndNoForeignCharacter) {
  struct Row {
    const char* name;
    const char* suffix;
    const char* file;
  };
  const Row rows[] = {
      {"../../etc/passwd", ".pdf", "0001-record-etc-passwd.pdf"},
      {"  A  b__C ", "PDF", "0001-record-a-b-c.pdf"},
      {"caf\u00E9", ".pdf", "0001-record-caf.pdf"},
      {"\u202E/", ".tar.gz", "0001-record.tar-gz"},
      {"", "", "0001-record"},
      {"a1234567890123456789012345678901234567890123456789012345678-0", ".pdf",
       "0001-record-a1234567890123456789012345678901234567890123456789012345678.pdf"},
  };
  for (const Row& row : rows) {
    ExportEntry entry;
    entry.name = row.name;
    entry.suffix = row.suffix;
    EXPECT_EQ(numbered({entry})[0].file_name, row.file) << row.name;
  }
}

TEST(ExportNames, OfAnyEntriesAreUnlikeAndInOrder) {
  rc::check([] {
    std::vector<ExportEntry> given;
    for (const auto& name : *rc::gen::container<std::vector<std::string>>(rc::gen::string<std::string>())) {
      given.push_back({EntryKind::record, name, name, std::nullopt, std::nullopt, name, name});
    }
    std::string before;
    for (const NumberedEntry& each : numbered(given)) {
      RC_ASSERT(each.file_name > before);
      RC_ASSERT(each.file_name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-.") == std::string::npos);
      RC_ASSERT(each.file_name.find("..") == std::string::npos);
      RC_ASSERT(each.entry.document == given[static_cast<std::size_t>(each.number) - 1].document);
      before = each.file_name;
    }
  });
}

TEST(ExportNames, TakeMoreDigitsWhereThereAreMoreEntries) {
  const auto many = numbered(std::vector<ExportEntry>(10'000));
  EXPECT_EQ(many.front().file_name, "00001-record.pdf");
  EXPECT_EQ(many.back().file_name, "10000-record.pdf");
}

TEST(GoldenIndex, OfAnInventedCase) {
  testing::expect_golden("papers/index.txt", text_of(index_paper(kHead, "CM15-0000000", numbered(entries()))));
}

TEST(ExportIndex, CountsOneAsOne) {
  const std::string text = text_of(index_paper(kHead, "CM15-0000000", numbered({entries()[0]})));
  EXPECT_NE(text.find("1 document\n"), std::string::npos);
  EXPECT_NE(text.find("; 1 page\n"), std::string::npos);
}

TEST(GoldenHistory, OfAnInventedCase) {
  const std::vector<HistoryEvent> events = {{1,
                                             {*Date::of(2015, 9, 14), 9 * 60 + 5},
                                             "clerk",
                                             "application received",
                                             "",
                                             "0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0"},
                                            {2,
                                             {*Date::of(2015, 10, 1), std::nullopt},
                                             "coordinator",
                                             "assigned",
                                             "all checks of eligibility hold",
                                             "aa1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1aa"}};
  testing::expect_golden("papers/history.txt", text_of(history_paper(kHead, "CM15-0000000", events)));
}

}  // namespace
}  // namespace openimr::cases
