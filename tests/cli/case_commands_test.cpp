// `openimr case` and `openimr work` on cases in a store. What may be done is tested in tests/cases.
#include <algorithm>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "support/engine.h"
#include "support/process.h"
#include "support/reviewers.h"

namespace openimr {
namespace {

using nlohmann::json;
using testing::Ended;

constexpr int kDone = 0;
constexpr int kFailed = 1;
constexpr int kWrongUse = 2;
constexpr int kBadInput = 4;
constexpr int kUnavailable = 5;

class CaseCommands : public ::testing::Test {
 protected:
  // As somebody, on a day; the day is also that of the clock.
  Ended by(const std::string& who, const std::string& day, std::vector<std::string> arguments) {
    return testing::run({.arguments = std::move(arguments),
                         .environment = {{"OPENIMR_STORE", "imr.db"}, {"OPENIMR_AS", who}, {"OPENIMR_TODAY", day}},
                         .folder = folder.path()});
  }
  void must(const std::string& who, const std::string& day, std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "case");
    const Ended ended = by(who, day, arguments);
    ASSERT_EQ(ended.exit_code, kDone) << ::testing::PrintToString(arguments) << ended.err << ended.out;
  }
  void open(const std::string& number = "INV-0001") {
    must("intake:iris", "2015-09-21", {"open", example, "--number", number});
  }
  void until_review() {
    open();
    must("intake:iris", "2015-09-22", {"do", "INV-0001", "application-found-new"});
    must("intake:iris", "2015-09-24", {"do", "INV-0001", "eligibility-decided", "result=eligible"});
    must("intake:iris", "2015-09-25", {"do", "INV-0001", "assigned", "by=mail"});
    must("intake:iris", "2015-10-02", {"do", "INV-0001", "records-complete"});
    must("assign:ann", "2015-10-05", {"do", "INV-0001", "reviewer-proposed", "reviewer=R-1"});
    folder.write("reviewer.json", cases::to_json(testing::reviewer("R-1")).dump());
    ASSERT_EQ(by("assign:ann", "2015-10-05", {"reviewer", "add", "reviewer.json"}).exit_code, kDone);
    must("review:R-1", "2015-10-05", {"accept", "INV-0001", "--attest", "I have no conflict with any party."});
  }
  json shown(const std::string& number = "INV-0001", const std::string& day = "2015-10-10") {
    return json::parse(by("", day, {"case", "show", number, "--format", "json"}).out);
  }

