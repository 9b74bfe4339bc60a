// The table of rights: whole, as docs/accounts.md shows it, and what follows from it.
#include <map>
#include <set>

#include <gtest/gtest.h>
#include <re2/re2.h>

#include "cases/case.h"
#include "server/accounts/invented.h"
#include "server/rights.h"
#include "support/engine.h"

namespace openimr::server {
namespace {

using Cells = std::vector<std::string>;

const char* const kColumns =
    "| operation | of | nobody | intake | assign | review | quality | issue | medical director | "
    "administrator | applicant |";

std::string cell_of(Right right) {
  switch (right) {
    case Right::none:
      return "";
    case Right::yes:
      return "yes";
    case Right::any:
      return "any case";
    case Right::own:
      return "own cases";
    case Right::glass:
      return "break-glass";
  }
  return "?";
}

Cells cells_of(const RightsRow& row) {
  Cells out = {"`" + std::string(row.operation) + "`", std::string(row.of)};
  for (const Right right : {row.nobody, row.intake, row.assign, row.review, row.quality, row.issue,
                            row.medical_director, row.administrator, row.applicant})
    out.push_back(cell_of(right));
  return out;
}

// The rows of the table in the page, without spaces around the words.
std::vector<Cells> rows_of_page() {
  const std::string page = testing::read_whole(testing::source_dir() / "docs" / "accounts.md");
  std::vector<Cells> out;
  auto at = page.find(kColumns);
  if (at == std::string::npos) return out;
  at = page.find('\n', page.find('\n', at) + 1) + 1;  // behind the line below the heading
  for (; at < page.size() && page[at] == '|'; at = page.find('\n', at) + 1) {
    Cells cells;
    for (std::size_t begin = at + 1, end = page.find('|', begin); end < page.find('\n', at);
         begin = end + 1, end = page.find('|', begin)) {
      std::string cell = page.substr(begin, end - begin);
      cell.erase(0, std::min(cell.find_first_not_of(' '), cell.size()));
      cell.erase(cell.find_last_not_of(' ') + 1);
      cells.push_back(std::move(cell));
    }
    out.push_back(std::move(cells));
  }
  return out;
}

TEST(RightsTable, IsThatOfTheManualRowByRow) {
  const auto rows = rows_of_page();
  const auto table = rights_table();
  ASSERT_EQ(rows.size(), table.size());
  for (std::size_t i = 0; i < table.size(); ++i) EXPECT_EQ(rows[i], cells_of(table[i])) << table[i].operation;
}

TEST(RightsTable, HasEveryOperationOfTheApiAndNoOther) {
  const std::string api = testing::read_whole(testing::source_dir() / "api" / "openapi.yaml");
  std::set<std::string> described, known;
  re2::StringPiece rest(api);
  std::string operation;
  while (RE2::FindAndConsume(&rest, R"(operationId: (\w+))", &operation)) described.insert(operation);
  for (const RightsRow& row : rights_table()) known.insert(std::string(row.operation));
  EXPECT_EQ(known, described);
}

// What the description says is for everybody (`security: []`) is what the table says.
TEST(RightsTable, LetsNobodyInWhereTheApiWantsASession) {
  const std::string api = testing::read_whole(testing::source_dir() / "api" / "openapi.yaml");
  for (const RightsRow& row : rights_table()) {
    const auto begin = api.find("operationId: " + std::string(row.operation) + "\n");
    ASSERT_NE(begin, std::string::npos) << row.operation;
    const std::string one = api.substr(begin, api.find("responses:", begin) - begin);
    EXPECT_EQ(one.find("security: []") != std::string::npos, row.nobody == Right::yes) << row.operation;
  }
}

TEST(RightsTable, GivesNobodyAndPartiesNoCaseButTheirOwn) {
  for (const RightsRow& row : rights_table()) {
    EXPECT_TRUE(row.nobody == Right::none || row.nobody == Right::yes) << row.operation;
    for (const Right right : {row.review, row.administrator, row.applicant})
      EXPECT_TRUE(right != Right::any && right != Right::glass) << row.operation;
  }
}

struct Row {
  const char* about;
  Who who;
  Action action;
  CaseStanding standing;
  Answer answer;
};

TEST(RightsTable, Decides) {
  const Who nobody, iris{"iris", "", "intake"}, ann{"ann", "", "assign"}, reviewer{"R-1", "", "review"},
      quinn{"quinn", "", "quality"}, walt{"walt", "", "applicant"}, odd{"odd", "", "janitor"};
  const CaseStanding none{}, there{true, false, false}, own{true, true, false}, glass{true, false, true};
  const Row rows[] = {
      {"nobody may ask before a request", nobody, Action::check_request, none, Answer::allowed},
      {"nobody sees a case", nobody, Action::get_case, there, Answer::sign_in_first},
      {"nor learns that there is none", nobody, Action::get_case, none, Answer::sign_in_first},
      {"staff see any case", iris, Action::get_case, there, Answer::allowed},
      {"that is there", iris, Action::get_case, none, Answer::no_such_case},
      {"a reviewer theirs", reviewer, Action::get_desk, own, Answer::allowed},
      {"and no other", reviewer, Action::get_desk, there, Answer::no_such_case},
      {"like one that is not there", reviewer, Action::get_desk, none, Answer::no_such_case},
      {"what is not for a role says nothing of the case", reviewer, Action::send_notice, own, Answer::not_for_role},
      {"whether it is there", reviewer, Action::send_notice, none, Answer::not_for_role},
      {"or another's", reviewer, Action::send_notice, there, Answer::not_for_role},
      {"a party theirs", walt, Action::get_record, own, Answer::allowed},
      {"and no other", walt, Action::get_record, there, Answer::no_such_case},
      {"never a desk", walt, Action::get_desk, own, Answer::not_for_role},
      {"never a list of work", walt, Action::list_work, none, Answer::not_for_role},
      {"the one who assigns sees the case", ann, Action::get_case, there, Answer::allowed},
      {"its records behind the glass", ann, Action::get_record, there, Answer::break_glass_first},
      {"not before there is such a case", ann, Action::get_record, none, Answer::no_such_case},
      {"once it is broken", ann, Action::get_record, glass, Answer::allowed},
      {"an open glass is no right to anything else", ann, Action::list_reads, glass, Answer::not_for_role},
      {"who has the right breaks no glass", quinn, Action::break_glass, there, Answer::not_for_role},
      {"a role that is none has no right", odd, Action::get_case, own, Answer::not_for_role},
      {"not even that of everybody", odd, Action::get_session, none, Answer::not_for_role},
  };
  for (const Row& row : rows) EXPECT_EQ(may(row.who, row.action, row.standing), row.answer) << row.about;
}

class Standing : public store::OnBoth {};
OPENIMR_ON_BOTH(Standing);

TEST_P(Standing, IsThatOfTheCasesReviewersAndParties) {
  Process one(new_address());
  const Access access(one.store);
  cases::Case c;
  c.number = "EX-100";
  c.reviewers.push_back({.id = "R-1"});
  c.earlier_reviewers.push_back("R-3");
  one.made("walt", "applicant");
  ASSERT_TRUE(access.grant("EX-100", "walt", {"intake:iris", kNine}));
  ASSERT_TRUE(access.break_glass("EX-100", "ann", "a page is missing", {"assign:ann", kNine}));
  const auto own = [&](const Who& who, Instant now = kNine) {
    const auto standing = standing_to(who, c, access, now).value();
    EXPECT_TRUE(standing.exists);
    return standing.is_own ? "own" : standing.is_glass_open ? "glass" : "";
  };
  EXPECT_STREQ(own({"R-1", "", "review"}), "own") << "asked to take it is enough";
  EXPECT_STREQ(own({"R-2", "", "review"}), "");
  EXPECT_STREQ(own({"R-3", "", "review"}), "") << "released, or before a remand";
  EXPECT_STREQ(own({"walt", "", "applicant"}), "own");
  EXPECT_STREQ(own({"walt2", "", "applicant"}), "");
  EXPECT_STREQ(own({"R-1", "", "applicant"}), "") << "a reviewer's id is no access of a party";
  EXPECT_STREQ(own({"walt", "", "review"}), "") << "and the other way round";
  EXPECT_STREQ(own({"ann", "", "assign"}), "glass");
  EXPECT_STREQ(own({"ann", "", "assign"}, kNine + 1h), "") << "after an hour";
  EXPECT_STREQ(own({"ann", "", "intake"}), "") << "whose role needs none, has none";
}

}  // namespace
}  // namespace openimr::server