  const std::string example = testing::source_dir() / "examples/intake/INV-0001";
  testing::TempFolder folder;
};

TEST_F(CaseCommands, ReceiveAnApplicationWithItsRecords) {
  const Ended opened = by("intake:iris", "2015-09-21", {"case", "open", example});
  EXPECT_EQ(opened.exit_code, kDone) << opened.err;
  EXPECT_EQ(opened.out, "INV-0001: received, 2 items, 2 records.\n");
  const json c = shown();
  EXPECT_EQ(c["state"], "received");
  EXPECT_EQ(c["work"], "intake");
  EXPECT_EQ(c["dates"]["application"], "2015-09-21");
  EXPECT_EQ(c["parties"][2]["by"], "fax");
  EXPECT_EQ(c["items"][1]["text"], "Physical therapy 2 times a week for 3 weeks, low back");
  EXPECT_EQ(c["records"][1]["kind"], "pr2");

  const auto lines = by("", "2015-10-10", {"case", "show", "INV-0001", "--format", "csv"}).out_lines();
  EXPECT_EQ(lines[0], "field,value\r");
  EXPECT_EQ(std::count(lines.begin(), lines.end(), "/items/0/text,Soma 350 mg #60\r"), 1);

  const Ended again = by("intake:iris", "2015-09-22", {"case", "open", example});
  EXPECT_EQ(again.exit_code, kWrongUse);
  EXPECT_EQ(again.err, "there is a case of this number: 'INV-0001'. Give another one: --number.\n");
  const Ended other = by("intake:iris", "2015-09-22", {"case", "open", example, "--number", "INV-0002"});
  EXPECT_EQ(other.out_lines().back(),
            "The same claim and denial stand in INV-0001: is this a duplicate (duplicate-found of=INV-0001)?");
}

TEST_F(CaseCommands, ListTheWorkOfEachRole) {
  open();
  open("INV-0002");
  must("intake:iris", "2015-09-22", {"do", "INV-0002", "application-found-new"});
  must("intake:iris", "2015-09-24", {"do", "INV-0002", "eligibility-decided", "result=eligible"});
  const Ended intake = by("", "2015-09-24", {"work", "list", "--role", "intake", "--format", "csv"});
  EXPECT_EQ(intake.out,
            "due,left,case_number,state,priority,received,items\r\n"
            ",,INV-0001,received,standard,2015-09-21,Soma 350 mg #60 (+1)\r\n");
  const auto assign = json::parse(by("", "2015-09-24", {"work", "list", "--role", "assign", "--format", "json"}).out);
  EXPECT_EQ(assign[0]["due"], "2015-09-25");
  EXPECT_EQ(assign[0]["left"], "1 day left");
  EXPECT_EQ(by("", "2015-09-25", {"work", "list", "--role", "assign", "--overdue"}).out, "Nothing is overdue.\n");
  EXPECT_EQ(by("", "2015-09-28", {"work", "list", "--role", "assign", "--overdue"}).out_lines().back(), "1 case.");
  EXPECT_EQ(by("", "2015-09-28", {"work", "list", "--role", "quality"}).out, "No case waits for this role.\n");
  const Ended none = by("", "2015-09-28", {"work", "list", "--role", "boss"});
  EXPECT_EQ(none.exit_code, kWrongUse);
  EXPECT_TRUE(none.err.starts_with("--role: no step of a case is this role's: 'boss'. Use one of: intake, assign, "))
      << none.err;
}

TEST_F(CaseCommands, GoFromTheDraftToTheSignature) {
  until_review();
  EXPECT_EQ(by("", "2015-10-06", {"case", "findings", "INV-0001"}).err,
            "the case has no draft: 'INV-0001'. Have it prepared: openimr case draft INV-0001.\n");
  must("review:R-1", "2015-10-06", {"draft", "INV-0001"});

  const std::string before = by("", "2015-10-06", {"case", "findings", "INV-0001"}).out;
  EXPECT_NE(before.find("short-course"), std::string::npos) << "the evidence is open at once";
  EXPECT_EQ(before.find("Draft:"), std::string::npos) << "the physician thinks first";
  EXPECT_TRUE(shown()["items"][0]["drafted"].is_null());
  EXPECT_EQ(by("review:R-1", "2015-10-06", {"case", "decide", "INV-0001", "1", "Upheld", "--by-draft"}).err,
            "the reviewer's own finding comes first: '1'. Record it before the draft is seen (case do CASE "
            "own-finding-recorded).\n");
  for (const char* item : {"item=1", "item=2"})
    must("review:R-1", "2015-10-06", {"do", "INV-0001", "own-finding-recorded", item, "decision=Upheld"});
  EXPECT_NE(by("", "2015-10-06", {"case", "findings", "INV-0001"}).out.find("Draft: Upheld"), std::string::npos);
  EXPECT_EQ(by("review:R-1", "2015-10-06", {"case", "decide", "INV-0001", "1", "Overturned", "--by-draft"}).err,
            "the draft does not propose this decision: 'Overturned'. Give your own words: --rationale.\n");
  must("review:R-1", "2015-10-06", {"decide", "INV-0001", "1", "Upheld", "--by-draft"});
  must("review:R-1", "2015-10-06", {"decide", "INV-0001", "2", "Overturned", "--rationale", "A new flare-up."});
  must("review:R-1", "2015-10-06", {"submit", "INV-0001", "--by-draft"});
  must("quality:quentin", "2015-10-07", {"do", "INV-0001", "quality-passed"});

  const Ended refused = by("review:R-1", "2015-10-08", {"case", "sign", "INV-0001"});
  EXPECT_EQ(refused.exit_code, kWrongUse);
  EXPECT_NE(refused.out.find("item 2: no guideline or study is cited for the treatment (8 CCR 9792.10.6(d))\n"),
            std::string::npos)
      << refused.out;
  EXPECT_EQ(refused.err, "the letter is not complete: 'INV-0001'. Mend what is named above, then do it again.\n");
  EXPECT_EQ(by("", "2015-10-08", {"case", "letter", "INV-0001"}).exit_code, kFailed);
  must("review:R-1", "2015-10-08", {"do", "INV-0001", "taken-back", "--why", "a citation is missing"});
  must("review:R-1", "2015-10-08",
       {"decide", "INV-0001", "2", "Overturned", "--rationale", "A new flare-up.", "--citation",
        "MTUS Chronic Pain Medical Treatment 2009, Section(s): Physical Medicine, Page(s): 98-99"});
  must("review:R-1", "2015-10-08", {"submit", "INV-0001"});
  must("quality:quentin", "2015-10-08", {"do", "INV-0001", "quality-passed"});
  must("review:R-1", "2015-10-09", {"sign", "INV-0001"});
  const json signed_case = shown();
  EXPECT_EQ(signed_case["state"], "signed");
  EXPECT_EQ(signed_case["items"][0]["decision"], "Upheld");
  EXPECT_EQ(signed_case["items"][1]["decision"], "Overturned");
  ASSERT_EQ(signed_case["letters"].size(), 1U);
  const Ended late = by("review:R-1", "2015-10-09", {"case", "decide", "INV-0001", "2", "Upheld", "--rationale", "no"});
  EXPECT_EQ(late.exit_code, kWrongUse) << "signing locks";
  must("issue:ida", "2015-10-09", {"do", "INV-0001", "issued"});
  const Ended corrected = by("issue:ida", "2015-10-12", {"case", "correct", "INV-0001", "--why", "a misprint"});
  EXPECT_EQ(corrected.exit_code, kDone) << corrected.err;
  EXPECT_EQ(shown()["letters"].size(), 2U) << "the first stays beside it";
  EXPECT_EQ(by("", "2015-10-12", {"store", "verify", "imr.db"}).exit_code, kDone);
}

TEST_F(CaseCommands, TakeInRecords) {
  open();
  folder.write("report.txt", "PROGRESS REPORT\nDate of examination: 09/28/2015\nThe pain is 4/10.\n");
  const Ended added =
      by("intake:iris", "2015-10-01", {"case", "add", "INV-0001", "report.txt", "--from", "claims_administrator"});
  EXPECT_EQ(added.exit_code, kDone) << added.err;
  EXPECT_EQ(added.out, "INV-0001: 1 record received; it has 3.\n");
  folder.write("sub/report.txt", "Another report.\n");
  must("intake:iris", "2015-10-02", {"add", "INV-0001", "sub/report.txt", "--from", "employee"});
  EXPECT_EQ(shown()["records"][3]["name"], "records/report-2.txt");
}

TEST_F(CaseCommands, LetAnApplicationGoOnInAnother) {
  open();
  open("INV-0002");
  for (const char* number : {"INV-0001", "INV-0002"})
    must("intake:iris", "2015-09-22", {"do", number, "application-found-new"});
  const Ended joined = by("intake:iris", "2015-09-23", {"case", "join", "INV-0002", "INV-0001"});
  EXPECT_EQ(joined.out, "INV-0002 goes on in INV-0001, which has 4 items now.\n") << joined.err;
  EXPECT_EQ(shown("INV-0002")["state"], "joined");
  EXPECT_EQ(shown()["items"][3]["from_case"], "INV-0002");
}

TEST_F(CaseCommands, TellWhatCanFollow) {
  open();
  const std::string next = by("", "2015-09-21", {"case", "next", "INV-0001", "--role", "administrator"}).out;
  EXPECT_EQ(next.substr(0, next.find("\n\n")), "INV-0001 is 'received'.");
  EXPECT_NE(next.find("records-received from=... documents=..."), std::string::npos) << next;
  EXPECT_EQ(next.find("duplicate-found"), std::string::npos) << "not this role's";
  const auto acts = json::parse(by("", "2015-09-21", {"case", "next", "INV-0001", "--format", "json"}).out);
  EXPECT_EQ(acts[0]["event"], "application-found-new");
  EXPECT_EQ(acts[0]["section"], "8 CCR 9792.10.3(a)");
  const Ended history = by("", "2015-09-21", {"case", "history", "INV-0001", "--format", "csv"});
  EXPECT_EQ(history.out_lines()[0], "version,event,result,on,who,why,state,hash\r");
  EXPECT_TRUE(history.out_lines()[1].starts_with("1,application-received,,2015-09-21,intake:iris,,received,"));
}

TEST_F(CaseCommands, RefuseWhatIsWrong) {
  open();
  struct Row {
    std::vector<std::string> arguments;
    const char* err;
    int exit_code = kWrongUse;
    const char* who = "intake:iris";
  };
  const Row rows[] = {
      {{"case", "show", "INV-0009"},
       "there is no such case: 'INV-0009'. See openimr work list, or open it: openimr case open.\n",
       kBadInput},
      {{"case", "show", "INV 1"}, "this is no case number: 'INV 1'. Use letters, digits, '.', '_' and '-'.\n"},
      {{"case", "show", "INV-0001", "--store", "none.db"},
       "none.db: there is no store here. Make one: openimr store create FILE.\n",
       kBadInput},
      {{"case", "show", "INV-0001", "--on", "yesterday"},
       "--on: no such day: 'yesterday'. Write YYYY-MM-DD, or YYYY-MM-DDThh:mm where the hour counts.\n"},
      {{"case", "do", "INV-0001", "application-found-new"},
       "nobody is named who does it. Say who: --as ROLE:ID, or OPENIMR_AS, for example intake:iris.\n",
       kWrongUse,
       ""},
      {{"case", "do", "INV-0001", "application-found-new"},
       "this names no actor: 'iris'. Write ROLE:ID, for example intake:iris.\n",
       kWrongUse,
       "iris"},
      {{"case", "do", "INV-0001", "application-found-new"},
       "the programme has no such role: 'boss'. Use one of: intake, assign, review, quality, issue, medical-director, "
       "administrator, applicant.\n",
       kWrongUse,
       "boss:bob"},
      {{"case", "do", "INV-0001", "won"},
       "there is no such event: 'won'. See what the case can do: openimr case next INV-0001.\n"},
      {{"case", "do", "INV-0001", "reviewer-accepted", "attestation=none", "conflicts=" + std::string(64, 'c')},
       "this event is made by a command of its own: 'reviewer-accepted'. Use openimr case accept INV-0001.\n"},
      {{"case", "do", "INV-0001", "signed", "letter=" + std::string(64, 'a'), "text=" + std::string(64, 'b')},
       "this event is made by a command of its own: 'signed'. Use openimr case sign INV-0001.\n"},
      {{"case", "do", "INV-0001", "corrected"},
       "this event is made by a command of its own: 'corrected'. Use openimr case correct INV-0001.\n"},
      {{"case", "do", "INV-0001", "draft-prepared"},
       "this event is made by a command of its own: 'draft-prepared'. Use openimr case draft INV-0001.\n"},
      {{"case", "do", "INV-0001", "duplicate-found", "with=INV-0002"},
       "duplicate-found: there is no such field: 'with'. Write NAME=VALUE; its fields: of.\n"},
      {{"case", "do", "INV-0001", "duplicate-found"}, "duplicate-found: a field is missing: 'of'. It is text.\n"},
      {{"case", "do", "INV-0001", "records-received", "from=employee", "documents=[{"},
       "a field cannot be read: 'documents'. It is a JSON list of {\"document\", \"name\", \"kind\"?, \"date\"?}.\n"},
      {{"case", "next", "INV-0001", "--role", "boss"},
       "--role: the programme has no such role: 'boss'. Leave it out to see all that can be done, with the roles.\n"},
  };
  for (const Row& row : rows) {
    const Ended ended = by(row.who, "2015-09-22", row.arguments);
    EXPECT_EQ(ended.err, row.err) << ::testing::PrintToString(row.arguments);
    EXPECT_EQ(ended.exit_code, row.exit_code) << ::testing::PrintToString(row.arguments);
  }
  EXPECT_EQ(shown()["version"], 1) << "nothing was recorded";
  folder.write("imr.db", "this is no database, but as long as one: " + std::string(4096, '-'));
  EXPECT_EQ(by("", "2015-09-22", {"case", "show", "INV-0001"}).exit_code, kBadInput);
  EXPECT_EQ(by("", "2015-09-22", {"case", "show", "X", "--store", "postgresql://nobody@127.0.0.1:1/none"}).exit_code,
            kUnavailable);
}

}  // namespace
}  // namespace openimr
